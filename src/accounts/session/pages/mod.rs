//! `/anmelden`, `/anmelden/zweiter-faktor` and `/abmelden`.

mod demo;
mod passkey;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use cookie::time::Duration;
use serde::Deserialize;
use web::pages::{SecondFactorPage, SecondFactorProblem, SignInPage, SignInProblem};
use web::parts::PasskeyOffer;
use web::{Frame, Notice};

use super::api::{forget, keep};
use super::held;
use super::service::{self, SignIn, SignInAttempt, SignInError, SignedIn};
use super::with_passkey;
use crate::access::action::EndSession;
use crate::access::{Authentication, Permit};
use crate::accounts::Secret;
use crate::accounts::links::LinkPurpose;
use crate::app::AppState;
use crate::http::{
    ClientAddress, FormBody, Problem, cookie, private_cookie, set_cookie, step_cookie,
};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, say_next};

const CODE_PATH: &str = "/anmelden/zweiter-faktor";

/// Routes of this area.
pub(in crate::accounts) fn routes() -> Router<AppState> {
    Router::new()
        .route("/anmelden", get(show).post(sign_in))
        .route("/anmelden/zweiter-faktor", get(ask_code).post(finish))
        .route("/abmelden", post(sign_out))
        .merge(passkey::routes())
}

#[derive(Deserialize)]
struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    passwort: String,
    #[serde(default)]
    weiter: String,
}

#[derive(Deserialize)]
struct CodeForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    weiter: String,
}

async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Response {
    let next = LocalPath::or_start(parameters.first("weiter").unwrap_or("/"));
    if frame.account.is_some() {
        return redirect(&next);
    }
    Html::new(page(frame, &app, (String::new(), next), Vec::new())).into_response()
}

async fn sign_in(
    Visitor(frame): Visitor,
    authentication: Authentication,
    address: ClientAddress,
    State(app): State<AppState>,
    FormBody(form): FormBody<SignInForm>,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(&form.weiter);
    let missing = missing(&form);
    if !missing.is_empty() {
        let page = page(frame, &app, (form.email, next), missing);
        return Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let attempt = SignInAttempt {
        email: &form.email,
        password: &form.passwort,
        address: address.0,
        code: None,
        earlier: authentication.session(),
    };
    let (status, problem, wait) =
        match service::sign_in(&app.db, &app.keyring, &app.passwords, attempt).await {
            Ok(SignIn::Done(signed_in)) => {
                return done(&app, &signed_in, &next).await;
            }
            Ok(SignIn::CodeNeeded(step)) => return Ok(to_code(&app, &step, &next)),
            Err(SignInError::Refused) => (StatusCode::UNAUTHORIZED, SignInProblem::Refused, None),
            Err(SignInError::TooMany(seconds)) => {
                let retry_minutes = minutes(seconds);
                let problem = SignInProblem::TooMany { retry_minutes };
                (StatusCode::TOO_MANY_REQUESTS, problem, Some(seconds))
            }
            Err(error) => return Err(error.into()),
        };
    let page = page(frame, &app, (form.email, next), vec![problem]);
    Ok(waiting(
        Html::with_status(page, status).into_response(),
        wait,
    ))
}

fn missing(form: &SignInForm) -> Vec<SignInProblem> {
    let email = form.email.trim().is_empty();
    let missing = [
        email.then_some(SignInProblem::EmailMissing),
        form.passwort
            .is_empty()
            .then_some(SignInProblem::PasswordMissing),
    ];
    missing.into_iter().flatten().collect()
}

/// The session has begun; whoever owes a second factor is led there first.
async fn done(app: &AppState, signed_in: &SignedIn, next: &LocalPath) -> Result<Response, Problem> {
    let owes = service::owes_second_factor(&app.db, &app.site, signed_in).await?;
    let first = LocalPath::or_start("/konto/zweiter-faktor");
    let mut response = redirect(if owes { &first } else { next });
    keep(&mut response, app, &signed_in.token);
    say_next(&mut response, Notice::SignedIn);
    Ok(response)
}

/// The password was right; the browser holds the step to the second factor for as long as it works.
fn to_code(app: &AppState, step: &Secret, next: &LocalPath) -> Response {
    let to = Parameters::default()
        .with("weiter", next.as_str())
        .href(CODE_PATH);
    let mut response = redirect(&LocalPath::or_start(&to));
    let mut cookie = private_cookie(
        step_cookie(app.site.is_secure),
        step.reveal(),
        app.site.is_secure,
    );
    cookie.set_max_age(Duration::seconds(LinkPurpose::SecondFactor.seconds()));
    set_cookie(&mut response, &cookie);
    response
}

async fn ask_code(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(parameters.first("weiter").unwrap_or("/"));
    let Some(step) = held_step(&headers, &app) else {
        return Ok(redirect(&LocalPath::or_start("/anmelden")));
    };
    let page = SecondFactorPage {
        frame,
        next: next.as_str().to_owned(),
        passkey: passkey(&app, &step).await?,
        problem: None,
    };
    Ok(Html::new(page).into_response())
}

/// The step from the password to the second factor, as the browser holds it.
fn held_step(headers: &HeaderMap, app: &AppState) -> Option<Secret> {
    cookie(headers, step_cookie(app.site.is_secure))?
        .parse()
        .ok()
}

/// Takes the step from the browser.
fn forget_step(response: &mut Response, app: &AppState) {
    let is_secure = app.site.is_secure;
    let mut over = private_cookie(step_cookie(is_secure), String::new(), is_secure);
    over.make_removal();
    set_cookie(response, &over);
}

/// What a page needs to ask a device, where the account has one.
async fn passkey(app: &AppState, step: &Secret) -> Result<Option<PasskeyOffer>, Problem> {
    let origin = app.passkeys.origin();
    let is_taken = with_passkey::takes_passkey(&app.db, step).await?;
    Ok(origin
        .filter(|_| is_taken)
        .map(|origin| PasskeyOffer { origin }))
}

async fn finish(
    Visitor(frame): Visitor,
    authentication: Authentication,
    State(app): State<AppState>,
    headers: HeaderMap,
    FormBody(form): FormBody<CodeForm>,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(&form.weiter);
    let Some(step) = held_step(&headers, &app) else {
        return Ok(redirect(&LocalPath::or_start("/anmelden")));
    };
    let asked = (&step, form.code.as_str());
    let earlier = authentication.session();
    let (status, problem, wait) = if form.code.trim().is_empty() {
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            SecondFactorProblem::Missing,
            None,
        )
    } else {
        match service::finish_sign_in(&app.db, &app.keyring, asked, earlier).await {
            Ok(signed_in) => {
                let mut response = done(&app, &signed_in, &next).await?;
                forget_step(&mut response, &app);
                return Ok(response);
            }
            Err(SignInError::StepOver) => return Ok(redirect(&LocalPath::or_start("/anmelden"))),
            Err(SignInError::Refused) => {
                (StatusCode::UNAUTHORIZED, SecondFactorProblem::Refused, None)
            }
            Err(SignInError::TooMany(seconds)) => {
                let retry_minutes = minutes(seconds);
                let problem = SecondFactorProblem::TooMany { retry_minutes };
                (StatusCode::TOO_MANY_REQUESTS, problem, Some(seconds))
            }
            Err(error) => return Err(error.into()),
        }
    };
    let page = SecondFactorPage {
        frame,
        next: next.as_str().to_owned(),
        passkey: passkey(&app, &step).await?,
        problem: Some(problem),
    };
    Ok(waiting(
        Html::with_status(page, status).into_response(),
        wait,
    ))
}

/// Whoever is not signed in any more is signed out.
async fn sign_out(
    permit: Result<Permit<EndSession>, Problem>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    if let Ok(permit) = permit {
        held::sign_out(&app.db, &permit).await?;
    }
    let mut response = redirect(&LocalPath::or_start("/"));
    forget(&mut response, &app);
    say_next(&mut response, Notice::SignedOut);
    Ok(response)
}

fn minutes(seconds: i64) -> u32 {
    u32::try_from(seconds).unwrap_or(u32::MAX).div_ceil(60)
}

fn waiting(mut response: Response, seconds: Option<i64>) -> Response {
    if let Some(seconds) = seconds {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn page(
    frame: Frame,
    app: &AppState,
    (email, next): (String, LocalPath),
    problems: Vec<SignInProblem>,
) -> SignInPage {
    let demo_accounts = if app.site.is_demo {
        demo::accounts()
    } else {
        Vec::new()
    };
    SignInPage {
        frame,
        email,
        next: next.as_str().to_owned(),
        passkey: app.passkeys.origin().map(|origin| PasskeyOffer { origin }),
        problems,
        demo_accounts,
    }
}
