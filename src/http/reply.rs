//! Answers with their headers.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;

/// Number of the last change that a write, or the snapshot behind an answer, includes.
pub const GENERATION: HeaderName = HeaderName::from_static("x-kataster-generation");

/// A JSON answer to a read.
#[derive(Debug)]
pub struct Reply<T> {
    /// The body.
    pub body: T,
    /// Version for a later `If-Match`.
    pub version: Option<i32>,
}

impl<T> Reply<T> {
    /// Without a version.
    pub fn new(body: T) -> Self {
        Self {
            body,
            version: None,
        }
    }

    /// With the version of the object.
    pub fn versioned(body: T, version: i32) -> Self {
        Self {
            body,
            version: Some(version),
        }
    }
}

impl<T: Serialize> IntoResponse for Reply<T> {
    fn into_response(self) -> Response {
        let mut response = json(StatusCode::OK, &self.body);
        if let Some(version) = self.version {
            insert_etag(&mut response, version);
        }
        response
    }
}

/// A JSON answer to a write.
#[derive(Debug)]
pub struct Written<T> {
    /// 200 or 201.
    pub status: StatusCode,
    /// The object as it is now.
    pub body: T,
    /// Version for a later `If-Match`.
    pub version: i32,
    /// What a reader must have seen to see this write.
    pub generation: i64,
}

impl<T: Serialize> IntoResponse for Written<T> {
    fn into_response(self) -> Response {
        let mut response = json(self.status, &self.body);
        response
            .headers_mut()
            .insert(GENERATION, HeaderValue::from(self.generation));
        insert_etag(&mut response, self.version);
        response
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Send it as `cursor` for the next page; null on the last.
    pub next_cursor: Option<String>,
}

/// Cuts a list that was read with one item more than a page has; the last item of the page, when others follow.
pub fn cut<T>(items: &mut Vec<T>, limit: u64) -> Option<&T> {
    let has_more = items.len() as u64 > limit;
    items.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    items.last().filter(|_| has_more)
}

/// A JSON answer with this status.
pub fn json<T: Serialize>(status: StatusCode, body: &T) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => (status, [(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "an answer cannot be written"
            );
            Problem::internal("the answer cannot be written").into_response()
        }
    }
}

/// A file to be saved, never shown in the page, under a name of ours.
pub fn saved_file((name, media_type): (&str, &'static str), bytes: Vec<u8>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(
        header::CONTENT_DISPOSITION,
        disposition.unwrap_or(HeaderValue::from_static("attachment")),
    );
    response
}

fn insert_etag(response: &mut Response, version: i32) {
    if let Ok(value) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, value);
    }
}
