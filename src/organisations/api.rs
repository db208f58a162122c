//! JSON of organisations.

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{
    NewOrganisation, OrganisationBody, OrganisationPatch, OrganisationQuery, StruckSwitch,
};
use super::service::{self, OrganisationError, Saved};
use crate::access::Permit;
use crate::access::action::{CreateOrganisation, ReadOrganisation, SetStruck, UpdateOrganisation};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    IdempotencyKey, IfMatch, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply,
    Written,
};
use crate::ids::OrganisationId;

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, update))
        .routes(routes!(set_struck))
}

/// Lists organisations.
#[utoipa::path(get, path = "/organisations", operation_id = "list_organisations", tag = "register", security(("token" = [])), params(OrganisationQuery), responses(
    (status = 200, body = Page<OrganisationBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadOrganisation>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<OrganisationQuery>,
) -> Result<Reply<Page<OrganisationBody>>, Problem> {
    let (items, next_cursor) = service::list(&app.db, &app.reference, &permit, query).await?;
    Ok(Reply::new(Page { items, next_cursor }))
}

/// Enters an organisation.
#[utoipa::path(post, path = "/organisations", operation_id = "create_organisation", tag = "register", security(("token" = [])), request_body = NewOrganisation, responses(
    (status = 201, body = OrganisationBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<CreateOrganisation>,
    State(app): State<AppState>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewOrganisation>,
) -> Result<Written<OrganisationBody>, Problem> {
    let scope = format!("{} organisations", permit.caller().account);
    let attempt = key.map(|key| Attempt {
        scope,
        key,
        body_hash: body.hash,
    });
    let saved = service::create(&app.db, &app.reference, &permit, &body.value, attempt).await?;
    written(&app, permit.also(), StatusCode::CREATED, &saved).await
}

/// Shows an organisation.
#[utoipa::path(get, path = "/organisations/{organisation_id}", operation_id = "show_organisation", tag = "register", security(("token" = [])),
    params(("organisation_id" = OrganisationId, Path)), responses(
    (status = 200, body = OrganisationBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadOrganisation>,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
) -> Result<Reply<OrganisationBody>, Problem> {
    let (body, version) = service::show(&app.db, &app.reference, &permit, id).await?;
    Ok(Reply::versioned(body, version))
}

/// Changes an organisation.
#[utoipa::path(patch, path = "/organisations/{organisation_id}", operation_id = "update_organisation", tag = "register", security(("token" = [])),
    params(("organisation_id" = OrganisationId, Path)),
    request_body(content = OrganisationPatch, content_type = "application/merge-patch+json"), responses(
    (status = 200, body = OrganisationBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn update(
    permit: Permit<UpdateOrganisation>,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    if_match: IfMatch,
    body: JsonBody<OrganisationPatch>,
) -> Result<Written<OrganisationBody>, Problem> {
    let saved =
        service::update(&app.db, &app.reference, &permit, (id, if_match, body.value)).await?;
    written(&app, permit.also(), StatusCode::OK, &saved).await
}

/// Turns "selbst betroffen" on or off.
#[utoipa::path(post, path = "/organisations/{organisation_id}/struck", tag = "register", security(("token" = [])),
    params(("organisation_id" = OrganisationId, Path)), request_body = StruckSwitch, responses(
    (status = 200, body = OrganisationBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn set_struck(
    permit: Permit<SetStruck>,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    body: JsonBody<StruckSwitch>,
) -> Result<Written<OrganisationBody>, Problem> {
    let saved = service::set_struck(&app.db, &permit, id, body.value).await?;
    written(&app, permit.also(), StatusCode::OK, &saved).await
}

/// The organisation as it is after a write; whoever may write may read it.
async fn written(
    app: &AppState,
    permit: Option<Permit<ReadOrganisation>>,
    status: StatusCode,
    saved: &Saved,
) -> Result<Written<OrganisationBody>, Problem> {
    let permit = permit.ok_or_else(|| Problem::forbidden("you may write this, but not read it"))?;
    let (body, version) = service::show(&app.db, &app.reference, &permit, saved.id).await?;
    Ok(Written {
        status,
        body,
        version,
        generation: saved.generation,
    })
}

impl From<OrganisationError> for Problem {
    fn from(error: OrganisationError) -> Self {
        match error {
            OrganisationError::NotFound => Self::not_found("there is no such organisation"),
            OrganisationError::Invalid(errors) => Self::fields(errors),
            OrganisationError::PlaceTaken(id) => {
                Self::conflict(format!("the place has its organisation already: {id}"))
            }
            OrganisationError::Version(problem) => problem,
            OrganisationError::SaidByAdmins => {
                Self::forbidden("only an admin says who is a member and whom it serves")
            }
            OrganisationError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            OrganisationError::Storage(error) => error.into(),
        }
    }
}
