//! Path parameters: a malformed one names nothing, so it is not found.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use super::Problem;

/// An id in the path.
#[derive(Clone, Copy, Debug)]
pub struct PathId<T>(pub T);

impl<S, T> FromRequestParts<S> for PathId<T>
where
    S: Send + Sync,
    T: FromStr + Send,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let PathText(text) = PathText::from_request_parts(parts, state).await?;
        text.parse()
            .map(Self)
            .map_err(|_| Problem::not_found("there is no such object"))
    }
}

/// The one parameter of a path, as text.
#[derive(Clone, Debug)]
pub struct PathText(pub String);

impl<S: Send + Sync> FromRequestParts<S> for PathText {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let found = Path::<String>::from_request_parts(parts, state).await;
        found
            .map(|Path(text)| Self(text))
            .map_err(|_| Problem::not_found("there is no such object"))
    }
}

/// An id in the path, and the text that follows it.
#[derive(Clone, Debug)]
pub struct PathPart<T>(pub T, pub String);

impl<S, T> FromRequestParts<S> for PathPart<T>
where
    S: Send + Sync,
    T: FromStr + Send,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let missing = || Problem::not_found("there is no such object");
        let found = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((id, text)) = found.map_err(|_| missing())?;
        let id = id.parse().map_err(|_| missing())?;
        Ok(Self(id, text))
    }
}

/// A text in the path, such as a link, and the id of something of it.
#[derive(Clone, Debug)]
pub struct PathUnder<T>(pub String, pub T);

impl<S, T> FromRequestParts<S> for PathUnder<T>
where
    S: Send + Sync,
    T: FromStr + Send,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let missing = || Problem::not_found("there is no such object");
        let found = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((text, id)) = found.map_err(|_| missing())?;
        let id = id.parse().map_err(|_| missing())?;
        Ok(Self(text, id))
    }
}
