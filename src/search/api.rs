//! JSON of search and of single entries.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::SearchError;
use super::card::Card;
use super::query::{Lang, SearchQuery};
use super::result::SearchBody;
use super::{one, service};
use crate::access::Permit;
use crate::access::action::{ReadCard, ReadIdentity, SearchExperts};
use crate::app::AppState;
use crate::experts::{self, ExpertBody, ExpertError};
use crate::http::{GENERATION, PathId, Problem, ProblemBody, QueryParams, Reply};
use crate::ids::ExpertId;

/// Says what an answer lacks.
const DEGRADED: HeaderName = HeaderName::from_static("x-kataster-degraded");

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(search))
        .routes(routes!(suggest))
        .routes(routes!(show))
}

/// Finds masked entries.
#[utoipa::path(get, path = "/experts", operation_id = "search_experts", tag = "search", security(("token" = [])), params(SearchQuery), responses(
    (status = 200, body = SearchBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn search(
    permit: Permit<SearchExperts>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<SearchQuery>,
) -> Result<Response, Problem> {
    let (body, is_behind) = service::search(&app, &permit, &query).await?;
    let generation = body.generation;
    Ok(stamped(
        Reply::new(body).into_response(),
        generation,
        is_behind,
    ))
}

/// Marks an answer with the generation behind it, and as degraded when that is not the one asked for.
pub(crate) fn stamped(mut response: Response, generation: i64, is_behind: bool) -> Response {
    response
        .headers_mut()
        .insert(GENERATION, HeaderValue::from(generation));
    if is_behind {
        response
            .headers_mut()
            .insert(DEGRADED, HeaderValue::from_static("index-behind"));
    }
    response
}

/// What was typed so far.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SuggestQuery {
    /// The beginning of a word.
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    q: String,
    /// Language of the suggestions.
    #[serde(default)]
    #[param(inline)]
    lang: Lang,
}

/// Words of the vocabulary; never from entries.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Suggestions {
    items: Vec<String>,
}

/// Suggests words of the vocabulary.
#[utoipa::path(get, path = "/experts/suggest", tag = "search", security(("token" = [])), params(SuggestQuery), responses(
    (status = 200, body = Suggestions),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn suggest(
    _: Permit<SearchExperts>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<SuggestQuery>,
) -> Result<Reply<Suggestions>, Problem> {
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    Ok(Reply::new(Suggestions {
        items: service::suggest(&snapshot, &query.q, query.lang.into()),
    }))
}

/// How to show an entry.
#[derive(Clone, Copy, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ShowQuery {
    /// Language of the headline.
    #[serde(default)]
    #[param(inline)]
    lang: Lang,
}

/// An entry: whole for its person and employer, masked for all others.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
enum EntryBody {
    Own(Box<ExpertBody>),
    Masked(Box<Card>),
}

/// Shows an entry.
#[utoipa::path(get, path = "/experts/{expert_id}", operation_id = "show_expert", tag = "search", security(("token" = [])),
    params(("expert_id" = ExpertId, Path), ShowQuery), responses(
    (status = 200, body = EntryBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadCard>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    QueryParams(query): QueryParams<ShowQuery>,
) -> Result<Reply<EntryBody>, Problem> {
    if let Some(own) = permit.also::<ReadIdentity>() {
        match experts::own_view(&app.db, &app.keyring, &own, id).await {
            Ok((body, version)) => {
                return Ok(Reply::versioned(EntryBody::Own(Box::new(body)), version));
            }
            Err(ExpertError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let card = one::show_card(&app, &permit, id, query.lang.into()).await?;
    Ok(Reply::new(EntryBody::Masked(Box::new(card))))
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Invalid(errors) => Self::fields(errors),
            SearchError::NotFound => Self::not_found("there is no such entry"),
            SearchError::UsedUp => {
                Self::too_many_requests("your allowance of the day is used up").retry_after(3_600)
            }
            SearchError::NotReady => Self::unavailable("the index is not ready yet").retry_after(2),
            SearchError::Index(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a search failed");
                Self::unavailable("the index cannot be read").retry_after(5)
            }
            SearchError::Storage(error) => error.into(),
        }
    }
}
