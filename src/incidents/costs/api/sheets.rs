//! Estimates and costs over HTTP.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{IfMatch, JsonBody, PathId, Problem, ProblemBody, Reply, Written, saved_file};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::costs::body::{
    CostSheetBody, EstimateDecision, NewCostQuery, NewCostSheet, NewEstimateDecision,
};
use crate::incidents::costs::model::{Sheet, Stage, Step};
use crate::incidents::costs::service;
use crate::incidents::costs::table::costs_table;

/// Routes of sheets.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(estimate, write_estimate))
        .routes(routes!(decide))
        .routes(routes!(costs, write_costs))
        .routes(routes!(submit))
        .routes(routes!(accept))
        .routes(routes!(query))
        .routes(routes!(settle))
        .routes(routes!(table))
}

/// Shows what a deployment is estimated to cost: to whoever writes it a proposal where nothing is written, to the town
/// once it was sent.
#[utoipa::path(get, path = "/deployments/{deployment_id}/estimate", operation_id = "show_estimate", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn estimate(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<CostSheetBody>, Problem> {
    show(&app, &permit, (id, Stage::Estimate)).await
}

/// Writes the estimate anew, and sends it to the town where that is said. What the town agreed to stands.
#[utoipa::path(put, path = "/deployments/{deployment_id}/estimate", operation_id = "write_estimate", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewCostSheet, responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn write_estimate(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
    body: JsonBody<NewCostSheet>,
) -> Result<Written<CostSheetBody>, Problem> {
    write(&app, &permit, (id, Stage::Estimate), (if_match, body.value)).await
}

/// The town says yes or no to the estimate; to no other than it read. The desk says what a town said.
#[utoipa::path(post, path = "/deployments/{deployment_id}/estimate/decision", operation_id = "decide_estimate", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)),
    request_body = NewEstimateDecision, responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn decide(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
    body: JsonBody<NewEstimateDecision>,
) -> Result<Written<CostSheetBody>, Problem> {
    let step = match body.value.decision {
        EstimateDecision::Agree => Step::Agree,
        EstimateDecision::Decline => Step::Decline,
    };
    let what = (id, Stage::Estimate);
    go_on(&app, &permit, what, (step, None), if_match).await
}

/// Shows what a deployment cost: to the employer from the start on, to the town once it was submitted.
#[utoipa::path(get, path = "/deployments/{deployment_id}/costs", operation_id = "show_costs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn costs(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<CostSheetBody>, Problem> {
    show(&app, &permit, (id, Stage::Actual)).await
}

/// The employer writes what it cost. What the town accepted stands.
#[utoipa::path(put, path = "/deployments/{deployment_id}/costs", operation_id = "write_costs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewCostSheet, responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn write_costs(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
    body: JsonBody<NewCostSheet>,
) -> Result<Written<CostSheetBody>, Problem> {
    write(&app, &permit, (id, Stage::Actual), (if_match, body.value)).await
}

/// The employer submits the costs as they were written.
#[utoipa::path(post, path = "/deployments/{deployment_id}/costs/submit", operation_id = "submit_costs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn submit(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
) -> Result<Written<CostSheetBody>, Problem> {
    let what = (id, Stage::Actual);
    go_on(&app, &permit, what, (Step::Submit, None), if_match).await
}

/// The town accepts the costs: nothing of them changes any more.
#[utoipa::path(post, path = "/deployments/{deployment_id}/costs/accept", operation_id = "accept_costs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn accept(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
) -> Result<Written<CostSheetBody>, Problem> {
    let what = (id, Stage::Actual);
    go_on(&app, &permit, what, (Step::Accept, None), if_match).await
}

/// The town asks back about the costs.
#[utoipa::path(post, path = "/deployments/{deployment_id}/costs/query", operation_id = "query_costs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)),
    request_body = NewCostQuery, responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn query(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
    body: JsonBody<NewCostQuery>,
) -> Result<Written<CostSheetBody>, Problem> {
    let what = (id, Stage::Actual);
    let asked = (Step::Query, Some(body.value.text));
    go_on(&app, &permit, what, asked, if_match).await
}

/// The accepted costs are paid.
#[utoipa::path(post, path = "/deployments/{deployment_id}/costs/settle", operation_id = "settle_costs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = CostSheetBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn settle(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
) -> Result<Written<CostSheetBody>, Problem> {
    let what = (id, Stage::Actual);
    go_on(&app, &permit, what, (Step::Settle, None), if_match).await
}

/// Both sheets as a table for a spreadsheet.
#[utoipa::path(get, path = "/deployments/{deployment_id}/costs.csv", operation_id = "export_costs", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = String, content_type = "text/csv"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn table(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Response, Problem> {
    let seen = service::seen(&app.db, &permit, id).await?;
    let costing = service::costs(kit(&app), &seen).await?;
    let sheets: Vec<&Sheet> = costing.estimate.iter().chain(&costing.actual).collect();
    Ok(csv("kataster-kosten.csv", costs_table(&sheets)))
}

/// A table to be saved.
pub(super) fn csv(name: &str, text: String) -> Response {
    saved_file((name, "text/csv; charset=utf-8"), text.into_bytes())
}

async fn show(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, stage): (DeploymentId, Stage),
) -> Result<Reply<CostSheetBody>, Problem> {
    let seen = service::seen(&app.db, permit, id).await?;
    let sheet = service::sheet(kit(app), &seen, stage).await?;
    let version = sheet.version;
    Ok(Reply::versioned(sheet.into(), version))
}

async fn write(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, stage): (DeploymentId, Stage),
    (read, new): (IfMatch, NewCostSheet),
) -> Result<Written<CostSheetBody>, Problem> {
    let seen = service::seen(&app.db, permit, id).await?;
    let new = new.sheet(read).map_err(Problem::fields)?;
    let done = service::write(kit(app), permit, (&seen, stage), new).await?;
    Ok(written(done))
}

async fn go_on(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, stage): (DeploymentId, Stage),
    step: (Step, Option<String>),
    read: IfMatch,
) -> Result<Written<CostSheetBody>, Problem> {
    let seen = service::seen(&app.db, permit, id).await?;
    let done = service::advance(kit(app), permit, (&seen, stage), step, read).await?;
    Ok(written(done))
}

fn written((sheet, generation): (Sheet, i64)) -> Written<CostSheetBody> {
    Written {
        status: StatusCode::OK,
        version: sheet.version,
        body: sheet.into(),
        generation,
    }
}
