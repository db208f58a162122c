//! Asking for people: from the page of an incident to the page of a request and what is done there.

mod create;
mod form;
mod page;
mod phone;
mod section;
mod steer;
mod view;
mod words;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use web::Notice;

pub(super) use section::section;

use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::Problem;
use crate::pages::{LocalPath, redirect, say_next};

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/vorfaelle/{incident_id}/ersuchen",
            get(create::show).post(create::create),
        )
        .route("/ersuchen/{request_id}", get(page::show))
        .route("/ersuchen/{request_id}/alarmieren", post(steer::begin))
        .route("/ersuchen/{request_id}/welle", post(steer::next_wave))
        .route("/ersuchen/{request_id}/pause", post(steer::pause))
        .route("/ersuchen/{request_id}/auswahl", post(steer::choose))
        .route("/ersuchen/{request_id}/antwort", post(steer::answer))
        .route("/ersuchen/{request_id}/nummer", post(phone::reveal))
        .route("/ersuchen/{request_id}/ende", post(steer::stand_down))
}

/// Another right of the same caller, without which a page cannot be shown.
pub(super) fn right<A: Action, B: Action>(permit: &Permit<A>) -> Result<Permit<B>, Problem> {
    let other = permit.also();
    other.ok_or_else(|| Problem::forbidden("you may not read this"))
}

/// Leads to a page of ours that says what was done.
pub(super) fn lead(path: &str, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(path));
    say_next(&mut response, notice);
    response
}
