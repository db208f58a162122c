//! JSON of the roster.

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{NewRoster, RosterBody};
use super::model::Duty;
use super::service::{self, RosterError};
use crate::access::action::{KeepRoster, ReadRoster, TakeDuty};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::{IfMatch, JsonBody, Problem, ProblemBody, Reply, Written};

/// Routes of the roster.
pub(in crate::incidents) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show, replace))
        .routes(routes!(take))
}

/// Shows who is on duty from now on, and which seats nobody has.
#[utoipa::path(get, path = "/roster", operation_id = "show_roster", tag = "help", security(("token" = [])), responses(
    (status = 200, body = RosterBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadRoster>,
    State(app): State<AppState>,
) -> Result<Reply<RosterBody>, Problem> {
    let roster = service::show(&app.db, &app.keyring, &permit).await?;
    let version = roster.version;
    Ok(Reply::versioned(roster.into(), version))
}

/// Replaces the plan from now on. What is over stays as it was.
#[utoipa::path(put, path = "/roster", operation_id = "replace_roster", tag = "help", security(("token" = [])), request_body = NewRoster, responses(
    (status = 200, body = RosterBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn replace(
    permit: Permit<KeepRoster>,
    State(app): State<AppState>,
    if_match: IfMatch,
    body: JsonBody<NewRoster>,
) -> Result<Written<RosterBody>, Problem> {
    let plan = body.value.shifts.into_iter().map(Duty::from).collect();
    let generation = service::replace(&app.db, &permit, (if_match, plan)).await?;
    written(&app, &permit, generation).await
}

/// Makes the caller the first who is called, from now until the shift of whoever was ends, else for eight hours or
/// until the next one.
#[utoipa::path(post, path = "/roster/take", operation_id = "take_duty", tag = "help", security(("token" = [])), responses(
    (status = 200, body = RosterBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn take(
    permit: Permit<TakeDuty>,
    State(app): State<AppState>,
) -> Result<Written<RosterBody>, Problem> {
    let generation = service::take(&app.db, &permit).await?;
    written(&app, &permit, generation).await
}

/// The roster after a write, for who may read it too.
async fn written<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    generation: i64,
) -> Result<Written<RosterBody>, Problem> {
    let reads = permit.also::<ReadRoster>();
    let reads =
        reads.ok_or_else(|| Problem::forbidden("your token may write this, but not read it"))?;
    let roster = service::show(&app.db, &app.keyring, &reads).await?;
    Ok(Written {
        status: StatusCode::OK,
        version: roster.version,
        body: roster.into(),
        generation,
    })
}

impl From<RosterError> for Problem {
    fn from(error: RosterError) -> Self {
        match error {
            RosterError::NotFound => Self::not_found("there is no such shift"),
            RosterError::Invalid(errors) => Self::fields(errors),
            RosterError::Version(problem) => problem,
            RosterError::Storage(error) => error.into(),
        }
    }
}
