//! `/konto/passkeys`: making and removing them. The pages' script carries question and answer.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::Deserialize;
use serde_json::json;
use web::Notice;
use web::pages::RecoveryCodesPage;

use super::{PasskeyError, Question, ask_to_enrol, enrol, remove};
use crate::access::Permit;
use crate::access::action::{AddPasskey, RemovePasskey};
use crate::accounts::CredentialError;
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem, json as answer};
use crate::ids::PasskeyId;
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/konto/passkeys", post(take))
        .route("/konto/passkeys/frage", post(ask))
        .route("/konto/passkeys/{passkey_id}/entfernen", post(take_away))
}

/// A question for a device, as the script reads it.
pub(in crate::accounts) struct Asked(pub(in crate::accounts) Question);

impl IntoResponse for Asked {
    fn into_response(self) -> Response {
        let body = json!({ "frage": self.0.token.reveal(), "optionen": self.0.options });
        answer(StatusCode::OK, &body)
    }
}

/// A device's answer, as the script sends it.
#[derive(Deserialize)]
pub(in crate::accounts) struct AnswerForm {
    #[serde(default)]
    pub(in crate::accounts) frage: String,
    #[serde(default)]
    pub(in crate::accounts) antwort: String,
    #[serde(default)]
    pub(in crate::accounts) weiter: String,
}

#[derive(Deserialize)]
struct RemovalForm {
    #[serde(default)]
    passwort: String,
}

async fn ask(permit: Permit<AddPasskey>, State(app): State<AppState>) -> Result<Asked, Problem> {
    let question = ask_to_enrol(&app.db, &app.keyring, &app.passkeys, &permit).await?;
    Ok(Asked(question))
}

async fn take(
    permit: Permit<AddPasskey>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<AnswerForm>,
) -> Result<Response, Problem> {
    let Ok(token) = form.frage.parse() else {
        return Err(Problem::invalid("the form was not sent whole"));
    };
    let asked = (&permit, &token, form.antwort.as_str());
    match enrol(&app.db, &app.keyring, &app.passkeys, asked).await {
        Ok(Some(codes)) => Ok(Html::new(RecoveryCodesPage { frame, codes }).into_response()),
        Ok(None) => Ok(said(Notice::PasskeyAdded)),
        Err(error) if error.is_about_the_answer() => Ok(redirect(&LocalPath::or_start(
            "/konto?falsch=passkey#passkeys",
        ))),
        Err(error) => Err(error.into()),
    }
}

async fn take_away(
    permit: Permit<RemovePasskey>,
    State(app): State<AppState>,
    PathId(id): PathId<PasskeyId>,
    FormBody(form): FormBody<RemovalForm>,
) -> Result<Response, Problem> {
    let asked = (&permit, id, form.passwort.as_str());
    let problem = match remove(&app.db, &app.keyring, &app.passwords, asked).await {
        Ok(()) => return Ok(said(Notice::PasskeyRemoved)),
        Err(PasskeyError::Credential(CredentialError::WrongOld)) => "passkey-passwort",
        Err(PasskeyError::Credential(CredentialError::Weak(_))) => "passkey-zu-schwach",
        Err(error) => return Err(error.into()),
    };
    let back = format!("/konto?falsch={problem}#passkeys");
    Ok(redirect(&LocalPath::or_start(&back)))
}

fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start("/konto"));
    say_next(&mut response, notice);
    response
}

impl PasskeyError {
    /// Whether another try may help.
    pub(in crate::accounts) fn is_about_the_answer(&self) -> bool {
        match self {
            Self::Over | Self::Refused => true,
            Self::NotHere
            | Self::NotFound
            | Self::TooMany
            | Self::SessionNeeded
            | Self::Credential(_)
            | Self::Webauthn(_)
            | Self::Storage(_) => false,
        }
    }
}

impl From<PasskeyError> for Problem {
    fn from(error: PasskeyError) -> Self {
        match error {
            PasskeyError::NotHere => {
                Self::conflict("passkeys need an address with a host name: set public_url")
            }
            PasskeyError::Over => Self::invalid("the question was answered or is too old"),
            PasskeyError::Refused => Self::invalid("the device's answer is not right"),
            PasskeyError::NotFound => Self::not_found("there is no such passkey"),
            PasskeyError::TooMany => Self::conflict("an account holds at most 10 passkeys"),
            PasskeyError::SessionNeeded => {
                Self::forbidden("a token cannot do this: sign in with a browser")
            }
            PasskeyError::Credential(error) => error.into(),
            PasskeyError::Webauthn(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "a passkey cannot be asked for"
                );
                Self::internal("the passkey cannot be asked for")
            }
            PasskeyError::Storage(error) => error.into(),
        }
    }
}
