//! The pages of signing in, invitations, passkeys and second factors.

use axum::Router;

use super::{credentials, passkeys, recovery, second_factor, session};
use crate::app::AppState;

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(session::page_routes())
        .merge(session::confirmation_page_routes())
        .merge(credentials::page_routes())
        .merge(second_factor::page_routes())
        .merge(passkeys::page_routes())
        .merge(recovery::page_routes())
}
