//! JSON of what is done with a committed deployment.

use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::written;
use crate::access::Permit;
use crate::access::action::{AcceptDeployment, RunDeployment};
use crate::app::AppState;
use crate::http::{JsonBody, PathId, Problem, ProblemBody, Written};
use crate::ids::DeploymentId;
use crate::incidents::deployments::body::{
    DeploymentBody, NewExtension, NewExtensionDecision, NewReturn, NewStart, SuccessorBody,
};
use crate::incidents::deployments::model::Deployment;
use crate::incidents::deployments::service::{self, Step};
use crate::incidents::requests::desk;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(start))
        .routes(routes!(extend))
        .routes(routes!(answer_extension))
        .routes(routes!(call_back))
        .routes(routes!(end))
        .routes(routes!(cancel))
        .routes(routes!(seek_successor))
}

/// It begins, or began then. The town, a coordinator or whoever helps says so. Where it was to begin later, it lasts
/// from then on, and whoever helps is booked from then on: 409 where they are committed elsewhere.
#[utoipa::path(post, path = "/deployments/{deployment_id}/start", operation_id = "start_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewStart, responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn start(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewStart>,
) -> Result<Written<DeploymentBody>, Problem> {
    let step = (id, Step::Start(body.value.at));
    let taken = service::take_step(&desk(&app), &permit, step).await?;
    changed(&app, &permit, taken).await
}

/// The town, or a coordinator, asks for a later end: seven days more at most, fourteen in a row. Whoever helps and their
/// employer say yes or no. What was not agreed is asked for again 12 hours later at
/// the earliest, and no more after three times.
#[utoipa::path(post, path = "/deployments/{deployment_id}/extend", operation_id = "extend_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewExtension, responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn extend(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewExtension>,
) -> Result<Written<DeploymentBody>, Problem> {
    let asked = (id, body.value.until);
    let taken = service::ask_extension(&desk(&app), &permit, asked).await?;
    changed(&app, &permit, taken).await
}

/// Whoever helps, or their employer, says yes or no to a later end.
#[utoipa::path(post, path = "/deployments/{deployment_id}/extension", operation_id = "answer_deployment_extension", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewExtensionDecision, responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn answer_extension(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewExtensionDecision>,
) -> Result<Written<DeploymentBody>, Problem> {
    let said = (id, body.value.decision);
    let taken = service::answer_extension(&desk(&app), &permit, said).await?;
    changed(&app, &permit, taken).await
}

/// The employer, or whoever helps, calls back: help goes on until then, and the town is told.
#[utoipa::path(post, path = "/deployments/{deployment_id}/return", operation_id = "return_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewReturn, responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn call_back(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewReturn>,
) -> Result<Written<DeploymentBody>, Problem> {
    let step = (id, Step::CallBack(body.value.at));
    let taken = service::take_step(&desk(&app), &permit, step).await?;
    changed(&app, &permit, taken).await
}

/// It is over. Each side may say so at any time.
#[utoipa::path(post, path = "/deployments/{deployment_id}/end", operation_id = "end_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn end(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Written<DeploymentBody>, Problem> {
    let taken = service::take_step(&desk(&app), &permit, (id, Step::End)).await?;
    changed(&app, &permit, taken).await
}

/// It is called off before it began: its place is open again.
#[utoipa::path(post, path = "/deployments/{deployment_id}/cancel", operation_id = "cancel_deployment", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = DeploymentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn cancel(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Written<DeploymentBody>, Problem> {
    let taken = service::take_step(&desk(&app), &permit, (id, Step::Cancel)).await?;
    changed(&app, &permit, taken).await
}

/// Drafts a request for somebody who takes over, from the end of this one on. Sent again, it is the same one.
#[utoipa::path(post, path = "/deployments/{deployment_id}/successor", operation_id = "seek_deployment_successor", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = SuccessorBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn seek_successor(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Written<SuccessorBody>, Problem> {
    let request_id = service::seek_successor(&desk(&app), &permit, id).await?;
    Ok(Written {
        status: axum::http::StatusCode::OK,
        body: SuccessorBody { request_id },
        version: 1,
        generation: app.db.generation().await?,
    })
}

async fn changed(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    taken: (Deployment, i64),
) -> Result<Written<DeploymentBody>, Problem> {
    let town = permit.also::<AcceptDeployment>();
    written(app, taken, town.as_ref().map(Permit::scope)).await
}
