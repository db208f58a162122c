//! Styles, scripts and fonts, compressed beforehand.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use web::assets::{self, Asset};

use crate::http::Problem;

/// The name changes with the content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FOR_A_WHILE: &str = "public, max-age=3600";

/// The route of all assets.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(show))
}

async fn show(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = assets::find(&name) else {
        return Problem::not_found("there is no such file").into_response();
    };
    let Asset {
        bytes,
        brotli,
        gzip,
        content_type,
        is_hashed,
    } = asset;
    let (coding, bytes) = match (brotli, gzip) {
        (Some(brotli), _) if takes(&headers, "br") => (Some("br"), brotli),
        (_, Some(gzip)) if takes(&headers, "gzip") => (Some("gzip"), gzip),
        _ => (None, bytes),
    };
    let keep = if is_hashed { FOR_EVER } else { FOR_A_WHILE };
    let fixed = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, keep),
        (header::VARY, "Accept-Encoding"),
    ];
    let mut response = (fixed, bytes.into_owned()).into_response();
    if let Some(coding) = coding {
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// Whether a client names a coding and does not refuse it.
fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let named = headers.get_all(header::ACCEPT_ENCODING).iter();
    let named = named.filter_map(|value| value.to_str().ok());
    named.flat_map(|value| value.split(',')).any(|part| {
        let (name, weight) = part.trim().split_once(';').unwrap_or((part.trim(), ""));
        let is_refused = weight
            .trim()
            .strip_prefix("q=")
            .is_some_and(|weight| weight.parse() == Ok(0.0_f32));
        name.eq_ignore_ascii_case(coding) && !is_refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_taken_where_it_is_named_and_not_refused() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("gzip;q=0.5, BR, deflate;q=0"),
        );

        assert!(takes(&headers, "br"));
        assert!(takes(&headers, "gzip"));
        assert!(!takes(&headers, "deflate"));
        assert!(!takes(&headers, "zstd"));
    }
}
