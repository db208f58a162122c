//! `/pruefung`: the vetters' pages.

mod case;
mod evidence;
mod forms;
mod profile;
mod queue;
mod renewals;
mod words;

use axum::Router;
use axum::routing::{get, post};

use crate::app::AppState;

pub use evidence::evidence_row;

const PATH: &str = "/pruefung";

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/pruefung", get(queue::show))
        .route(
            "/pruefung/verlaengerungen",
            get(renewals::show).post(renewals::renew),
        )
        .route("/pruefung/nachweise/{evidence_id}", get(evidence::save))
        .route("/pruefung/{vetting_case_id}", get(case::show))
        .route(
            "/pruefung/{vetting_case_id}/beurteilung",
            post(forms::assess),
        )
        .route(
            "/pruefung/{vetting_case_id}/rueckgaengig",
            post(forms::undo),
        )
        .route("/pruefung/{vetting_case_id}/vermerke", post(forms::comment))
        .route("/pruefung/{vetting_case_id}/liste", post(forms::tick))
        .route("/pruefung/{vetting_case_id}/entzug", post(forms::revoke))
}
