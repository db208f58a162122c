//! Puts who is calling into the request.

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;

use super::{BearerToken, store};
use crate::access::Authentication;
use crate::db::Db;

/// Checks the bearer token, if one is sent. Whether one is needed is asked by each route's permit.
pub async fn authenticate(State(db): State<Db>, mut request: Request, next: Next) -> Response {
    let sent = request
        .headers()
        .get(header::AUTHORIZATION)
        .map(|value| value.to_str().unwrap_or_default().to_owned());
    let authentication = match sent {
        None => Authentication::Anonymous,
        Some(value) => check(&db, &value).await,
    };
    request.extensions_mut().insert(authentication);
    next.run(request).await
}

async fn check(db: &Db, authorization: &str) -> Authentication {
    let token = authorization
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let Some(Ok(token)) = token.map(|(_, token)| token.trim().parse::<BearerToken>()) else {
        return Authentication::Refused;
    };
    match store::caller(db, &token).await {
        Ok(Some(caller)) => Authentication::Caller(caller),
        Ok(None) => Authentication::Refused,
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a token cannot be checked"
            );
            Authentication::Unavailable
        }
    }
}
