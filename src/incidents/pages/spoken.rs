//! The codes to be read aloud, kept on the phone that asked and nowhere else.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use cookie::Cookie;
use cookie::time::Duration;

use crate::http::{Problem, kept_cookie, private_cookie};
use crate::site::Site;

const COOKIE: &str = "hilfe";
/// Requests of which a phone keeps the code.
const MOST: usize = 5;
const KEPT: Duration = Duration::days(30);

/// What the phone kept, the latest first.
pub(super) struct SpokenCodes(Vec<String>);

impl SpokenCodes {
    /// Whether this phone asked.
    pub(super) fn has(&self, code: &str) -> bool {
        self.0.iter().any(|kept| kept == code)
    }

    /// With one more.
    pub(super) fn and(mut self, code: String, is_secure: bool) -> Cookie<'static> {
        self.0.retain(|kept| *kept != code);
        self.0.insert(0, code);
        self.0.truncate(MOST);
        let mut cookie = private_cookie(COOKIE, self.0.join("."), is_secure);
        cookie.set_max_age(KEPT);
        cookie
    }
}

impl<S: Send + Sync> FromRequestParts<S> for SpokenCodes {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let site = parts.extensions.get::<Arc<Site>>();
        let is_secure = site.is_some_and(|site| site.is_secure);
        let kept = kept_cookie(&parts.headers, COOKIE, is_secure).unwrap_or_default();
        let is_code = |text: &&str| text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        let codes = kept.split('.').filter(is_code).take(MOST);
        Ok(Self(codes.map(str::to_owned).collect()))
    }
}
