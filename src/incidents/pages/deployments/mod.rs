//! Deployments as their sides see them when signed in.

mod contact;
mod decide;
mod house;
mod list;
mod one;
mod words;

use axum::Router;
use axum::routing::{get, post};

pub use house::house_deployments;
pub(super) use house::insured;
pub(super) use words::{introduced, kind, mode, stand};

use crate::app::AppState;

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/einsaetze", get(list::show))
        .route(
            "/einsaetze/{deployment_id}/annahme",
            post(decide::acceptance),
        )
        .route("/einsaetze/{deployment_id}/kontakt", post(contact::reveal))
        .route(
            "/organisation/freigaben/einsaetze/{deployment_id}",
            post(decide::release),
        )
        .merge(one::routes())
}
