//! How a phone is known again that asked: it keeps what nobody can guess, and is shown the code to be read aloud.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use cookie::Cookie;
use cookie::time::Duration;

use crate::accounts::Secret;
use crate::http::{Problem, kept_cookie, private_cookie};
use crate::site::Site;

const COOKIE: &str = "hilfe";
/// Requests of which a phone is known.
const MOST: usize = 5;
const KEPT: Duration = Duration::days(30);

/// What the phone kept, the latest first.
pub(super) struct OwnRequests(Vec<Secret>);

impl OwnRequests {
    /// Whether this phone asked.
    pub(super) fn has(&self, phone: &Secret) -> bool {
        // By their hashes, so that the time it takes tells nothing.
        self.0.iter().any(|kept| kept.hash() == phone.hash())
    }

    /// With one more.
    pub(super) fn and(mut self, phone: Secret, is_secure: bool) -> Cookie<'static> {
        self.0.retain(|kept| *kept != phone);
        self.0.insert(0, phone);
        self.0.truncate(MOST);
        let kept: Vec<_> = self.0.iter().map(Secret::reveal).collect();
        let mut cookie = private_cookie(COOKIE, kept.join("."), is_secure);
        cookie.set_max_age(KEPT);
        cookie
    }
}

impl<S: Send + Sync> FromRequestParts<S> for OwnRequests {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let site = parts.extensions.get::<Arc<Site>>();
        let is_secure = site.is_some_and(|site| site.is_secure);
        let kept = kept_cookie(&parts.headers, COOKIE, is_secure).unwrap_or_default();
        let phones = kept.split('.').take(MOST);
        Ok(Self(phones.filter_map(|text| text.parse().ok()).collect()))
    }
}
