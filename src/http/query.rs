//! Query strings, read strictly.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use validator::Validate;

use super::Problem;
use crate::input::{field_error, from_validation};

/// Longest query string in bytes.
const QUERY_LIMIT: usize = 8 * 1024;

/// The parameters of a query; unknown and invalid ones are 422.
#[derive(Debug)]
pub struct QueryParams<T>(pub T);

impl<S, T> FromRequestParts<S> for QueryParams<T>
where
    S: Send + Sync,
    T: DeserializeOwned + Validate,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        if query.len() > QUERY_LIMIT {
            return Err(Problem::invalid(format!(
                "a query has at most {QUERY_LIMIT} bytes"
            )));
        }
        if query.contains("%00") {
            return Err(Problem::invalid("no text has a NUL character"));
        }
        let reader = serde_html_form::Deserializer::from_bytes(query.as_bytes());
        let value: T = serde_path_to_error::deserialize(reader).map_err(|error| {
            let message = error.inner().to_string();
            let name = message
                .split('`')
                .nth(1)
                .filter(|_| message.starts_with("unknown field"));
            let pointer = name.map_or_else(|| error.path().to_string(), str::to_owned);
            Problem::fields(vec![field_error(pointer, &message)])
        })?;
        value.validate().map_err(|errors| {
            let mut errors = from_validation(&errors, "");
            for error in &mut errors {
                error.pointer = error.pointer.trim_start_matches('/').to_owned();
            }
            Problem::fields(errors)
        })?;
        Ok(Self(value))
    }
}
