//! How a phone is known again that asked: it keeps what nobody can guess, and is shown the code to be read aloud.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use cookie::Cookie;
use cookie::time::Duration;

use crate::access::Permit;
use crate::access::action::ReadTownIncidents;
use crate::accounts::Secret;
use crate::http::{Problem, kept_cookie, private_cookie};
use crate::ids::OrganisationId;
use crate::site::Site;

const COOKIE: &str = "hilfe";
/// Requests of which a phone is known.
const MOST: usize = 5;
const KEPT: Duration = Duration::days(30);

/// What the phone kept, the latest first, and whose towns it is signed in for.
pub(super) struct OwnRequests {
    phones: Vec<Secret>,
    permit: Option<Permit<ReadTownIncidents>>,
}

impl OwnRequests {
    /// Whether this phone asked.
    pub(super) fn has(&self, phone: &Secret) -> bool {
        // By their hashes, so that the time it takes tells nothing.
        self.phones.iter().any(|kept| kept.hash() == phone.hash())
    }

    /// Whether it may see what only the town and the desk see: it asked, or is signed in for them.
    pub(super) fn sees_contracts(&self, town: Option<OrganisationId>, is_asker: bool) -> bool {
        let scope = self.permit.as_ref().map(Permit::scope);
        let covers = |town| scope.is_some_and(|scope| scope.covers(town));
        is_asker || town.is_some_and(covers)
    }

    /// With one more.
    pub(super) fn and(mut self, phone: Secret, is_secure: bool) -> Cookie<'static> {
        self.phones.retain(|kept| *kept != phone);
        self.phones.insert(0, phone);
        self.phones.truncate(MOST);
        let kept: Vec<_> = self.phones.iter().map(Secret::reveal).collect();
        let mut cookie = private_cookie(COOKIE, kept.join("."), is_secure);
        cookie.set_max_age(KEPT);
        cookie
    }
}

impl<S: Send + Sync> FromRequestParts<S> for OwnRequests {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let site = parts.extensions.get::<Arc<Site>>();
        let is_secure = site.is_some_and(|site| site.is_secure);
        let kept = kept_cookie(&parts.headers, COOKIE, is_secure).unwrap_or_default();
        let phones = kept.split('.').take(MOST);
        let phones: Vec<Secret> = phones.filter_map(|text| text.parse().ok()).collect();
        let permit = <Permit<ReadTownIncidents> as OptionalFromRequestParts<S>>::from_request_parts(
            parts, state,
        );
        Ok(Self {
            phones,
            permit: permit.await?,
        })
    }
}
