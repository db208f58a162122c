//! JSON of erasing oneself.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::service::{self, EraseError};
use crate::access::Permit;
use crate::access::action::EraseSelf;
use crate::app::AppState;
use crate::http::{JsonBody, Problem, ProblemBody, private_cookie, session_cookie, set_cookie};

/// Routes of this concern.
pub(in crate::privacy) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(erase))
}

/// Proof that it is meant.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct Erasure {
    /// The own password.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000, format = "password")]
    password: String,
}

/// Erases oneself with the own entry, for good; only whoever is signed in with a browser.
#[utoipa::path(delete, path = "/me", operation_id = "erase_self", tag = "oneself", security(("token" = [])), request_body = Erasure, responses(
    (status = 204),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn erase(
    permit: Permit<EraseSelf>,
    State(app): State<AppState>,
    body: JsonBody<Erasure>,
) -> Result<Response, Problem> {
    let kit = (&*app.keyring, &app.passwords);
    let asked = (&permit, body.value.password.as_str());
    service::erase_self(&app.db, kit, &app.tombstones, asked).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    forget_session(&mut response, &app);
    Ok(response)
}

/// Takes the session, which is no more, from the browser.
pub(super) fn forget_session(response: &mut Response, app: &AppState) {
    let is_secure = app.site.is_secure;
    let mut cookie = private_cookie(session_cookie(is_secure), String::new(), is_secure);
    cookie.make_removal();
    set_cookie(response, &cookie);
}

impl From<EraseError> for Problem {
    fn from(error: EraseError) -> Self {
        match error {
            EraseError::NotFound => Self::not_found("there is no such person"),
            EraseError::SessionNeeded => {
                Self::forbidden("a token cannot do this: sign in with a browser")
            }
            EraseError::LastAdmin => {
                Self::conflict("you are the last admin: have another one appointed first")
            }
            EraseError::Credential(error) => error.into(),
            EraseError::Storage(error) => error.into(),
        }
    }
}
