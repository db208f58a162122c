//! Times over HTTP.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::sheets::csv;
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{IfMatch, JsonBody, PathId, PathPart, Problem, ProblemBody, Reply, Written};
use crate::ids::{self, DeploymentId, TimeEntryId};
use crate::incidents::api::kit;
use crate::incidents::costs::body::{NewTimeEntry, TimeEntryBody, TimeEntryPatch, TimesBody};
use crate::incidents::costs::model::TimeEntry;
use crate::incidents::costs::service;
use crate::incidents::costs::table::times_table;

/// Routes of times.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(change, remove))
        .routes(routes!(confirm))
        .routes(routes!(table))
}

/// Shows what was worked: to whoever helps and the employer when, to the others what each day comes to.
#[utoipa::path(get, path = "/deployments/{deployment_id}/times", operation_id = "list_times", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = TimesBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<TimesBody>, Problem> {
    let seen = service::seen(&app.db, &permit, id).await?;
    let times = service::times(kit(&app), &seen).await?;
    Ok(Reply::new(times.into()))
}

/// Writes down what was worked. What overlaps another entry is refused; long days and short nights are only warned of.
#[utoipa::path(post, path = "/deployments/{deployment_id}/times", operation_id = "add_time", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewTimeEntry, responses(
    (status = 201, body = TimeEntryBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn add(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewTimeEntry>,
) -> Result<Written<TimeEntryBody>, Problem> {
    let seen = service::seen(&app.db, &permit, id).await?;
    let entry = TimeEntryId(ids::ordered(app.db.clock().now()));
    let entry = body.value.entry(entry);
    let done = service::add_time(kit(&app), &permit, (&seen, entry)).await?;
    Ok(written(StatusCode::CREATED, done))
}

/// Changes what was written down.
#[utoipa::path(patch, path = "/deployments/{deployment_id}/times/{time_id}", operation_id = "change_time", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path), ("time_id" = TimeEntryId, Path)), request_body = TimeEntryPatch, responses(
    (status = 200, body = TimeEntryBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn change(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathPart(id, entry): PathPart<DeploymentId>,
    if_match: IfMatch,
    body: JsonBody<TimeEntryPatch>,
) -> Result<Written<TimeEntryBody>, Problem> {
    let seen = service::seen(&app.db, &permit, id).await?;
    let change = |entry| body.value.apply(entry);
    let what = (&seen, named(&entry)?);
    let done = service::change_time(kit(&app), &permit, what, if_match, change).await?;
    Ok(written(StatusCode::OK, done))
}

/// Strikes what was written down.
#[utoipa::path(delete, path = "/deployments/{deployment_id}/times/{time_id}", operation_id = "remove_time", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path), ("time_id" = TimeEntryId, Path)), responses(
    (status = 204),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn remove(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathPart(id, entry): PathPart<DeploymentId>,
) -> Result<StatusCode, Problem> {
    let seen = service::seen(&app.db, &permit, id).await?;
    service::remove_time(kit(&app), &permit, (&seen, named(&entry)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The employer vouches for the times; whoever changes them afterwards lifts that.
#[utoipa::path(post, path = "/deployments/{deployment_id}/times/confirm", operation_id = "confirm_times", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = TimesBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn confirm(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<TimesBody>, Problem> {
    let seen = service::seen(&app.db, &permit, id).await?;
    service::confirm_times(kit(&app), &permit, &seen).await?;
    let times = service::times(kit(&app), &seen).await?;
    Ok(Reply::new(times.into()))
}

/// The times as a table for a spreadsheet, as far as the caller may see them.
#[utoipa::path(get, path = "/deployments/{deployment_id}/times.csv", operation_id = "export_times", tag = "help", security(("token" = [])),
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
    let times = service::times(kit(&app), &seen).await?;
    Ok(csv("kataster-zeiten.csv", times_table(&times)))
}

fn named(text: &str) -> Result<TimeEntryId, Problem> {
    let named = text.parse();
    named.map_err(|_| Problem::not_found("there is no such entry"))
}

fn written(status: StatusCode, (entry, generation): (TimeEntry, i64)) -> Written<TimeEntryBody> {
    Written {
        status,
        version: entry.version,
        body: entry.into(),
        generation,
    }
}
