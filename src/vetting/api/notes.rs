//! What vetters note in an open case.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::{Validate, ValidationError};

use super::body::CaseBody;
use super::{reading, seen};
use crate::access::Permit;
use crate::access::action::AssessVettingCase;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{IdempotencyKey, JsonBody, PathId, PathPart, Problem, ProblemBody, Reply, json};
use crate::ids::VettingCaseId;
use crate::vetting::model::Ticking;
use crate::vetting::service;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(tick, untick))
        .routes(routes!(comment))
}

/// Ticks a question of the checklist; who ticked it first stays named.
#[utoipa::path(put, path = "/vetting-cases/{vetting_case_id}/checklist/{item}", operation_id = "tick_vetting_item", tag = "vetting", security(("token" = [])),
    params(("vetting_case_id" = VettingCaseId, Path), ("item" = String, Path, description = "Id of the question")), responses(
    (status = 200, body = CaseBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn tick(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathPart(id, item): PathPart<VettingCaseId>,
) -> Result<Reply<CaseBody>, Problem> {
    set(&app, &permit, (id, Ticking::One(&item, true))).await
}

/// Takes a tick of the checklist away.
#[utoipa::path(delete, path = "/vetting-cases/{vetting_case_id}/checklist/{item}", operation_id = "untick_vetting_item", tag = "vetting", security(("token" = [])),
    params(("vetting_case_id" = VettingCaseId, Path), ("item" = String, Path, description = "Id of the question")), responses(
    (status = 200, body = CaseBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn untick(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathPart(id, item): PathPart<VettingCaseId>,
) -> Result<Reply<CaseBody>, Problem> {
    set(&app, &permit, (id, Ticking::One(&item, false))).await
}

async fn set(
    app: &AppState,
    permit: &Permit<AssessVettingCase>,
    (id, ticking): (VettingCaseId, Ticking<'_>),
) -> Result<Reply<CaseBody>, Problem> {
    let read = reading(permit)?;
    service::set_ticks(&app.db, permit, (id, ticking)).await?;
    Ok(Reply::new(seen(app, &read, id).await?))
}

/// A note for the other vetters.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewComment {
    /// What; never the name of the person, which vetters do not know.
    #[validate(custom(function = "not_blank"), length(max = 2_000))]
    #[schema(min_length = 1, max_length = 2000)]
    text: String,
}

/// Tells the other vetters something about an open case.
#[utoipa::path(post, path = "/vetting-cases/{vetting_case_id}/comments", operation_id = "comment_on_vetting_case", tag = "vetting", security(("token" = [])),
    params(("vetting_case_id" = VettingCaseId, Path)), request_body = NewComment, responses(
    (status = 201, body = CaseBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn comment(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
    IdempotencyKey(key): IdempotencyKey,
    new: JsonBody<NewComment>,
) -> Result<Response, Problem> {
    let attempt = key.map(|key| Attempt {
        scope: format!("{} comments {id}", permit.caller().account),
        key,
        body_hash: new.hash,
    });
    let read = reading(&permit)?;
    let text = new.value.text.trim();
    service::comment(&app.db, &permit, (id, text), attempt).await?;
    Ok(json(StatusCode::CREATED, &seen(&app, &read, id).await?))
}

fn not_blank(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        return Err(ValidationError::new("length"));
    }
    Ok(())
}
