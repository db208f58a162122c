//! The pages of signing in, invitations and second factors.

use axum::Router;

use super::{credentials, second_factor, session};
use crate::app::AppState;

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(session::page_routes())
        .merge(credentials::page_routes())
        .merge(second_factor::page_routes())
}
