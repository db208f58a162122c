//! Forms as browsers send them.

use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde::de::DeserializeOwned;

use super::Problem;
use super::arrival::whole;

/// Longest form in bytes: a list of 500 towns fits.
const FORM_LIMIT: usize = super::BODY_LIMIT;

/// The fields of a form: too slow is 408, too long 413, another type 415, other fields 400.
///
/// What the fields say is checked by the handler, which shows the form again with a message at the field.
#[derive(Debug)]
pub struct FormBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for FormBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let essence = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split(';').next())
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        if essence != "application/x-www-form-urlencoded" {
            return Err(Problem::unsupported_media_type("send a form"));
        }
        let bytes = whole(request.into_body(), FORM_LIMIT).await?;
        if bytes.windows(3).any(|window| window == b"%00") {
            return Err(Problem::bad_request("no text has a NUL character"));
        }
        serde_html_form::from_bytes(&bytes)
            .map(Self)
            .map_err(|_| Problem::bad_request("the form has other fields than expected"))
    }
}
