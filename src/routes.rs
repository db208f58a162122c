//! The service on one page.

use axum::response::IntoResponse;
use axum::{Extension, Router, middleware};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::AppState;
use crate::audit::{self, Denials};
use crate::http::{self, Problem};
use crate::{
    accounts, administration, alarms, api_document, decoys, emergency, employer, exchange, experts,
    incidents, information, keys, matching, notifications, offers, operations, organisations, own,
    pages, privacy, reference, search, vetting,
};

/// Base of the API.
pub const API: &str = "/api/v1";

/// All routes with their layers; what is written first is nearest to the handler.
pub fn router(app: AppState) -> Router {
    let (programs, document) = documented();
    let site = app.site.clone();
    let authenticate =
        middleware::from_fn_with_state((app.db.clone(), site.clone()), accounts::authenticate);
    let count_alarms = middleware::from_fn_with_state(app.db.clone(), alarms::count_open);
    let record_denials =
        middleware::from_fn_with_state((app.db.clone(), Denials::default()), audit::record_denials);
    let router = programs
        .merge(api_document::routes(&document))
        .merge(people())
        .fallback(|| async { Problem::not_found("there is no such page").into_response() })
        .with_state(app);
    let router = http::only_same_origin(http::guard(router).route_layer(record_denials))
        .layer(middleware::from_fn(pages::show_problems))
        .layer(middleware::from_fn(pages::keep_language))
        .layer(count_alarms)
        .layer(authenticate)
        .layer(Extension(site.clone()));
    http::surround(router, &site)
}

/// The pages.
fn people() -> Router<AppState> {
    Router::new()
        .merge(pages::asset_routes())
        .merge(pages::preference_routes())
        .merge(information::routes())
        .merge(audit::page_routes())
        .merge(keys::page_routes())
        .merge(alarms::page_routes())
        .merge(decoys::page_routes())
        .merge(accounts::page_routes())
        .merge(search::page_routes())
        .merge(matching::page_routes())
        .merge(offers::page_routes())
        .merge(privacy::page_routes())
        .merge(employer::routes())
        .merge(own::routes())
        .merge(vetting::page_routes())
        .merge(emergency::page_routes())
        .merge(incidents::page_routes())
        .merge(administration::routes())
        .merge(exchange::import_page_routes())
}

/// The API document as it is served.
pub fn openapi() -> OpenApi {
    documented().1
}

fn documented() -> (Router<AppState>, OpenApi) {
    let api = OpenApiRouter::new()
        .merge(reference::routes())
        .merge(audit::routes())
        .merge(alarms::routes())
        .merge(accounts::routes())
        .merge(organisations::routes())
        .merge(emergency::card_routes())
        .merge(emergency::redemption_routes())
        .merge(experts::routes())
        .merge(vetting::routes())
        .merge(privacy::routes())
        .merge(search::routes())
        .merge(matching::routes())
        .merge(incidents::routes())
        .merge(offers::routes())
        .merge(exchange::import_routes())
        .merge(exchange::export_routes());
    let (router, document) = OpenApiRouter::with_openapi(api_document::skeleton())
        .merge(operations::routes())
        .merge(notifications::routes())
        .merge(incidents::gateway_routes())
        .nest(API, api)
        .split_for_parts();
    (router, api_document::complete(document))
}
