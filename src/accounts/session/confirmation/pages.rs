//! `/bestaetigen`.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use web::Frame;
use web::pages::{ConfirmPage, ConfirmProblem, ConfirmWith};
use web::parts::PasskeyOffer;

use super::service::{self, ConfirmationError, ConfirmationNeeds};
use crate::access::Permit;
use crate::access::action::ConfirmSession;
use crate::accounts::passkeys::{AnswerForm, Asked};
use crate::accounts::{CredentialError, SecondFactorError};
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/bestaetigen", get(show).post(confirm))
        .route("/bestaetigen/passkey", post(with_passkey))
        .route("/bestaetigen/passkey/frage", post(ask))
}

#[derive(Deserialize)]
struct ConfirmForm {
    #[serde(default)]
    passwort: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    weiter: String,
}

async fn show(
    permit: Permit<ConfirmSession>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(parameters.first("weiter").unwrap_or("/konto"));
    let page = page(&app, &permit, frame, (&next, None)).await?;
    Ok(Html::new(page).into_response())
}

async fn confirm(
    permit: Permit<ConfirmSession>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<ConfirmForm>,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(&form.weiter);
    let asked = (&permit, form.passwort.as_str(), form.code.as_str());
    let problem = match service::with_password(&app.db, &app.keyring, &app.passwords, asked).await {
        Ok(()) => return Ok(redirect(&next)),
        Err(ConfirmationError::Credential(CredentialError::WrongOld)) => ConfirmProblem::Password,
        Err(ConfirmationError::Code(SecondFactorError::WrongCode)) => ConfirmProblem::Code,
        Err(ConfirmationError::PasskeyNeeded) => ConfirmProblem::PasskeyNeeded,
        Err(error) => return Err(error.into()),
    };
    let page = page(&app, &permit, frame, (&next, Some(problem))).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn ask(
    permit: Permit<ConfirmSession>,
    State(app): State<AppState>,
) -> Result<Asked, Problem> {
    Ok(Asked(service::ask(&app.db, &app.passkeys, &permit).await?))
}

async fn with_passkey(
    permit: Permit<ConfirmSession>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<AnswerForm>,
) -> Result<Response, Problem> {
    let next = LocalPath::or_start(&form.weiter);
    let Ok(token) = form.frage.parse() else {
        return Err(Problem::invalid("the form was not sent whole"));
    };
    let asked = (&permit, &token, form.antwort.as_str());
    match service::with_passkey(&app.db, &app.passkeys, asked).await {
        Ok(()) => Ok(redirect(&next)),
        Err(ConfirmationError::Passkey(error)) if error.is_about_the_answer() => {
            let problem = (&next, Some(ConfirmProblem::Passkey));
            let page = page(&app, &permit, frame, problem).await?;
            Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(
    app: &AppState,
    permit: &Permit<ConfirmSession>,
    frame: Frame,
    (next, problem): (&LocalPath, Option<ConfirmProblem>),
) -> Result<ConfirmPage, Problem> {
    let with = match service::needs(&app.db, permit).await? {
        ConfirmationNeeds::Password => ConfirmWith::Password,
        ConfirmationNeeds::PasswordAndCode => ConfirmWith::PasswordAndCode,
        ConfirmationNeeds::Passkey => {
            let origin = app.passkeys.origin();
            ConfirmWith::Passkey(origin.map(|origin| PasskeyOffer { origin }))
        }
    };
    Ok(ConfirmPage {
        frame,
        next: next.as_str().to_owned(),
        with,
        problem,
    })
}

impl From<ConfirmationError> for Problem {
    fn from(error: ConfirmationError) -> Self {
        match error {
            ConfirmationError::SessionNeeded => {
                Self::forbidden("a token cannot do this: sign in with a browser")
            }
            ConfirmationError::Ended => Self::unauthenticated("the session has ended: sign in"),
            ConfirmationError::PasskeyNeeded => {
                Self::forbidden("use your passkey or a recovery code")
            }
            ConfirmationError::Credential(error) => error.into(),
            ConfirmationError::Code(error) => error.into(),
            ConfirmationError::Passkey(error) => error.into(),
            ConfirmationError::Storage(error) => error.into(),
        }
    }
}
