//! Bodies that are signed as a whole, as other programs send them.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};

use super::Problem;
use super::arrival::{too_large, whole};

/// Longest signed body in bytes: a report is short, and anybody may send one.
const LIMIT: usize = 16 * 1024;

/// A body as it came, with its headers, so that its signature can be checked before anything else: too slow is 408,
/// too long 413, another type than JSON or a form 415.
#[derive(Debug)]
pub struct SignedBody {
    headers: HeaderMap,
    /// The body.
    pub bytes: Bytes,
}

impl SignedBody {
    /// A header that is text and stands once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let (value, None) = (values.next()?, values.next()) else {
            return None;
        };
        value.to_str().ok()
    }

    /// Its type without parameters.
    pub fn content_type(&self) -> &str {
        content_type(&self.headers)
    }
}

fn content_type(headers: &HeaderMap) -> &str {
    let value = headers.get(header::CONTENT_TYPE);
    let text = value.and_then(|value| value.to_str().ok());
    let bare = text.and_then(|text| text.split(';').next());
    bare.unwrap_or_default().trim()
}

impl<S: Send + Sync> FromRequest<S> for SignedBody {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let length = parts.headers.get(header::CONTENT_LENGTH);
        let length = length.and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        if length.is_some_and(|length| length > LIMIT) {
            return Err(too_large(LIMIT));
        }
        if !matches!(
            content_type(&parts.headers),
            "application/json" | "application/x-www-form-urlencoded"
        ) {
            return Err(Problem::unsupported_media_type(
                "send application/json or application/x-www-form-urlencoded",
            ));
        }
        Ok(Self {
            bytes: whole(body, LIMIT).await?,
            headers: parts.headers,
        })
    }
}
