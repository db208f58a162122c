//! `/anmelden/passkey` and `/anmelden/zweiter-faktor/passkey`: signing in with a device that knows its owner.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use web::Frame;
use web::pages::SignInProblem;

use super::{done, forget_step, held_step, minutes, page, waiting};
use crate::access::Authentication;
use crate::accounts::Secret;
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::passkeys::{self, AnswerForm, Asked, Purpose};
use crate::accounts::session::SignInError;
use crate::accounts::session::attempts;
use crate::accounts::session::with_passkey::{self, PasskeySignIn};
use crate::app::AppState;
use crate::http::{ClientAddress, FormBody, Problem};
use crate::pages::{Html, LocalPath, Visitor, redirect};

/// Routes of this area.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/anmelden/passkey", post(sign_in))
        .route("/anmelden/passkey/frage", post(ask))
        .route("/anmelden/zweiter-faktor/passkey", post(finish))
        .route("/anmelden/zweiter-faktor/passkey/frage", post(ask_in_step))
}

/// Asked for by anybody, so it is counted.
async fn ask(address: ClientAddress, State(app): State<AppState>) -> Result<Asked, Problem> {
    attempts::count_nameless(&app.db, &app.keyring, address.0)
        .await?
        .map_err(SignInError::TooMany)?;
    Ok(Asked(passkeys::ask_anybody(&app.db, &app.passkeys).await?))
}

async fn sign_in(
    Visitor(frame): Visitor,
    authentication: Authentication,
    address: ClientAddress,
    State(app): State<AppState>,
    FormBody(form): FormBody<AnswerForm>,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(&form.weiter);
    let asked = PasskeySignIn {
        token: form.frage.parse().ok(),
        answer: &form.antwort,
        address: address.0,
        earlier: authentication.session(),
    };
    match with_passkey::sign_in_with_passkey(&app.db, &app.keyring, &app.passkeys, asked).await {
        Ok(signed_in) => done(&app, &signed_in, &next).await,
        Err(error) => failed(frame, &app, next, error),
    }
}

async fn ask_in_step(headers: HeaderMap, State(app): State<AppState>) -> Result<Asked, Problem> {
    let over = || Problem::from(SignInError::StepOver);
    let step = held_step(&headers, &app).ok_or_else(over)?;
    let now = app.db.clock().now();
    let account = links::open(app.db.reader(), &step, LinkPurpose::SecondFactor, now)
        .await
        .map_err(SignInError::from)?
        .ok_or_else(over)?;
    let question = passkeys::ask(&app.db, &app.passkeys, account, Purpose::Step).await?;
    Ok(Asked(question))
}

async fn finish(
    Visitor(frame): Visitor,
    authentication: Authentication,
    headers: HeaderMap,
    State(app): State<AppState>,
    FormBody(form): FormBody<AnswerForm>,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(&form.weiter);
    let (Some(step), Ok(token)) = (held_step(&headers, &app), form.frage.parse::<Secret>()) else {
        return Ok(redirect(&LocalPath::or_start("/anmelden")));
    };
    let asked = (&step, &token, form.antwort.as_str());
    let earlier = authentication.session();
    match with_passkey::finish_with_passkey(&app.db, &app.passkeys, asked, earlier).await {
        Ok(signed_in) => {
            let mut response = done(&app, &signed_in, &next).await?;
            forget_step(&mut response, &app);
            Ok(response)
        }
        Err(SignInError::StepOver) => Ok(redirect(&LocalPath::or_start("/anmelden"))),
        Err(error) => failed(frame, &app, next, error),
    }
}

/// The first page again, where the password is the other way in.
fn failed(
    frame: Frame,
    app: &AppState,
    next: LocalPath,
    error: SignInError,
) -> Result<Response, Problem> {
    let (status, problem, wait) = match error {
        SignInError::Refused => (
            StatusCode::UNAUTHORIZED,
            SignInProblem::PasskeyRefused,
            None,
        ),
        SignInError::TooMany(seconds) => {
            let retry_minutes = minutes(seconds);
            let problem = SignInProblem::TooMany { retry_minutes };
            (StatusCode::TOO_MANY_REQUESTS, problem, Some(seconds))
        }
        error => return Err(error.into()),
    };
    let page = page(frame, app, (String::new(), next), vec![problem]);
    Ok(waiting(
        Html::with_status(page, status).into_response(),
        wait,
    ))
}
