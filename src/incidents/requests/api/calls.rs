//! Reports of gateways that ring: what became of a call, and what was pressed.

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::desk;
use crate::app::AppState;
use crate::http::{Problem, ProblemBody, SignedBody};
use crate::incidents::requests::service;
use crate::notifications::{Channel, take_report};

/// Routes for gateways to calls, at the root of the service.
pub fn gateway_routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(voice_delivery))
}

/// What became of a call; as for texts. Where the settings say that keys are reported, the first one that says something
/// is the answer to what the call asked, as long as that is open; all others are no answer, and 204 too.
#[utoipa::path(post, path = "/gateway/voice/delivery", tag = "operations",
    params(("X-Signature" = Option<String>, Header, description = "`sha256=` and the HMAC-SHA256 of the body; the settings may name another header")),
    request_body(content = serde_json::Value, content_type = "application/json", description = "As the gateway writes it; a form is taken too"),
    responses(
        (status = 204, description = "Noted"),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "The signature is missing or wrong"),
        (status = "default", body = ProblemBody, content_type = "application/problem+json"),
    ))]
async fn voice_delivery(
    State(app): State<AppState>,
    body: SignedBody,
) -> Result<StatusCode, Problem> {
    let reported = take_report(&app, Channel::Voice, &body).await?;
    service::press(&desk(&app), &reported).await?;
    Ok(StatusCode::NO_CONTENT)
}
