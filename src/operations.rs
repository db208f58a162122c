//! For whoever runs the service: is it up, is it ready, what does it measure.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::PrometheusHandle;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::access::Permit;
use crate::access::action::ReadMetrics;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{Problem, ProblemBody};
use crate::jobs;
use crate::site::SecurityContact;

/// Jobs later than this are a sign that nobody does them.
const JOBS_LAG_SECONDS: i64 = 300;

/// Routes at the root of the service.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(healthz))
        .routes(routes!(readyz))
        .routes(routes!(show_metrics))
        .routes(routes!(security_txt))
}

/// The process answers.
#[utoipa::path(get, path = "/healthz", tag = "operations", responses((status = 200, body = String, content_type = "text/plain")))]
async fn healthz() -> &'static str {
    "up\n"
}

/// Whether the service can do its work, and what keeps it from it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Readiness {
    ready: bool,
    /// The database answers.
    database: bool,
    /// Changes the index has yet to take in; null when it is not there yet.
    index_lag: Option<i64>,
    /// Seconds the oldest due job is late.
    jobs_lag_seconds: Option<i64>,
    /// Jobs that failed for good and wait for an admin; they keep nothing from being ready.
    jobs_given_up: Option<u64>,
}

/// The service can do its work.
#[utoipa::path(get, path = "/readyz", tag = "operations", responses(
    (status = 200, body = Readiness),
    (status = 503, body = Readiness),
))]
async fn readyz(State(app): State<AppState>) -> Response {
    let head = app.db.generation().await.ok();
    let index_lag = head
        .zip(app.search.current())
        .map(|(head, snapshot)| head - snapshot.generation);
    let jobs_lag_seconds = jobs::lag_seconds(&app.db).await.ok();
    let ready = index_lag.is_some() && jobs_lag_seconds.is_some_and(|lag| lag <= JOBS_LAG_SECONDS);
    let status = if ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let body = Readiness {
        ready,
        database: head.is_some(),
        index_lag,
        jobs_lag_seconds,
        jobs_given_up: jobs::count_given_up(&app.db).await.ok(),
    };
    let bytes = serde_json::to_vec(&body).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], bytes).into_response()
}

/// What the service measures, in the format of Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "operations", security(("token" = [])), responses(
    (status = 200, body = String, content_type = "text/plain"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_metrics(_: Permit<ReadMetrics>, State(app): State<AppState>) -> String {
    rendered(&app.metrics, &app)
}

/// Whom to tell of weaknesses (RFC 9116). Nothing once the promise has expired: a stale address is worse than none.
#[utoipa::path(get, path = "/.well-known/security.txt", tag = "operations", responses(
    (status = 200, body = String, content_type = "text/plain"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn security_txt(State(app): State<AppState>) -> Result<Response, Problem> {
    let contact = app.site.security_contact.as_ref();
    let expires = contact.map(|contact| Instant::end_of(contact.expires));
    let (Some(contact), Some(expires)) = (contact, expires) else {
        return Err(Problem::not_found("no contact is set"));
    };
    if expires <= app.db.clock().now() {
        return Err(Problem::not_found("the contact has expired"));
    }
    let canonical = app.site.public_url.as_ref();
    let canonical = canonical.map(|url| format!("{url}/.well-known/security.txt"));
    let text = lines(contact, expires, canonical);
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

fn lines(contact: &SecurityContact, expires: Instant, canonical: Option<String>) -> String {
    let contacts = contact.contact.iter();
    let contacts = contacts.map(|address| ("Contact", address.as_str().to_owned()));
    let named = [
        ("Expires", Some(expires.to_string())),
        ("Preferred-Languages", Some("de, en".to_owned())),
        ("Canonical", canonical),
        (
            "Policy",
            contact
                .policy
                .as_ref()
                .map(|address| address.as_str().to_owned()),
        ),
        (
            "Encryption",
            contact
                .encryption
                .as_ref()
                .map(|address| address.as_str().to_owned()),
        ),
    ];
    let named = named
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    let lines = contacts.chain(named);
    let lines: Vec<String> = lines
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    lines.join("\n") + "\n"
}

/// All metrics as text.
pub fn rendered(handle: &PrometheusHandle, app: &AppState) -> String {
    if let Some(snapshot) = app.search.current() {
        #[expect(
            clippy::cast_precision_loss,
            reason = "gauges are floats; exact up to 2^53"
        )]
        {
            metrics::gauge!("kataster_index_generation").set(snapshot.generation as f64);
            metrics::gauge!("kataster_index_entries").set(snapshot.index.len() as f64);
        }
    }
    handle.render()
}
