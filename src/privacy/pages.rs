//! Pages of this area.

use axum::Router;

use super::{consents, erasure, export};
use crate::app::AppState;

/// Pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(export::page_routes())
        .merge(erasure::page_routes())
        .merge(consents::routes())
}
