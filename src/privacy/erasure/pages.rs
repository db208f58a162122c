//! `/konto/loeschen`.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use web::Frame;
use web::pages::{EraseBlocked, EraseHint, ErasePage, EraseProblem, ErasedPage};

use super::api::forget_session;
use super::service::{self, EraseError, Outlook};
use crate::access::Permit;
use crate::access::action::{EraseSelf, KeepConsents};
use crate::accounts::CredentialError;
use crate::app::AppState;
use crate::experts;
use crate::http::{FormBody, Problem};
use crate::pages::{Html, Visitor};

/// Routes of this concern.
pub(in crate::privacy) fn routes() -> Router<AppState> {
    Router::new().route("/konto/loeschen", get(show).post(erase))
}

#[derive(Deserialize)]
struct EraseForm {
    #[serde(default)]
    passwort: String,
    #[serde(default)]
    verstanden: String,
}

async fn show(
    permit: Permit<EraseSelf>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ErasePage>, Problem> {
    Ok(Html::new(page(&app, &permit, frame, Vec::new()).await?))
}

async fn erase(
    permit: Permit<EraseSelf>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<EraseForm>,
) -> Result<Response, Problem> {
    if form.verstanden.is_empty() {
        let page = page(&app, &permit, frame, vec![EraseProblem::NotConfirmed]).await?;
        return Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let kit = (&*app.keyring, &app.passwords);
    let asked = (&permit, form.passwort.as_str());
    match service::erase_self(&app.db, kit, &app.tombstones, asked).await {
        Ok(_) => {
            let frame = Frame {
                account: None,
                ..frame
            };
            let mut response = Html::new(ErasedPage { frame }).into_response();
            forget_session(&mut response, &app);
            Ok(response)
        }
        Err(EraseError::Credential(CredentialError::WrongOld)) => {
            let page = page(&app, &permit, frame, vec![EraseProblem::WrongPassword]).await?;
            Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(EraseError::LastAdmin) => {
            let page = page(&app, &permit, frame, Vec::new()).await?;
            Ok(Html::with_status(page, StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(
    app: &AppState,
    permit: &Permit<EraseSelf>,
    frame: Frame,
    problems: Vec<EraseProblem>,
) -> Result<ErasePage, Problem> {
    let Outlook {
        is_last_admin,
        has_open_case,
        has_open_assessments,
    } = service::outlook(&app.db, permit).await?;
    let alias = match permit.also::<KeepConsents>() {
        Some(permit) => experts::consents(&app.db, &permit).await.ok(),
        None => None,
    };
    let hints = [
        has_open_case.then_some(EraseHint::OpenCase),
        has_open_assessments.then_some(EraseHint::OpenAssessments),
    ];
    Ok(ErasePage {
        frame,
        alias: alias.map(|own| own.alias),
        hints: hints.into_iter().flatten().collect(),
        blocked: is_last_admin.then_some(EraseBlocked::LastAdmin),
        problems,
    })
}
