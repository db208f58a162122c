//! `/anmelden` and `/abmelden`.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use web::pages::{DemoAccount, SignInPage, SignInProblem};
use web::{Frame, Notice};

use super::api::{forget, keep};
use super::service::{self, SignInAttempt, SignInError};
use crate::access::action::EndSession;
use crate::access::{Authentication, Permit};
use crate::app::AppState;
use crate::http::{ClientAddress, FormBody, Problem};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, say_next};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/anmelden", get(show).post(sign_in))
        .route("/abmelden", post(sign_out))
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
    let missing = [
        form.email
            .trim()
            .is_empty()
            .then_some(SignInProblem::EmailMissing),
        form.passwort
            .is_empty()
            .then_some(SignInProblem::PasswordMissing),
    ];
    let missing: Vec<_> = missing.into_iter().flatten().collect();
    if !missing.is_empty() {
        let page = page(frame, &app, (form.email, next), missing);
        return Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let attempt = SignInAttempt {
        email: &form.email,
        password: &form.passwort,
        address: address.0,
        earlier: authentication.session(),
    };
    let signed_in = service::sign_in(&app.db, &app.keyring, &app.passwords, attempt).await;
    let (status, problem, wait) = match signed_in {
        Ok(signed_in) => {
            let mut response = redirect(&next);
            keep(&mut response, &app, &signed_in.token);
            say_next(&mut response, Notice::SignedIn);
            return Ok(response);
        }
        Err(SignInError::Refused) => (StatusCode::UNAUTHORIZED, SignInProblem::Refused, None),
        Err(SignInError::TooMany(seconds)) => {
            let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
            let retry_minutes = seconds.div_ceil(60);
            (
                StatusCode::TOO_MANY_REQUESTS,
                SignInProblem::TooMany { retry_minutes },
                Some(seconds),
            )
        }
        Err(error @ (SignInError::Hashing(_) | SignInError::Storage(_))) => {
            return Err(error.into());
        }
    };
    let page = page(frame, &app, (form.email, next), vec![problem]);
    let mut response = Html::with_status(page, status).into_response();
    if let Some(seconds) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

/// Whoever is not signed in any more is signed out.
async fn sign_out(
    permit: Result<Permit<EndSession>, Problem>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    if let Ok(permit) = permit {
        service::sign_out(&app.db, &permit).await?;
    }
    let mut response = redirect(&LocalPath::or_start("/"));
    forget(&mut response, &app);
    say_next(&mut response, Notice::SignedOut);
    Ok(response)
}

fn page(
    frame: Frame,
    app: &AppState,
    (email, next): (String, LocalPath),
    problems: Vec<SignInProblem>,
) -> SignInPage {
    let demo_accounts = if app.site.is_demo {
        demo_accounts()
    } else {
        Vec::new()
    };
    SignInPage {
        frame,
        email,
        next: next.as_str().to_owned(),
        problems,
        demo_accounts,
    }
}

/// The accounts of every demo; their passwords stand in its credentials file alone.
fn demo_accounts() -> Vec<DemoAccount> {
    use web::Role;
    let accounts = [
        (Role::Requester, "requester@example.org"),
        (Role::Coordinator, "coordinator@example.org"),
        (Role::MemberManager, "member-manager@example.org"),
        (Role::Expert, "expert@example.org"),
        (Role::Vetter, "vetter@example.org"),
        (Role::Admin, "admin@example.org"),
    ];
    let account = |(role, email): (Role, &str)| DemoAccount {
        role,
        email: email.to_owned(),
    };
    accounts.map(account).into()
}
