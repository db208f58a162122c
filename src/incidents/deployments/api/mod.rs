//! JSON of deployments.

mod running;

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::{DeploymentBody, DeploymentContactBody, NewReleaseDecision, NewTownDecision};
use super::model::Deployment;
use super::service::{self, DeploymentError};
use crate::access::action::{
    AcceptDeployment, ReadDeployments, ReadHelpRequests, ReleaseDeployment, RevealDeploymentContact,
};
use crate::access::{Permit, Scope};
use crate::app::AppState;
use crate::experts;
use crate::http::{JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply, Written, cut};
use crate::ids::DeploymentId;
use crate::incidents::requests::desk;
use crate::input::FieldError;

/// Routes of deployments.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(release))
        .routes(routes!(accept))
        .routes(routes!(contact))
        .merge(running::routes())
}

/// Which deployments to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DeploymentQuery {
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<DeploymentId>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// Lists deployments, newest first: the own ones, those of the own house, those of the own town; all to coordinators.
#[utoipa::path(get, path = "/deployments", operation_id = "list_deployments", tag = "help", security(("token" = [])), params(DeploymentQuery), responses(
    (status = 200, body = Page<DeploymentBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadDeployments>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<DeploymentQuery>,
) -> Result<Reply<Page<DeploymentBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let mut found = service::list(&app.db, &permit, (query.cursor, limit)).await?;
    let next_cursor = cut(&mut found, limit).map(|last| last.id.to_string());
    let town = permit.also::<ReadHelpRequests>();
    let towns = town.as_ref().map(Permit::scope);
    Ok(Reply::new(Page {
        items: bodies(&app, &found, towns).await?,
        next_cursor,
    }))
}

/// Shows a deployment.
#[utoipa::path(get, path = "/deployments/{deployment_id}", operation_id = "show_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadDeployments>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<DeploymentBody>, Problem> {
    let found = service::show(&app.db, &permit, id).await?;
    let version = found.version;
    let town = permit.also::<ReadHelpRequests>();
    let mut bodies = bodies(&app, &[found], town.as_ref().map(Permit::scope)).await?;
    let body = bodies.pop().ok_or(DeploymentError::NotFound)?;
    Ok(Reply::versioned(body, version))
}

/// The employer releases it, as agreed or from afar only, or refuses.
#[utoipa::path(post, path = "/deployments/{deployment_id}/release", operation_id = "release_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewReleaseDecision, responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn release(
    permit: Permit<ReleaseDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewReleaseDecision>,
) -> Result<Written<DeploymentBody>, Problem> {
    let decided = (id, body.value.decision);
    let decided = service::decide_release(&desk(&app), &permit, decided).await?;
    let town = permit.also::<AcceptDeployment>();
    written(&app, decided, town.as_ref().map(Permit::scope)).await
}

/// The town accepts, or refuses without a reason; what counted as accepted beforehand, within ten minutes.
#[utoipa::path(post, path = "/deployments/{deployment_id}/acceptance", operation_id = "accept_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewTownDecision, responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn accept(
    permit: Permit<AcceptDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewTownDecision>,
) -> Result<Written<DeploymentBody>, Problem> {
    let decided = (id, body.value.decision);
    let decided = service::decide_acceptance(&desk(&app), &permit, decided).await?;
    written(&app, decided, Some(permit.scope())).await
}

/// Shows whom to phone on the other side, once both are committed. It is recorded, and the expert sees it.
#[utoipa::path(get, path = "/deployments/{deployment_id}/contact", operation_id = "show_deployment_contact", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = DeploymentContactBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn contact(
    permit: Permit<RevealDeploymentContact>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<DeploymentContactBody>, Problem> {
    let desk = desk(&app);
    let (deployment, side) = service::contact(&desk, &permit, id).await?;
    let words = service::words(&desk, &deployment).await?;
    let words = words.map(|words| {
        let word = |word: &crate::emergency::Word| word.reveal().to_owned();
        (word(&words.caller), word(&words.called))
    });
    Ok(Reply::new(DeploymentContactBody::new(side, words)))
}

pub(super) async fn written(
    app: &AppState,
    (deployment, generation): (Deployment, i64),
    towns: Option<&Scope>,
) -> Result<Written<DeploymentBody>, Problem> {
    let version = deployment.version;
    let mut bodies = bodies(app, &[deployment], towns).await?;
    Ok(Written {
        status: StatusCode::OK,
        body: bodies.pop().ok_or(DeploymentError::NotFound)?,
        version,
        generation,
    })
}

/// Expert and employer learn of the town once they are committed; the town is told who sends them. Whoever only releases
/// people of a house that is the town itself does not speak for the town.
async fn bodies(
    app: &AppState,
    found: &[Deployment],
    towns: Option<&Scope>,
) -> Result<Vec<DeploymentBody>, DeploymentError> {
    let experts: Vec<_> = found.iter().map(|one| one.expert).collect();
    let entries = experts::load(app.db.reader(), &experts).await?;
    let is_of_town = |one: &Deployment| towns.is_some_and(|towns| towns.covers(one.requester));
    let of_town = found.iter().filter(|one| is_of_town(one));
    let of_town: Vec<_> = of_town.collect();
    let mut told = service::introductions(&app.db, &app.reference, &of_town).await?;
    let alias = |one: &Deployment| {
        let entry = entries.iter().find(|entry| entry.id == one.expert);
        entry.map(|entry| entry.alias.clone()).unwrap_or_default()
    };
    let ids: Vec<_> = found.iter().map(|one| one.id).collect();
    let asked = service::last_extensions(&app.db, &ids).await?;
    let last = |one: &Deployment| asked.get(&one.id).copied();
    let knows = |one: &Deployment| one.state.fills_a_place() || is_of_town(one);
    let bodies = found.iter().map(|one| {
        let helper = (alias(one), told.remove(&one.id), last(one));
        DeploymentBody::new(one, helper, (knows(one), is_of_town(one)))
    });
    Ok(bodies.collect())
}

impl From<DeploymentError> for Problem {
    fn from(error: DeploymentError) -> Self {
        match error {
            DeploymentError::NotFound => Self::not_found("there is no such deployment"),
            DeploymentError::Invalid(errors) => Self::fields(errors),
            DeploymentError::NotAsked => {
                Self::conflict("this was decided before, or is not to be decided now")
            }
            DeploymentError::Booked(free) => Self::conflict(format!(
                "the person is committed elsewhere then; free from {free}"
            )),
            DeploymentError::NotAgreed(Some(again)) => Self::conflict(format!(
                "a later end was not agreed: ask again from {again} on"
            )),
            DeploymentError::NotAgreed(None) => Self::conflict(
                "a later end was not agreed three times: let somebody else take over",
            ),
            DeploymentError::NotCommitted => Self::conflict(
                "both sides see each other once all have said yes, and seven days after the end",
            ),
            DeploymentError::WrongCode(left) => {
                let detail = format!("this is not the code; {left} tries are left");
                Self::fields(vec![FieldError::new("/spoken_code", "wrong", detail)])
            }
            DeploymentError::OwnKey => Self::conflict(
                "you help yourself here: somebody else of your organisation releases",
            ),
            DeploymentError::OtherSide => {
                Self::forbidden("another side of the deployment does this")
            }
            DeploymentError::Locked => {
                Self::conflict("there were too many wrong codes: phone the coordinators")
            }
            DeploymentError::Storage(error) => error.into(),
        }
    }
}
