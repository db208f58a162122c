//! `/einsaetze/{id}`: one deployment, what is done with it, and its papers.

mod act;
mod page;
mod papers;

use axum::Router;
use axum::routing::{get, post};

use crate::app::AppState;

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/einsaetze/{deployment_id}", get(page::show))
        .route("/einsaetze/{deployment_id}/beginn", post(act::start))
        .route(
            "/einsaetze/{deployment_id}/verlaengerung",
            post(act::extend),
        )
        .route(
            "/einsaetze/{deployment_id}/verlaengerung/antwort",
            post(act::answer),
        )
        .route("/einsaetze/{deployment_id}/rueckruf", post(act::call_back))
        .route("/einsaetze/{deployment_id}/ende", post(act::end))
        .route("/einsaetze/{deployment_id}/absage", post(act::cancel))
        .route("/einsaetze/{deployment_id}/abloesung", post(act::succeed))
}
