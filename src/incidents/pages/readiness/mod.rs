//! Before the first touch and at the end: ticks, the sheet for who arrives, the order, and what is handed over.

mod by_link;
mod hand_over;
mod order;
mod sheet;
mod sheet_form;
mod ticks;
mod words;

use axum::Router;
use axum::routing::{get, post};

pub(super) use ticks::section;

use crate::app::AppState;

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/vorfaelle/{incident_id}/einsatzmappe", get(sheet::show))
        .route(
            "/vorfaelle/{incident_id}/einsatzmappe/bearbeiten",
            get(sheet::edit).post(sheet::save),
        )
        .route("/einsaetze/{deployment_id}/handgriff", post(ticks::set))
        .route("/einsaetze/{deployment_id}/auftrag", get(order::show))
        .route(
            "/einsaetze/{deployment_id}/uebergabe",
            get(hand_over::show).post(hand_over::write),
        )
        .route(
            "/hilfe/{link}/einsatzmappe",
            get(by_link::ask).post(by_link::save),
        )
        .route(
            "/hilfe/{link}/einsaetze/{deployment_id}/handgriff",
            get(ticks::show_to_town).post(ticks::set_by_town),
        )
        .route("/a/{link}/einsatzmappe", get(by_link::read))
        .route(
            "/a/{link}/handgriff",
            get(ticks::show_to_expert).post(ticks::set_by_expert),
        )
}
