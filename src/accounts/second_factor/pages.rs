//! `/konto/zweiter-faktor`: setting up and removing.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use web::pages::{
    PasskeySetupPage, RecoveryCodesPage, RemovalProblem, SetupProblem, TotpSetupPage,
};
use web::parts::PasskeyOffer;
use web::{Frame, Notice};

use super::service::{self, Finish, SecondFactorError, Setup};
use crate::access::Permit;
use crate::access::action::SetSecondFactor;
use crate::accounts::{CredentialError, needs_passkey, passkeys};
use crate::app::AppState;
use crate::db::StorageError;
use crate::http::{FormBody, Problem};
use crate::pages::{Html, LocalPath, Visitor, qr_code, redirect, say_next};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/konto/zweiter-faktor", get(show).post(finish))
        .route("/konto/zweiter-faktor/aus", post(remove))
}

#[derive(Deserialize)]
struct SetupForm {
    #[serde(default)]
    begonnen: String,
    #[serde(default)]
    passwort: String,
    #[serde(default)]
    code: String,
}

#[derive(Deserialize)]
struct RemovalForm {
    #[serde(default)]
    passwort: String,
    #[serde(default)]
    code: String,
}

async fn show(
    permit: Permit<SetSecondFactor>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    if app.site.second_factor_required && needs_passkey(&permit.caller().grants) {
        return passkey(&app, &permit, frame).await;
    }
    match service::begin(&app.db, &app.keyring, &permit, None).await {
        Ok(setup) => Ok(Html::new(page(frame, &setup, None)?).into_response()),
        Err(SecondFactorError::AlreadySet) => Ok(redirect(&LocalPath::or_start("/konto"))),
        Err(error) => Err(error.into()),
    }
}

/// With a role that sees much, digits are not enough.
async fn passkey(
    app: &AppState,
    permit: &Permit<SetSecondFactor>,
    frame: Frame,
) -> Result<Response, Problem> {
    let caller = permit.caller();
    if !caller.owes_second_factor {
        return Ok(redirect(&LocalPath::or_start("/konto#passkeys")));
    }
    let has_passkey = passkeys::any(app.db.reader(), caller.account)
        .await
        .map_err(StorageError::from)?;
    let origin = app.passkeys.origin().filter(|_| caller.is_confirmed);
    let page = PasskeySetupPage {
        frame,
        offer: origin.map(|origin| PasskeyOffer { origin }),
        has_passkey,
    };
    Ok(Html::new(page).into_response())
}

async fn finish(
    permit: Permit<SetSecondFactor>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<SetupForm>,
) -> Result<Response, Problem> {
    let begun = form
        .begonnen
        .parse()
        .map_err(|_| SecondFactorError::NotBegun)?;
    let digits: String = form.code.chars().filter(|c| !c.is_whitespace()).collect();
    let asked = Finish {
        begun: &begun,
        password: &form.passwort,
        digits: &digits,
    };
    let asked = (&permit, asked);
    let problem = match service::finish(&app.db, &app.keyring, &app.passwords, asked).await {
        Ok(codes) => return Ok(Html::new(RecoveryCodesPage { frame, codes }).into_response()),
        Err(SecondFactorError::WrongCode) => SetupProblem::Code,
        Err(SecondFactorError::Credential(CredentialError::WrongOld)) => SetupProblem::Password,
        Err(SecondFactorError::AlreadySet) => return Ok(redirect(&LocalPath::or_start("/konto"))),
        Err(error) => return Err(error.into()),
    };
    let setup = service::begin(&app.db, &app.keyring, &permit, Some(begun)).await?;
    let page = page(frame, &setup, Some(problem))?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn remove(
    permit: Permit<SetSecondFactor>,
    State(app): State<AppState>,
    FormBody(form): FormBody<RemovalForm>,
) -> Result<Response, Problem> {
    let asked = (&permit, form.passwort.as_str(), form.code.as_str());
    let problem = match service::remove(&app.db, &app.keyring, &app.passwords, asked).await {
        Ok(()) => {
            let mut response = redirect(&LocalPath::or_start("/konto"));
            say_next(&mut response, Notice::SecondFactorRemoved);
            return Ok(response);
        }
        Err(SecondFactorError::Credential(CredentialError::WrongOld)) => RemovalProblem::Password,
        Err(SecondFactorError::Credential(CredentialError::Weak(_))) => RemovalProblem::TooWeak,
        Err(SecondFactorError::WrongCode) => RemovalProblem::Code,
        Err(error) => return Err(error.into()),
    };
    let back = format!("/konto?falsch={}#zweiter-faktor", problem.value());
    Ok(redirect(&LocalPath::or_start(&back)))
}

fn page(
    frame: Frame,
    setup: &Setup,
    problem: Option<SetupProblem>,
) -> Result<TotpSetupPage, Problem> {
    let letters: Vec<char> = setup.secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    Ok(TotpSetupPage {
        frame,
        secret: groups.join(" "),
        address: setup.address.clone(),
        begun: setup.begun.reveal(),
        qr: qr_code(&setup.address)?,
        problem,
    })
}

impl From<SecondFactorError> for Problem {
    fn from(error: SecondFactorError) -> Self {
        match error {
            SecondFactorError::AlreadySet => Self::conflict("there is a second factor already"),
            SecondFactorError::NotSet => Self::conflict("there is no second factor"),
            SecondFactorError::WrongCode => Self::invalid("the code is not right"),
            SecondFactorError::NotBegun => Self::invalid("the form was not sent whole"),
            SecondFactorError::TooMany(seconds) => {
                Self::too_many_requests("too many attempts: wait a little")
                    .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
            SecondFactorError::SessionNeeded => {
                Self::forbidden("a token cannot do this: sign in with a browser")
            }
            SecondFactorError::Credential(error) => error.into(),
            SecondFactorError::Damaged(_) => Self::internal("the stored secret cannot be read"),
            SecondFactorError::Storage(error) => error.into(),
        }
    }
}
