//! Puts who is calling into the request.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;

use super::{BearerToken, Secret, session, store};
use crate::access::{Authentication, Caller};
use crate::db::{Db, StorageError};
use crate::http::{cookie, session_cookie};
use crate::site::Site;

/// Checks the bearer token or, without one, the session's cookie. Whether somebody must be signed in
/// is asked by each route's permit.
pub async fn authenticate(
    State((db, site)): State<(Db, Arc<Site>)>,
    mut request: Request,
    next: Next,
) -> Response {
    let sent = request
        .headers()
        .get(header::AUTHORIZATION)
        .map(|value| value.to_str().unwrap_or_default().to_owned());
    let authentication = if let Some(value) = sent {
        check(&db, &value).await
    } else {
        let held = cookie(request.headers(), session_cookie(site.is_secure));
        match held.map(|held| held.parse::<Secret>()) {
            Some(Ok(token)) => {
                let found = session_of(&db, &site, &token).await;
                checked(found, Authentication::Anonymous)
            }
            // What is no session of ours is none at all: public pages stay open.
            Some(Err(_)) | None => Authentication::Anonymous,
        }
    };
    request.extensions_mut().insert(authentication);
    next.run(request).await
}

async fn session_of(db: &Db, site: &Site, token: &Secret) -> Result<Option<Caller>, StorageError> {
    let Some((mut caller, method)) = session::caller(db, token).await? else {
        return Ok(None);
    };
    let whose = (caller.account, caller.grants.as_slice());
    caller.owes_second_factor = session::owes(db, site, whose, method).await?;
    Ok(Some(caller))
}

async fn check(db: &Db, authorization: &str) -> Authentication {
    let token = authorization
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let Some(Ok(token)) = token.map(|(_, token)| token.trim().parse::<BearerToken>()) else {
        return Authentication::Refused;
    };
    checked(store::caller(db, &token).await, Authentication::Refused)
}

/// Who was found, or what it means that nobody was.
fn checked(found: Result<Option<Caller>, StorageError>, nobody: Authentication) -> Authentication {
    match found {
        Ok(Some(caller)) => Authentication::Caller(caller),
        Ok(None) => nobody,
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "who is calling cannot be checked"
            );
            Authentication::Unavailable
        }
    }
}
