//! What whoever asked does on the status page: takes the request back, and says who reads along.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::Frame;
use web::pages::{CodeProblem, HelpReaders, HelpWithdrawPage};

use super::form::ticked;
use super::phone::OwnRequests;
use super::status::link;
use super::team::Said;
use super::town::once;
use super::words;
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem};
use crate::incidents::api::kit;
use crate::incidents::model::IncidentState;
use crate::incidents::requests;
use crate::incidents::service::{self, AskerError, AskerProof, IncidentError, NewReaders};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect};

/// Asks once more; of a request that is over there is nothing to ask.
pub(super) async fn ask(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
) -> Result<Response, Problem> {
    match page(&app, (frame, &text), (&kept, None)).await? {
        Some(page) => Ok(Html::new(page).into_response()),
        None => Ok(back(&text)),
    }
}

#[derive(Deserialize)]
pub(super) struct CodeFields {
    #[serde(default)]
    code: String,
}

/// Sent twice it is taken back once.
pub(super) async fn withdraw(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
    FormBody(form): FormBody<CodeFields>,
) -> Result<Response, Problem> {
    let secret = link(&text)?;
    let proof = AskerProof {
        is_phone: is_asker(&app, &text, &kept).await?,
        code: &form.code,
    };
    let problem = match service::withdraw(&requests::desk(&app), &secret, proof).await {
        Ok(()) | Err(AskerError::Incident(IncidentError::Closed)) => return Ok(back(&text)),
        Err(error) => code_problem(error)?,
    };
    match page(&app, (frame, &text), (&kept, Some(problem))).await? {
        Some(page) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(Html::with_status(page, status).into_response())
        }
        None => Ok(back(&text)),
    }
}

/// Who reads along from now on.
pub(super) async fn set_readers(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let proof = AskerProof {
        is_phone: is_asker(&app, &text, &kept).await?,
        code: sent.first("code").unwrap_or_default(),
    };
    let new = NewReaders {
        land: ticked(&sent, "land"),
        provider: ticked(&sent, "dienstleister"),
    };
    match service::set_readers(kit(&app), &link(&text)?, (proof, new)).await {
        Ok(()) | Err(AskerError::Incident(IncidentError::Closed)) => Ok(back(&text)),
        Err(error) => {
            let shown = HelpReaders {
                land: new.land.unwrap_or(true),
                provider: new.provider.unwrap_or(true),
            };
            let said = Said {
                readers: Some((shown, code_problem(error)?)),
                ..Said::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            once(&app, (frame, text, kept), (said, status)).await
        }
    }
}

/// Whether it is the phone that asked.
pub(super) async fn is_asker(
    app: &AppState,
    text: &str,
    kept: &OwnRequests,
) -> Result<bool, Problem> {
    let followed = service::follow(kit(app), &link(text)?).await?;
    Ok(kept.has(&service::phone(&app.keyring, followed.incident.id)?))
}

fn code_problem(error: AskerError) -> Result<CodeProblem, Problem> {
    match error {
        AskerError::NeedsCode => Ok(CodeProblem::Missing),
        AskerError::WrongCode(left) => Ok(CodeProblem::Wrong {
            left: u8::try_from(left).unwrap_or(0),
        }),
        AskerError::Locked => Ok(CodeProblem::Locked),
        AskerError::Incident(error) => Err(error.into()),
    }
}

/// The status page, which says what came of it.
fn back(text: &str) -> Response {
    redirect(&LocalPath::or_start(&format!("/hilfe/{text}")))
}

/// The question; none of a request that is over.
async fn page(
    app: &AppState,
    (frame, text): (Frame, &str),
    (kept, problem): (&OwnRequests, Option<CodeProblem>),
) -> Result<Option<HelpWithdrawPage>, Problem> {
    let followed = service::follow(kit(app), &link(text)?).await?;
    let incident = &followed.incident;
    let is_asker = kept.has(&service::phone(&app.keyring, incident.id)?);
    let is_verified = match incident.state() {
        IncidentState::Closed => return Ok(None),
        IncidentState::Verified => true,
        IncidentState::Unverified => false,
    };
    let particulars = followed.particulars.as_ref();
    let said = particulars.and_then(|particulars| particulars.place_said.as_deref());
    Ok(Some(HelpWithdrawPage {
        place: words::place(&app.reference, incident, said),
        is_drill: incident.is_drill,
        back: format!("/hilfe/{text}"),
        is_verified,
        asks_code: !is_asker,
        problem,
        frame,
    }))
}
