//! Pages of costs, times, and what members give each other.

mod form;
mod hours;
mod overview;
mod print;
mod read;
mod steps;
mod time_form;
mod times;
mod words;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use web::Notice;

use crate::app::AppState;
use crate::ids::DeploymentId;
use crate::incidents::pages::requests::lead;

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/einsaetze/{deployment_id}/kosten", get(overview::show))
        .route(
            "/einsaetze/{deployment_id}/kosten/schaetzung",
            get(form::show_estimate).post(form::save_estimate),
        )
        .route(
            "/einsaetze/{deployment_id}/kosten/aufstellung",
            get(form::show_costs).post(form::save_costs),
        )
        .route(
            "/einsaetze/{deployment_id}/kosten/schritt",
            post(steps::go_on),
        )
        .route("/einsaetze/{deployment_id}/kosten/druck", get(print::show))
        .route(
            "/einsaetze/{deployment_id}/zeiten",
            get(times::show).post(times::save),
        )
        .route(
            "/einsaetze/{deployment_id}/zeiten/bestaetigen",
            post(times::confirm),
        )
        .route(
            "/einsaetze/{deployment_id}/zeiten/{time_id}/entfernen",
            post(times::remove),
        )
        .route("/organisation/geben-und-nehmen", get(hours::show))
}

/// Back on a page of a deployment, with a message.
fn said((id, page): (DeploymentId, &str), notice: Notice) -> Response {
    lead(&format!("/einsaetze/{id}/{page}"), notice)
}
