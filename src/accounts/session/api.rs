//! JSON of signing in and out.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::held;
use super::service::{self, SignIn, SignInAttempt, SignInError, SignedIn};
use crate::access::action::EndSession;
use crate::access::{Authentication, Permit};
use crate::accounts::Secret;
use crate::app::AppState;
use crate::http::{
    ClientAddress, JsonBody, Problem, ProblemBody, json, private_cookie, session_cookie, set_cookie,
};
use crate::ids::AccountId;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Routes of this area.
pub(in crate::accounts) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(sign_in))
        .routes(routes!(sign_out))
}

/// Who signs in.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewSession {
    /// Mail address of the account.
    #[validate(length(max = 254))]
    #[schema(max_length = 254)]
    email: String,
    /// Its password.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    password: String,
    /// The second factor, where the account has one.
    #[serde(default)]
    #[validate(nested)]
    second_factor: Option<NewSecondFactor>,
}

/// Digits of an authenticator, or a recovery code.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewSecondFactor {
    /// Which of them; both are checked alike.
    #[serde(rename = "method")]
    _method: SecondFactorMethod,
    /// The digits or the code.
    #[validate(length(max = 40))]
    #[schema(max_length = 40)]
    code: String,
}

/// Ways to prove more than a password.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SecondFactorMethod {
    /// Six digits of an authenticator.
    Totp,
    /// A recovery code.
    Recovery,
}

/// A session that has begun; the cookie carries it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SessionBody {
    account_id: AccountId,
}

/// Signs in: the answer sets a cookie. Every failure is the same 401.
#[utoipa::path(post, path = "/sessions", operation_id = "sign_in", tag = "oneself", request_body = NewSession, responses(
    (status = 201, body = SessionBody),
    (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "Mail address or password are not right"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn sign_in(
    authentication: Authentication,
    address: ClientAddress,
    State(app): State<AppState>,
    new: JsonBody<NewSession>,
) -> Result<Response, Problem> {
    let NewSession {
        email,
        password,
        second_factor,
    } = new.value;
    let attempt = SignInAttempt {
        email: &email,
        password: &password,
        address: address.0,
        code: second_factor.as_ref().map(|given| given.code.as_str()),
        earlier: authentication.session(),
    };
    let signed_in = service::sign_in(&app.db, &app.keyring, &app.passwords, attempt).await?;
    let SignIn::Done(SignedIn { account, token, .. }) = signed_in else {
        return Err(SignInError::Refused.into());
    };
    let body = SessionBody {
        account_id: account,
    };
    let mut response = json(StatusCode::CREATED, &body);
    keep(&mut response, &app, &token);
    Ok(response)
}

/// Signs out: ends the session of the cookie. With a token there is none to end.
#[utoipa::path(delete, path = "/sessions/current", operation_id = "sign_out", tag = "oneself", security(("token" = [])), responses(
    (status = 204),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn sign_out(
    permit: Permit<EndSession>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    if !held::sign_out(&app.db, &permit).await? {
        return Err(Problem::not_found("there is no session to end"));
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    forget(&mut response, &app);
    Ok(response)
}

/// Gives the browser its session.
pub(super) fn keep(response: &mut Response, app: &AppState, token: &Secret) {
    let is_secure = app.site.is_secure;
    let cookie = private_cookie(session_cookie(is_secure), token.reveal(), is_secure);
    set_cookie(response, &cookie);
}

/// Takes the session from the browser, and whatever pages kept there for its holder.
pub(super) fn forget(response: &mut Response, app: &AppState) {
    let is_secure = app.site.is_secure;
    let mut cookie = private_cookie(session_cookie(is_secure), String::new(), is_secure);
    cookie.make_removal();
    set_cookie(response, &cookie);
    let kept = HeaderValue::from_static("\"storage\"");
    response.headers_mut().insert(CLEAR_SITE_DATA, kept);
}

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Refused => Self::unauthenticated("mail address or password are not right"),
            SignInError::TooMany(seconds) => {
                Self::too_many_requests("too many attempts: wait a little")
                    .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
            SignInError::StepOver => Self::unauthenticated("signing in took too long: begin again"),
            SignInError::SecondFactor(_) => Self::internal("the second factor cannot be checked"),
            SignInError::Hashing(_) => Self::internal("the password cannot be checked"),
            SignInError::Storage(error) => error.into(),
        }
    }
}
