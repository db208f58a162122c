//! JSON bodies, read strictly.

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use validator::Validate;

use super::Problem;
use super::arrival::{too_large, whole};
use crate::input;

/// Longest body in bytes.
pub const BODY_LIMIT: usize = 256 * 1024;

/// SHA-256 of the body as it was sent.
pub type BodyHash = [u8; 32];

/// A JSON body: too slow is 408, too long 413, another type 415, unreadable 400, invalid 422.
///
/// Unknown and duplicate fields are unreadable; a value outside its list is invalid and answered
/// with the nearest valid ones.
#[derive(Debug)]
pub struct JsonBody<T> {
    /// The validated value.
    pub value: T,
    /// For telling a repeated request from another one.
    pub hash: BodyHash,
}

impl<S, T> FromRequest<S> for JsonBody<T>
where
    S: Send + Sync,
    T: DeserializeOwned + Validate,
{
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let headers = request.headers();
        if content_length(headers).is_some_and(|length| length > BODY_LIMIT) {
            return Err(too_large(BODY_LIMIT));
        }
        if !is_json(headers) {
            return Err(Problem::unsupported_media_type("send application/json"));
        }
        let bytes = whole(request.into_body(), BODY_LIMIT).await?;
        let value = input::parse(&bytes)?;
        Ok(Self {
            value,
            hash: Sha256::digest(&bytes).into(),
        })
    }
}

fn content_length(headers: &HeaderMap) -> Option<usize> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

fn is_json(headers: &HeaderMap) -> bool {
    let given = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
        || essence.eq_ignore_ascii_case("application/merge-patch+json")
}
