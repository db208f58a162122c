//! The service on one page.

use axum::Router;
use axum::middleware;
use axum::response::IntoResponse;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::AppState;
use crate::http::{self, Problem};
use crate::{
    accounts, api_document, experts, matching, operations, organisations, reference, search,
    vetting,
};

/// Base of the API.
pub const API: &str = "/api/v1";

/// All routes with their layers.
pub fn router(app: AppState) -> Router {
    let (router, document) = documented();
    let router = router
        .merge(api_document::routes(&document))
        .fallback(|| async { Problem::not_found("there is no such page").into_response() })
        .layer(middleware::from_fn_with_state(
            app.db.clone(),
            accounts::authenticate,
        ))
        .with_state(app);
    http::apply_layers(router)
}

/// The API document as it is served.
pub fn openapi() -> OpenApi {
    documented().1
}

fn documented() -> (Router<AppState>, OpenApi) {
    let api = OpenApiRouter::new()
        .merge(reference::routes())
        .merge(accounts::routes())
        .merge(organisations::routes())
        .merge(experts::routes())
        .merge(vetting::routes())
        .merge(search::routes())
        .merge(matching::routes());
    let (router, document) = OpenApiRouter::with_openapi(api_document::skeleton())
        .merge(operations::routes())
        .nest(API, api)
        .split_for_parts();
    (router, api_document::complete(document))
}
