//! Offers asked for: by a town on the page of its incident, answered by their houses.

mod act;
mod ask;
mod choice;
mod contact;
mod house;
mod row;

use axum::Router;
use axum::routing::{get, post};

use crate::app::AppState;

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/vorfaelle/{incident_id}/angebote", get(choice::show))
        .route(
            "/vorfaelle/{incident_id}/angebote/{offer_id}",
            get(ask::show).post(ask::ask),
        )
        .route("/organisation/angebote/anfragen", get(house::show))
        .route(
            "/angebotsanfragen/{offer_request_id}/antwort",
            post(house::answer),
        )
        .route(
            "/angebotsanfragen/{offer_request_id}/rueckzug",
            post(act::withdraw),
        )
        .route(
            "/angebotsanfragen/{offer_request_id}/beginn",
            post(act::start),
        )
        .route(
            "/angebotsanfragen/{offer_request_id}/verlaengerung",
            post(act::extend),
        )
        .route("/angebotsanfragen/{offer_request_id}/ende", post(act::end))
        .route(
            "/angebotsanfragen/{offer_request_id}/kontakt",
            post(contact::reveal),
        )
}

/// Where a house answers.
const HOUSE: &str = "/organisation/angebote/anfragen";

/// Where a town asks.
fn town_path(incident: crate::ids::IncidentId) -> String {
    format!("/vorfaelle/{incident}/angebote")
}
