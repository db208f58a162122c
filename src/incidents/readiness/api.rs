//! JSON of what is settled, handed out and handed over.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{
    ArrivalSheetBody, HandOverBody, NewArrivalSheet, NewHandOver, NewTick, ReadinessBody,
};
use super::model::Tick;
use super::service::{self, ReadinessError};
use crate::access::Permit;
use crate::access::action::{KeepArrivalSheet, ReadArrivalSheet, ReadDeployments, RunDeployment};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    GENERATION, IdempotencyKey, IfMatch, JsonBody, PathId, PathPart, Problem, ProblemBody, Reply,
    Written, json,
};
use crate::ids::{DeploymentId, IncidentId};
use crate::incidents::api::kit;

/// Routes of this concern.
pub(in crate::incidents) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show_readiness))
        .routes(routes!(set_tick))
        .routes(routes!(show_sheet, replace_sheet))
        .routes(routes!(show_hand_overs, hand_over))
}

/// Shows what is settled before the first touch, to both sides alike.
#[utoipa::path(get, path = "/deployments/{deployment_id}/readiness", operation_id = "show_readiness", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = ReadinessBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_readiness(
    permit: Permit<ReadDeployments>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<ReadinessBody>, Problem> {
    let seen = service::seen(&app.db, &permit, id).await?;
    let all = service::ticked(&app.db, &seen.deployment).await?;
    Ok(Reply::new(ReadinessBody::new(&all)))
}

/// Ticks something as settled, or takes that back.
#[utoipa::path(put, path = "/deployments/{deployment_id}/readiness/{tick}", operation_id = "set_readiness_tick", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path), ("tick" = Tick, Path, description = "What is settled")), request_body = NewTick, responses(
    (status = 200, body = ReadinessBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn set_tick(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathPart(id, tick): PathPart<DeploymentId>,
    body: JsonBody<NewTick>,
) -> Result<Response, Problem> {
    let tick = tick.parse::<Tick>();
    let tick = tick.map_err(|_| Problem::not_found("there is no such tick"))?;
    let seen = service::seen(&app.db, &permit, id).await?;
    let by = (&seen, permit.actor());
    let generation = service::set_tick(&app.db, by, (tick, body.value.done)).await?;
    let all = service::ticked(&app.db, &seen.deployment).await?;
    Ok(stamped(
        json(StatusCode::OK, &ReadinessBody::new(&all)),
        generation,
    ))
}

/// Shows the sheet for who arrives: to the town and the desk, to whoever is committed, and without private numbers to
/// who sends them. It is recorded.
#[utoipa::path(get, path = "/incidents/{incident_id}/arrival-sheet", operation_id = "show_arrival_sheet", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = ArrivalSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_sheet(
    permit: Permit<ReadArrivalSheet>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<ArrivalSheetBody>, Problem> {
    let shown = service::read_sheet(kit(&app), &permit, id).await?;
    let version = shown.version;
    Ok(Reply::versioned(shown.into(), version))
}

/// Keeps a sheet instead of the one that was read. No credentials belong in it: accounts are issued on site.
#[utoipa::path(put, path = "/incidents/{incident_id}/arrival-sheet", operation_id = "replace_arrival_sheet", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = NewArrivalSheet, responses(
    (status = 200, body = ArrivalSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn replace_sheet(
    permit: Permit<KeepArrivalSheet>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    if_match: IfMatch,
    body: JsonBody<NewArrivalSheet>,
) -> Result<Written<ArrivalSheetBody>, Problem> {
    let sheet = body.value.checked().map_err(Problem::fields)?;
    let new = (id, if_match, sheet);
    let (kept, generation) = service::save_sheet(kit(&app), &permit, new).await?;
    Ok(Written {
        status: StatusCode::OK,
        version: kept.version,
        body: kept.into(),
        generation,
    })
}

/// Shows what was handed over of a deployment, newest first: to the town, the desk, and whoever is committed in the
/// same incident.
#[utoipa::path(get, path = "/deployments/{deployment_id}/hand-over", operation_id = "list_hand_overs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = [HandOverBody]),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_hand_overs(
    permit: Permit<ReadDeployments>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<Vec<HandOverBody>>, Problem> {
    let all = service::handed_over(kit(&app), &permit, id).await?;
    Ok(Reply::new(
        all.versions.into_iter().map(Into::into).collect(),
    ))
}

/// Hands something over: a new version. No credentials belong in it.
#[utoipa::path(post, path = "/deployments/{deployment_id}/hand-over", operation_id = "create_hand_over", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewHandOver, responses(
    (status = 201, body = HandOverBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn hand_over(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewHandOver>,
) -> Result<Response, Problem> {
    let attempt = key.map(|key| Attempt {
        scope: format!("{} hand-over {id}", permit.caller().account),
        key,
        body_hash: body.hash,
    });
    let texts = body.value.checked().map_err(Problem::fields)?;
    let (made, generation) =
        service::write_hand_over(kit(&app), &permit, (id, texts), attempt).await?;
    let answer = json(StatusCode::CREATED, &HandOverBody::from(made));
    Ok(stamped(answer, generation))
}

/// With the number of the change.
fn stamped(mut response: Response, generation: i64) -> Response {
    let generation = HeaderValue::from(generation);
    response.headers_mut().insert(GENERATION, generation);
    response
}

impl From<ReadinessError> for Problem {
    fn from(error: ReadinessError) -> Self {
        match error {
            ReadinessError::NotFound => Self::not_found("there is no such deployment or incident"),
            ReadinessError::Over => Self::conflict("it is over, or nobody is committed"),
            ReadinessError::Invalid(errors) => Self::fields(errors),
            ReadinessError::Version(problem) => problem,
            ReadinessError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            ReadinessError::NeedsCode => Self::forbidden("the spoken code is needed"),
            ReadinessError::WrongCode(_) => Self::forbidden("this is not the spoken code"),
            ReadinessError::Locked => {
                Self::conflict("there were too many wrong codes: phone the coordinators")
            }
            ReadinessError::Storage(error) => error.into(),
        }
    }
}
