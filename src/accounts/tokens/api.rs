//! JSON of the own tokens.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::service::{self, HeldToken, TokenError};
use crate::access::action::{IssueToken, ReadTokens, RevokeToken};
use crate::access::{Permit, TokenScope};
use crate::accounts::TokenTerms;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{JsonBody, Page, PathId, Problem, ProblemBody, Reply, json};
use crate::ids::TokenId;

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(revoke))
}

/// A token as its owner sees it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TokenBody {
    id: TokenId,
    label: String,
    scopes: Vec<TokenScope>,
    created_at: Instant,
    expires_at: Instant,
    last_used_at: Option<Instant>,
    /// The token itself, in the answer that makes it only.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

/// A token to be issued.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewToken {
    /// A name its owner recognises.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    label: String,
    /// What it may be used for.
    #[validate(length(min = 1, max = 3))]
    #[schema(min_items = 1, max_items = 3)]
    scopes: Vec<TokenScope>,
    /// Life in days.
    #[validate(range(min = 1, max = 365))]
    #[schema(minimum = 1, maximum = 365)]
    days: i64,
    /// The password of the account: a token outlives the session that makes it.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000, format = "password")]
    password: String,
}

/// Lists the own tokens.
#[utoipa::path(get, path = "/tokens", operation_id = "list_tokens", tag = "oneself", security(("token" = [])), responses(
    (status = 200, body = Page<TokenBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadTokens>,
    State(app): State<AppState>,
) -> Result<Reply<Page<TokenBody>>, Problem> {
    let held = service::tokens(&app.db, &permit).await?;
    Ok(Reply::new(Page {
        items: held.into_iter().map(|held| body(held, None)).collect(),
        next_cursor: None,
    }))
}

/// Issues a token, which is shown once; only whoever is signed in with a browser.
#[utoipa::path(post, path = "/tokens", operation_id = "issue_token", tag = "oneself", security(("token" = [])), request_body = NewToken, responses(
    (status = 201, body = TokenBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<IssueToken>,
    State(app): State<AppState>,
    new: JsonBody<NewToken>,
) -> Result<Response, Problem> {
    let NewToken {
        label,
        mut scopes,
        days,
        password,
    } = new.value;
    scopes.dedup();
    let terms = TokenTerms {
        label,
        scopes,
        days,
    };
    let (held, token) = service::issue(
        &app.db,
        &app.keyring,
        &app.passwords,
        (&permit, &terms, &password),
    )
    .await?;
    Ok(json(StatusCode::CREATED, &body(held, Some(token.reveal()))))
}

/// Revokes a token; only whoever is signed in with a browser.
#[utoipa::path(delete, path = "/tokens/{token_id}", operation_id = "revoke_token", tag = "oneself", security(("token" = [])),
    params(("token_id" = TokenId, Path)), responses(
    (status = 204),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn revoke(
    permit: Permit<RevokeToken>,
    State(app): State<AppState>,
    PathId(id): PathId<TokenId>,
) -> Result<Response, Problem> {
    service::revoke(&app.db, &permit, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn body(held: HeldToken, token: Option<String>) -> TokenBody {
    let HeldToken {
        id,
        label,
        scopes,
        created_at,
        expires_at,
        last_used_at,
    } = held;
    TokenBody {
        id,
        label,
        scopes,
        created_at,
        expires_at,
        last_used_at,
        token,
    }
}

impl From<TokenError> for Problem {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::NotFound => Self::not_found("there is no such token"),
            TokenError::TooMany => Self::conflict("an account holds at most 20 tokens"),
            TokenError::SessionNeeded => {
                Self::forbidden("a token cannot do this: sign in with a browser")
            }
            TokenError::Credential(error) => error.into(),
            TokenError::Storage(error) => error.into(),
        }
    }
}
