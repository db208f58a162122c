//! Handlers of `/konto`.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use web::Notice;
use web::pages::{
    PasskeyProblem, PasswordProblem, RecoveryCodesPage, RemovalProblem, TokenForm, TokenProblem,
    TokenScope as PageScope,
};

use super::view::{self, Said};
use crate::access::action::{
    ChangePassword, EndSession, IssueToken, ReadSelf, RenewRecoveryCodes, RevokeToken,
};
use crate::access::{Permit, TokenScope};
use crate::accounts::{self, CredentialError, TokenError, TokenTerms, mistyped};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{SessionId, TokenId};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, say_next};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/konto", get(show))
        .route("/konto/passwort", post(change_password))
        .route("/konto/sitzungen/beenden", post(end_others))
        .route("/konto/sitzungen/{session_id}/beenden", post(end_session))
        .route("/konto/wiederherstellungscodes", post(renew_codes))
        .route("/konto/schluessel", post(issue_token))
        .route("/konto/schluessel/{token_id}/entziehen", post(revoke_token))
}

#[derive(Deserialize)]
struct PasswordForm {
    #[serde(default)]
    altes: String,
    #[serde(default)]
    passwort: String,
    #[serde(default)]
    nochmal: String,
}

#[derive(Deserialize)]
struct NewTokenForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    umfang: Vec<String>,
    #[serde(default)]
    tage: String,
    #[serde(default)]
    passwort: String,
}

async fn show(
    permit: Permit<ReadSelf>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let wrong = parameters.first("falsch");
    let said = Said {
        removal_problem: wrong.and_then(RemovalProblem::from_value),
        passkey_problem: wrong.and_then(PasskeyProblem::from_value),
        ..Said::default()
    };
    Ok(Html::new(view::page(&app, &permit, frame, said).await?).into_response())
}

async fn change_password(
    permit: Permit<ChangePassword>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<PasswordForm>,
) -> Result<Response, Problem> {
    let problem = if let Some(problem) = mistyped(&form.passwort, &form.nochmal) {
        problem
    } else {
        let asked = (&permit, form.altes.as_str(), form.passwort.as_str());
        match accounts::change_password(&app.db, &app.keyring, &app.passwords, asked).await {
            Ok(()) => return Ok(said(Notice::PasswordChanged)),
            Err(CredentialError::Weak(problem)) => problem.into(),
            Err(CredentialError::WrongOld) => PasswordProblem::WrongOld,
            Err(error) => return Err(error.into()),
        }
    };
    let said = Said {
        password_problems: vec![problem],
        ..Said::default()
    };
    let own = own(&permit)?;
    let page = view::page(&app, &own, frame, said).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn end_session(
    permit: Permit<EndSession>,
    State(app): State<AppState>,
    PathId(id): PathId<SessionId>,
) -> Result<Response, Problem> {
    needs_browser(&permit)?;
    if !accounts::end_session(&app.db, &permit, id).await? {
        return Err(Problem::not_found("there is no such session"));
    }
    Ok(said(Notice::SessionEnded))
}

async fn end_others(
    permit: Permit<EndSession>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    needs_browser(&permit)?;
    accounts::end_other_sessions(&app.db, &permit).await?;
    Ok(said(Notice::OthersEnded))
}

/// The codes are in this answer and never again.
async fn renew_codes(
    permit: Permit<RenewRecoveryCodes>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<RecoveryCodesPage>, Problem> {
    let codes = accounts::renew_codes(&app.db, &app.keyring, &permit).await?;
    Ok(Html::new(RecoveryCodesPage { frame, codes }))
}

/// The new token is in this answer and never again, so there is no redirect.
async fn issue_token(
    permit: Permit<IssueToken>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<NewTokenForm>,
) -> Result<Response, Problem> {
    let own = own(&permit)?;
    let (terms, token_form, mut problems) = read(&form);
    if problems.is_empty() {
        let asked = (&permit, &terms, form.passwort.as_str());
        match accounts::issue_own_token(&app.db, &app.keyring, &app.passwords, asked).await {
            Ok((_, token)) => {
                let said = Said {
                    new_token: Some(token.reveal()),
                    ..Said::default()
                };
                return Ok(Html::new(view::page(&app, &own, frame, said).await?).into_response());
            }
            Err(TokenError::Credential(CredentialError::WrongOld)) => {
                problems.push(TokenProblem::WrongPassword);
            }
            Err(TokenError::TooMany) => problems.push(TokenProblem::TooMany),
            Err(error) => return Err(error.into()),
        }
    }
    let said = Said {
        token_form,
        token_problems: problems,
        ..Said::default()
    };
    let page = view::page(&app, &own, frame, said).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn revoke_token(
    permit: Permit<RevokeToken>,
    State(app): State<AppState>,
    PathId(id): PathId<TokenId>,
) -> Result<Response, Problem> {
    accounts::revoke_own_token(&app.db, &permit, id).await?;
    Ok(said(Notice::TokenRevoked))
}

/// What was typed, as terms and for the form, and what is wrong with it.
fn read(form: &NewTokenForm) -> (TokenTerms, TokenForm, Vec<TokenProblem>) {
    let name = form.name.trim().to_owned();
    let scopes: Vec<PageScope> = PageScope::ALL
        .into_iter()
        .filter(|scope| form.umfang.iter().any(|given| given == scope.value()))
        .collect();
    let days = form
        .tage
        .parse()
        .ok()
        .filter(|days| TokenForm::DAYS.contains(days));
    let problems = [
        name.is_empty().then_some(TokenProblem::NameMissing),
        (name.chars().count() > TokenForm::LONGEST_NAME).then_some(TokenProblem::NameTooLong),
        scopes.is_empty().then_some(TokenProblem::ScopeMissing),
        days.is_none().then_some(TokenProblem::DaysWrong),
    ];
    let terms = TokenTerms {
        label: name.clone(),
        scopes: scopes
            .iter()
            .map(|scope| match scope {
                PageScope::Read => TokenScope::Read,
                PageScope::Write => TokenScope::Write,
            })
            .collect(),
        days: days.map_or(0, i64::from),
    };
    let days = days.unwrap_or(TokenForm::default().days);
    let typed = TokenForm { name, scopes, days };
    (terms, typed, problems.into_iter().flatten().collect())
}

/// Back on the page, with a message.
fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start("/konto"));
    say_next(&mut response, notice);
    response
}

/// A token must not end the sessions of the people who could revoke it.
fn needs_browser(permit: &Permit<EndSession>) -> Result<(), Problem> {
    match permit.caller().session {
        Some(_) => Ok(()),
        None => Err(Problem::forbidden(
            "a token cannot do this: sign in with a browser",
        )),
    }
}

/// Whoever may change the own account may see it.
fn own<A: crate::access::Action>(permit: &Permit<A>) -> Result<Permit<ReadSelf>, Problem> {
    permit
        .also()
        .ok_or_else(|| Problem::forbidden("your token may not read this"))
}
