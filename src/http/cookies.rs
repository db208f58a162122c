//! Cookies, in and out.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use cookie::{Cookie, SameSite};

/// Name of the session's cookie on loopback without TLS, and elsewhere.
const SESSION_COOKIES: [&str; 2] = ["kataster", "__Host-kataster"];
const STEP_COOKIES: [&str; 2] = ["kataster-schritt", "__Host-kataster-schritt"];

/// Name of the session's cookie.
pub const fn session_cookie(is_secure: bool) -> &'static str {
    SESSION_COOKIES[is_secure as usize]
}

/// Name of the cookie between password and second factor; the prefix keeps other hosts from planting theirs.
pub const fn step_cookie(is_secure: bool) -> &'static str {
    STEP_COOKIES[is_secure as usize]
}

/// What browsers take over TLS only, from this host only and for the whole of it.
pub(super) const HOST: &str = "__Host-";

/// The value of a cookie about looks, under the name it has where people reach the service by TLS, or elsewhere.
pub fn kept_cookie(headers: &HeaderMap, name: &str, is_secure: bool) -> Option<String> {
    if is_secure {
        cookie(headers, &format!("{HOST}{name}"))
    } else {
        cookie(headers, name)
    }
}

/// Whether a session is presented, under either name.
pub(super) fn has_session_cookie(headers: &HeaderMap) -> bool {
    SESSION_COOKIES
        .iter()
        .any(|name| cookie(headers, name).is_some())
}

/// The value of a cookie; the first one where several have the name.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter();
    let lines = lines.filter_map(|value| value.to_str().ok());
    lines
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// A cookie for the whole site that scripts cannot read.
pub fn private_cookie(name: &'static str, value: String, is_secure: bool) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(is_secure)
        .same_site(SameSite::Lax)
        .build()
}

/// Adds a cookie to an answer.
pub fn set_cookie(response: &mut Response, cookie: &Cookie<'_>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("a=1; kataster=x=y"),
        );
        headers.append(header::COOKIE, HeaderValue::from_static("b=2"));

        assert_eq!(cookie(&headers, "kataster").as_deref(), Some("x=y"));
        assert_eq!(cookie(&headers, "b").as_deref(), Some("2"));
        assert_eq!(cookie(&headers, "c"), None);
    }

    #[test]
    fn a_private_cookie_says_so() {
        let cookie = private_cookie("__Host-kataster", "x".to_owned(), true).to_string();

        for flag in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(flag), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
}
