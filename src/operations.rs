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
use crate::http::ProblemBody;
use crate::jobs;

/// Jobs later than this are a sign that nobody does them.
const JOBS_LAG_SECONDS: i64 = 300;

/// Routes at the root of the service.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(healthz))
        .routes(routes!(readyz))
        .routes(routes!(show_metrics))
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
