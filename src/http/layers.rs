//! What surrounds every request: id, trace, panic guard, time limit, headers.

use std::any::Any;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{
    Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header,
};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use uuid::Uuid;

use super::Problem;
use super::address::note_address;
use super::host::only_our_host;
use super::upload::is_upload;
use crate::site::Site;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const TIME_LIMIT: Duration = Duration::from_secs(10);
/// For a file that comes over a slow line.
const UPLOAD_TIME_LIMIT: Duration = Duration::from_mins(1);

/// The id of the request at hand.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Next to the handlers: each has its time, and none takes the service down.
pub fn guard<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router
        .layer(middleware::from_fn(within_time))
        .layer(CatchPanicLayer::custom(panicked))
}

/// Outside of everything: where a request comes from, what every answer carries, and the log.
pub fn surround(router: Router, site: &Site) -> Router {
    let is_secure = site.is_secure;
    router
        .layer(middleware::from_fn_with_state(
            site.public_url.clone(),
            only_our_host,
        ))
        .layer(middleware::from_fn(move |request, next| {
            security_headers(is_secure, request, next)
        }))
        .layer(CompressionLayer::new().compress_when(is_page))
        .layer(middleware::from_fn_with_state(
            site.trusted_proxies.clone(),
            note_address,
        ))
        .layer(middleware::from_fn(trace))
}

/// Pages are compressed as they are answered, assets were before, and what programs ask for is not.
fn is_page(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// Gives the request an id, writes problem documents, and logs the outcome: the route's template
/// and the status, never path, query or body.
async fn trace(mut request: Request, next: Next) -> Response {
    let id = Uuid::new_v4().to_string();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("unmatched", MatchedPath::as_str)
        .to_owned();
    request.extensions_mut().insert(RequestId(id.clone()));
    let started = Instant::now();

    let mut response = next.run(request).await;

    if response.status() == StatusCode::METHOD_NOT_ALLOWED
        && response.extensions().get::<Problem>().is_none()
    {
        let problem = Problem::method_not_allowed("this path does not know this method");
        response.extensions_mut().insert(problem);
    }
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        let mut headers = std::mem::take(response.headers_mut());
        headers.remove(header::CONTENT_LENGTH);
        response = problem.render(&id);
        for (name, value) in &headers {
            response.headers_mut().entry(name).or_insert(value.clone());
        }
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    let status = response.status().as_u16();
    let elapsed = started.elapsed();
    metrics::histogram!("kataster_http_seconds", "method" => label(&method), "route" => route.clone(), "status" => status.to_string())
        .record(elapsed.as_secs_f64());
    tracing::info!(%id, %method, route, status, micros = elapsed.as_micros(), "answered");
    response
}

/// A method as a label: invented ones would make a time series each.
fn label(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

async fn within_time(request: Request, next: Next) -> Response {
    let limit = if is_upload(request.headers()) {
        UPLOAD_TIME_LIMIT
    } else {
        TIME_LIMIT
    };
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::unavailable("the answer took too long; nothing is known to be saved")
            .retry_after(5)
            .into_response(),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let text = cause
        .downcast_ref::<&str>()
        .copied()
        .map(str::to_owned)
        .or_else(|| cause.downcast_ref::<String>().cloned());
    tracing::error!(panic = text, "a handler panicked");
    Problem::internal("the request failed; it was logged").into_response()
}

async fn security_headers(is_secure: bool, request: Request, next: Next) -> Response {
    const FIXED: [(HeaderName, &str); 5] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer, same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    const NOTHING: &str =
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    let is_chunked = request.headers().contains_key(header::TRANSFER_ENCODING);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if is_chunked {
        // Whoever also sent a length may have told a proxy another end of this request: what follows
        // on this connection is not answered (RFC 9112, 6.3).
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_secure {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
        secure_cookies(headers);
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(NOTHING));
    response
}

/// No cookie of an installation that is reached by TLS travels without it, and its name says that it is this host's:
/// no other one can plant it.
fn secure_cookies(headers: &mut HeaderMap) {
    const FLAG: &str = "; Secure";
    const HOST: &str = super::cookies::HOST;
    let lines: Vec<_> = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .cloned()
        .collect();
    headers.remove(header::SET_COOKIE);
    for line in lines {
        let text = line.to_str().unwrap_or_default();
        let prefix = if text.starts_with(HOST) { "" } else { HOST };
        let flag = if text.contains(FLAG) { "" } else { FLAG };
        let line = HeaderValue::from_str(&format!("{prefix}{text}{flag}"));
        headers.extend(line.ok().map(|line| (header::SET_COOKIE, line)));
    }
}
