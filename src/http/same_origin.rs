//! Keeps other sites from acting with somebody's session.
//!
//! `tower-http`'s layer refuses what a browser marks as coming from elsewhere. It lets pass what does
//! not say where it comes from, for programs; with a session that is refused here. So is a page, a list or
//! a picture that another site loads into itself with a session; following a link from there is not.

use axum::Router;
use axum::extract::Request;
use axum::http::{Method, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use super::Problem;
use super::cookies::has_session_cookie;

const FETCH_SITE: &str = "sec-fetch-site";

/// Refuses mutations from other origins, and with a session also those of unknown origin and loads by other sites.
pub fn only_same_origin(router: Router) -> Router {
    router
        .layer(middleware::from_fn(refuse_unknown_origin))
        .layer(middleware::from_fn(refuse_foreign_loads))
        .layer(CsrfLayer::new().with_rejection_response(|_: ProtectionError| refused()))
}

async fn refuse_unknown_origin(request: Request, next: Next) -> Response {
    let is_safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let headers = request.headers();
    let says_origin = headers.contains_key(header::ORIGIN) || headers.contains_key(FETCH_SITE);
    let has_token = headers.contains_key(header::AUTHORIZATION);
    if is_safe || says_origin || has_token || !has_session_cookie(headers) {
        return next.run(request).await;
    }
    refused()
}

/// Browsers without fetch metadata say nothing, and keep `SameSite` cookies to themselves.
async fn refuse_foreign_loads(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|said| said == value);
    let is_foreign = says(FETCH_SITE, "cross-site") || says(FETCH_SITE, "same-site");
    let is_followed_link = *request.method() == Method::GET
        && says("sec-fetch-mode", "navigate")
        && says("sec-fetch-dest", "document");
    if is_foreign && !is_followed_link && has_session_cookie(headers) {
        return refused();
    }
    next.run(request).await
}

fn refused() -> Response {
    Problem::other_origin("this request does not come from one of our own pages").into_response()
}
