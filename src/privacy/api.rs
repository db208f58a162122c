//! JSON routes of this area.

use utoipa_axum::router::OpenApiRouter;

use super::{erasure, export};
use crate::app::AppState;

/// JSON routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(export::routes())
        .merge(erasure::routes())
}
