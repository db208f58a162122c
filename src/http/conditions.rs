//! Headers that make a write conditional.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use super::Problem;

/// The version a patch was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfMatch {
    /// No header: 428 once the object is known to exist.
    Missing,
    /// A version of ours.
    Version(i32),
    /// Anything else: matches no version.
    Other,
}

impl IfMatch {
    /// The version a form is of that is shown again because something in it was wrong: still the one it was filled
    /// from, so that what somebody else wrote since is not lost unseen.
    pub fn or(self, current: i32) -> i32 {
        match self {
            Self::Version(version) => version,
            Self::Missing | Self::Other => current,
        }
    }

    /// Whether the patch was made for this version.
    ///
    /// # Errors
    /// 428 without the header, 412 for another version.
    pub fn check(self, version: i32) -> Result<(), Problem> {
        match self {
            Self::Missing => Err(Problem::precondition_required(
                "send If-Match with the ETag you have read",
            )),
            Self::Version(given) if given == version => Ok(()),
            Self::Version(_) | Self::Other => Err(Problem::precondition_failed(
                "somebody else changed this meanwhile: read it again",
            )),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else {
            return Ok(Self::Missing);
        };
        let version = value
            .to_str()
            .ok()
            .and_then(|text| text.strip_prefix('"')?.strip_suffix('"')?.parse().ok());
        Ok(version.map_or(Self::Other, Self::Version))
    }
}

/// The name a client gave to a creation, so that it can repeat it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get("idempotency-key") else {
            return Ok(Self(None));
        };
        let key = value
            .to_str()
            .ok()
            .filter(|key| (1..=200).contains(&key.len()))
            .filter(|key| key.bytes().all(|byte| byte.is_ascii_graphic()));
        match key {
            Some(key) => Ok(Self(Some(key.to_owned()))),
            None => Err(Problem::bad_request(
                "Idempotency-Key has 1 to 200 visible ASCII characters",
            )),
        }
    }
}
