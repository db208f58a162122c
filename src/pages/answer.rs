//! A page as an answer.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use web::Template;

use super::LocalPath;
use crate::http::Problem;

/// What a page may load and where its forms may go: its own origin only, nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";
const TYPE: &str = "text/html; charset=utf-8";
/// What else than the address decides on a page.
const VARIES: &str = "Cookie, Accept-Language, HX-Request";

/// A page with its status.
#[derive(Debug)]
pub struct Html<T> {
    page: T,
    status: StatusCode,
}

impl<T> Html<T> {
    /// A page that could be answered.
    pub fn new(page: T) -> Self {
        Self {
            page,
            status: StatusCode::OK,
        }
    }

    /// The same with another status.
    pub fn with_status(page: T, status: StatusCode) -> Self {
        Self { page, status }
    }
}

impl<T: Template> IntoResponse for Html<T> {
    fn into_response(self) -> Response {
        let text = match self.page.render() {
            Ok(text) => text,
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "a page cannot be rendered"
                );
                return Problem::internal("the page cannot be shown").into_response();
            }
        };
        let headers = [
            (header::CONTENT_TYPE, TYPE),
            (header::CONTENT_SECURITY_POLICY, POLICY),
            (header::VARY, VARIES),
        ];
        (self.status, headers, text).into_response()
    }
}

/// Leads the browser to another page of ours, by GET.
pub fn redirect(to: &LocalPath) -> Response {
    match HeaderValue::from_str(to.as_str()) {
        Ok(to) => (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response(),
        Err(_) => Problem::internal("there is no such page").into_response(),
    }
}
