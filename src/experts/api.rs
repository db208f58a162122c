//! JSON of entries, for their person and employer. Reading and finding is in `search`.

use std::convert::Infallible;

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::{ExpertBody, ExpertPatch, NewExpert};
use super::duty::{OnCall, OnCallPlan};
use super::model::Availability;
use super::proposals::ProposalError;
use super::service::{self, ExpertError, Saved};
use super::{calendar_file, evidence, reveals};
use crate::access::Permit;
use crate::access::action::{
    ConfirmExpert, CreateExpert, PlanOnCall, ReadIdentity, ReleaseExperts, UpdateExpert,
};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    IdempotencyKey, IfMatch, JsonBody, PathId, Problem, ProblemBody, QueryParams, Written,
};
use crate::ids::ExpertId;

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(update))
        .routes(routes!(set_availability))
        .routes(routes!(drop_skill_change))
        .routes(routes!(set_on_call))
        .routes(routes!(confirm))
        .routes(routes!(withdraw_release))
        .merge(reveals::routes())
        .merge(evidence::routes())
        .merge(calendar_file::routes())
}

/// Enters a person or a nameless capacity.
#[utoipa::path(post, path = "/experts", operation_id = "create_expert", tag = "register", security(("token" = [])), request_body = NewExpert, responses(
    (status = 201, body = ExpertBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<CreateExpert>,
    State(app): State<AppState>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewExpert>,
) -> Result<Written<ExpertBody>, Problem> {
    let scope = format!("{} experts", permit.caller().account);
    let attempt = key.map(|key| Attempt {
        scope,
        key,
        body_hash: body.hash,
    });
    let saved = service::create(
        &app.db,
        (&app.reference, &app.keyring),
        &permit,
        body.value,
        attempt,
    )
    .await?;
    written(&app, permit.also(), StatusCode::CREATED, saved).await
}

/// Changes an entry.
#[utoipa::path(patch, path = "/experts/{expert_id}", operation_id = "update_expert", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)),
    request_body(content = ExpertPatch, content_type = "application/merge-patch+json"), responses(
    (status = 200, body = ExpertBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn update(
    permit: Permit<UpdateExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    if_match: IfMatch,
    body: JsonBody<ExpertPatch>,
) -> Result<Written<ExpertBody>, Problem> {
    let change = (id, if_match, body.value);
    let saved = service::update(&app.db, (&app.reference, &app.keyring), &permit, change).await?;
    written(&app, permit.also(), StatusCode::OK, saved).await
}

/// Says when an entry can start and when it is away.
#[utoipa::path(put, path = "/experts/{expert_id}/availability", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), request_body = Availability, responses(
    (status = 200, body = ExpertBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn set_availability(
    permit: Permit<UpdateExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    body: JsonBody<Availability>,
) -> Result<Written<ExpertBody>, Problem> {
    let saved = service::set_availability(&app.db, &permit, id, body.value).await?;
    written(&app, permit.also(), StatusCode::OK, saved).await
}

/// Which skill.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SkillQuery {
    /// The id of its term.
    #[validate(length(max = 80))]
    skill: String,
}

/// Drops a change of a confirmed skill that waits for the other side.
#[utoipa::path(delete, path = "/experts/{expert_id}/skill-changes", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path), SkillQuery), responses(
    (status = 200, body = ExpertBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn drop_skill_change(
    permit: Permit<UpdateExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    QueryParams(query): QueryParams<SkillQuery>,
) -> Result<Written<ExpertBody>, Problem> {
    let saved = service::drop_skill_change(&app.db, &permit, (id, &query.skill)).await?;
    written(&app, permit.also(), StatusCode::OK, saved).await
}

/// Plans when an entry is on call, in place of what was planned: for the employer alone.
#[utoipa::path(put, path = "/experts/{expert_id}/on-call", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), request_body = OnCallPlan, responses(
    (status = 200, body = ExpertBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn set_on_call(
    permit: Permit<PlanOnCall>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    body: JsonBody<OnCallPlan>,
) -> Result<Written<ExpertBody>, Problem> {
    let planned = |held: &mut Vec<OnCall>| {
        *held = body.value.periods;
        Ok::<_, Infallible>(())
    };
    let saved = match service::plan_on_call(&app.db, &permit, id, planned).await? {
        Ok(saved) => saved,
        Err(never) => match never {},
    };
    written(&app, permit.also(), StatusCode::OK, saved).await
}

/// Confirms that an entry is still right and, when due, renews the person's consent.
#[utoipa::path(post, path = "/experts/{expert_id}/confirm", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), responses(
    (status = 200, body = ExpertBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn confirm(
    permit: Permit<ConfirmExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Written<ExpertBody>, Problem> {
    let saved = service::confirm(&app.db, &permit, id).await?;
    written(&app, permit.also(), StatusCode::OK, saved).await
}

/// Takes the employer's release back, with effect on search and matching at once.
#[utoipa::path(delete, path = "/experts/{expert_id}/release", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), responses(
    (status = 200, body = ExpertBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn withdraw_release(
    permit: Permit<ReleaseExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Written<ExpertBody>, Problem> {
    let saved = service::withdraw_release(&app.db, &permit, id).await?;
    written(&app, permit.also(), StatusCode::OK, saved).await
}

/// The entry as it is after a write; whoever may write may read it.
async fn written(
    app: &AppState,
    permit: Option<Permit<ReadIdentity>>,
    status: StatusCode,
    saved: Saved,
) -> Result<Written<ExpertBody>, Problem> {
    let permit =
        permit.ok_or_else(|| Problem::forbidden("your token may write this, but not read it"))?;
    let (body, version) = service::own_view(&app.db, &app.keyring, &permit, saved.id).await?;
    Ok(Written {
        status,
        body,
        version,
        generation: saved.generation,
    })
}

impl From<ExpertError> for Problem {
    fn from(error: ExpertError) -> Self {
        match error {
            ExpertError::NotFound => Self::not_found("there is no such entry"),
            ExpertError::Invalid(errors) => Self::fields(errors),
            ExpertError::Version(problem) => problem,
            ExpertError::NotYours(detail) => Self::forbidden(detail),
            ExpertError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            ExpertError::Storage(error) => error.into(),
        }
    }
}

impl From<ProposalError> for Problem {
    fn from(error: ProposalError) -> Self {
        match error {
            ProposalError::NotFound => Self::not_found("there is no such proposal that waits"),
            ProposalError::Invalid(errors) => Self::fields(errors),
            error @ (ProposalError::Known | ProposalError::Waiting | ProposalError::TooMany) => {
                Self::conflict(error.to_string())
            }
            ProposalError::Entry(error) => error.into(),
            ProposalError::Keeping(error) => error.into(),
            ProposalError::Storage(error) => error.into(),
        }
    }
}
