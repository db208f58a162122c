//! Asking for help without an account, following it, and the desk's view of incidents.

mod form;
mod help;
mod list;
mod live;
mod one;
mod phone;
mod status;
mod words;

use axum::Router;
use axum::routing::{get, post};

use crate::app::AppState;

/// Routes of these pages.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/hilfe", get(help::show).post(help::send))
        .route("/hilfe/{link}", get(status::show))
        .route("/hilfe/{link}/stand", get(live::show))
        .route("/vorfaelle", get(list::show))
        .route("/vorfaelle/{incident_id}", get(one::show))
        .route("/vorfaelle/{incident_id}/kontakt", post(one::reveal))
        .route("/vorfaelle/{incident_id}/bestaetigung", post(one::verify))
        .route("/vorfaelle/{incident_id}/uebernahme", post(one::take))
        .route("/vorfaelle/{incident_id}/ort", post(one::set_place))
        .route("/vorfaelle/{incident_id}/schliessen", post(one::close))
}
