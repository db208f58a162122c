//! `/einladung/{token}`: choosing a password.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use web::pages::{InvitationOverPage, InvitationPage, PasswordProblem as PageProblem};
use web::{Frame, Notice};

use super::service::{self, CredentialError};
use super::{PasswordProblem, needed};
use crate::accounts::Secret;
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem};
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route("/einladung/{token}", get(show).post(set))
}

#[derive(Deserialize)]
struct PasswordForm {
    #[serde(default)]
    passwort: String,
    #[serde(default)]
    nochmal: String,
}

async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    let Ok(token) = text.parse::<Secret>() else {
        return Err(Problem::not_found("there is no such link"));
    };
    if !service::is_open(&app.db, &token).await? {
        return Ok(over(frame));
    }
    Ok(Html::new(page(frame, &text, Vec::new())).into_response())
}

async fn set(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(form): FormBody<PasswordForm>,
) -> Result<Response, Problem> {
    let Ok(token) = text.parse::<Secret>() else {
        return Err(Problem::not_found("there is no such link"));
    };
    let again = |frame, problem| {
        let page = page(frame, &text, vec![problem]);
        Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response()
    };
    if let Some(problem) = mistyped(&form.passwort, &form.nochmal) {
        return Ok(again(frame, problem));
    }
    let asked = (&token, form.passwort.as_str());
    match service::set_password(&app.db, &app.keyring, &app.passwords, asked).await {
        Ok(()) => {
            let mut response = redirect(&LocalPath::or_start("/anmelden"));
            say_next(&mut response, Notice::PasswordSet);
            Ok(response)
        }
        Err(CredentialError::LinkOver) => Ok(over(frame)),
        Err(CredentialError::Weak(problem)) => Ok(again(frame, problem.into())),
        Err(error) => Err(error.into()),
    }
}

/// What is wrong with a new password before anybody judges it.
pub fn mistyped(password: &str, again: &str) -> Option<PageProblem> {
    match (password.is_empty(), password == again) {
        (true, _) => Some(PageProblem::Missing),
        (false, false) => Some(PageProblem::NotTheSame),
        (false, true) => None,
    }
}

fn page(frame: Frame, token: &str, problems: Vec<PageProblem>) -> InvitationPage {
    InvitationPage {
        frame,
        action: format!("/einladung/{token}"),
        needed: needed(false),
        problems,
    }
}

fn over(frame: Frame) -> Response {
    Html::with_status(InvitationOverPage { frame }, StatusCode::GONE).into_response()
}

impl From<PasswordProblem> for PageProblem {
    fn from(problem: PasswordProblem) -> Self {
        match problem {
            PasswordProblem::TooShort { needed } => Self::TooShort { needed },
            PasswordProblem::TooLong => Self::TooLong,
            PasswordProblem::TooEasy => Self::TooEasy,
        }
    }
}

impl From<CredentialError> for Problem {
    fn from(error: CredentialError) -> Self {
        match error {
            CredentialError::LinkOver => Self::not_found("the link does not work any more"),
            CredentialError::Weak(_) => Self::invalid("the password is not good enough"),
            CredentialError::WrongOld => Self::forbidden("the password is not right"),
            CredentialError::TooMany(seconds) => {
                Self::too_many_requests("too many attempts: wait a little")
                    .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
            CredentialError::SessionNeeded => {
                Self::forbidden("a token cannot do this: sign in with a browser")
            }
            CredentialError::Hashing(_) => Self::internal("the password cannot be hashed"),
            CredentialError::Storage(error) => error.into(),
        }
    }
}
