//! JSON of matching.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use search_index::Language;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::{MatchBody, NewMatch};
use super::request::Wanted;
use super::service;
use crate::access::Permit;
use crate::access::action::MatchExperts;
use crate::app::AppState;
use crate::http::{JsonBody, Problem, ProblemBody, QueryParams, Reply};
use crate::search;

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(find))
}

/// How new the answer must be.
#[derive(Clone, Copy, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Freshness {
    /// Waits up to two seconds until this generation is in.
    #[serde(default)]
    #[validate(range(min = 0))]
    #[param(minimum = 0)]
    min_generation: Option<i64>,
}

/// Ranks people for the needs of an incident and proposes a team; changes nothing.
#[utoipa::path(post, path = "/matches", tag = "matching", security(("token" = [])), params(Freshness), request_body = NewMatch, responses(
    (status = 200, body = MatchBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn find(
    permit: Permit<MatchExperts>,
    State(app): State<AppState>,
    QueryParams(freshness): QueryParams<Freshness>,
    new: JsonBody<NewMatch>,
) -> Result<Response, Problem> {
    let asked = (&new.value, Wanted::Sent);
    let (body, is_behind) = service::find(
        &app,
        &permit,
        asked,
        (Language::German, freshness.min_generation),
    )
    .await?;
    let generation = body.generation;
    Ok(search::stamped(
        Reply::new(body).into_response(),
        generation,
        is_behind,
    ))
}
