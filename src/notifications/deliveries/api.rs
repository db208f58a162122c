//! Reports of gateways: from programs without a session, believed by their signature alone.

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::service::{self, ReportError};
use crate::app::AppState;
use crate::http::{Problem, ProblemBody, SignedBody};
use crate::notifications::{CallbackError, Channel, Gateway, ReportFormat, Reported};

/// Routes for gateways to texts, at the root of the service. Calls are reported to those whose question they put.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(sms_delivery))
}

/// What became of a text. Where it says so, and in which words, the operator's settings name. Repeated it is the same;
/// what arrived stays so. 404 when nothing was sent under this reference, or no gateway reports here.
#[utoipa::path(post, path = "/gateway/sms/delivery", tag = "operations",
    params(("X-Signature" = Option<String>, Header, description = "`sha256=` and the HMAC-SHA256 of the body; the settings may name another header")),
    request_body(content = serde_json::Value, content_type = "application/json", description = "As the gateway writes it; a form is taken too"),
    responses(
        (status = 204, description = "Noted"),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "The signature is missing or wrong"),
        (status = "default", body = ProblemBody, content_type = "application/problem+json"),
    ))]
async fn sms_delivery(
    State(app): State<AppState>,
    body: SignedBody,
) -> Result<StatusCode, Problem> {
    take_report(&app, Channel::Sms, &body).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Believes a report by its signature, and notes what it says of a message of this channel.
///
/// # Errors
/// No gateway reports here; forged, or not understood; there is no such message; or storage failed.
pub async fn take_report(
    app: &AppState,
    channel: Channel,
    body: &SignedBody,
) -> Result<Reported, Problem> {
    let rules = app.post.gateway(channel).and_then(Gateway::callback);
    let rules = rules.ok_or_else(|| Problem::not_found("no gateway reports here"))?;
    let format = match body.content_type() {
        "application/x-www-form-urlencoded" => ReportFormat::Form,
        _ => ReportFormat::Json,
    };
    let report = rules.read(body.header(rules.header()), (format, &body.bytes));
    count(channel, report.is_ok());
    let report = report?;
    let reference = report.reference.ok_or(ReportError::NotFound)?;
    let told = service::take_report(&app.db, (channel, reference), report.outcome).await?;
    Ok(Reported {
        reference,
        subject: told.subject,
        purpose: told.purpose,
        key: report.key,
    })
}

/// Forged reports are counted and not recorded: anybody could fill the record.
fn count(channel: Channel, is_believed: bool) {
    let outcome = if is_believed { "believed" } else { "refused" };
    metrics::counter!("kataster_delivery_reports_total", "channel" => <&str>::from(channel), "outcome" => outcome)
        .increment(1);
}

impl From<CallbackError> for Problem {
    fn from(error: CallbackError) -> Self {
        match error {
            CallbackError::Forged => Self::unsigned(error.to_string()),
            CallbackError::Unreadable => Self::bad_request(error.to_string()),
            CallbackError::Lacks => Self::invalid(error.to_string()),
        }
    }
}

impl From<ReportError> for Problem {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::NotFound => Self::not_found("there is no such message"),
            ReportError::Storage(error) => error.into(),
        }
    }
}
