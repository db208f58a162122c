//! `/vorfaelle/{id}/ersuchen`: a request is made, with the needs of the playbook or with others.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use web::pages::NeedsFormPage;
use web::parts::{FieldProblem, Link};
use web::{Frame, Notice};

use super::form::{self, Asked};
use super::{lead, right};
use crate::access::Permit;
use crate::access::action::CreateHelpRequest;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::pages::help::nonce;
use crate::incidents::pages::words;
use crate::incidents::requests::{self, NewRequest, RequestError};
use crate::incidents::service;
use crate::input::FieldError;
use crate::pages::{Html, Parameters, Visitor};

/// Signs of a number that names one sending of the form.
const NONCE: usize = 32;

pub(super) async fn show(
    permit: Permit<CreateHelpRequest>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<NeedsFormPage>, Problem> {
    let incident = service::show(kit(&app), &right(&permit)?, id)
        .await?
        .incident;
    match incident.state() {
        IncidentState::Verified => {}
        IncidentState::Unverified => return Err(RequestError::Unverified.into()),
        IncidentState::Closed => return Err(RequestError::Over.into()),
    }
    let asked = form::proposed(&app.reference, &incident, frame.language);
    let page = page(&app, frame, (&incident, asked, nonce())).await?;
    Ok(Html::new(page))
}

/// With `bedarf` the needs as changed, without it those of the playbook. Sent twice it is the same request.
pub(super) async fn create(
    permit: Permit<CreateHelpRequest>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(pairs): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let incident = service::show(kit(&app), &right(&permit)?, id)
        .await?
        .incident;
    let attempt = attempt(&permit, id, &pairs);
    let sent = Parameters::from_pairs(pairs);
    let (now, language) = (app.db.clock().now(), frame.language);
    let mut asked = if sent.first("bedarf").is_some() {
        form::read(&app.reference, (&incident, &sent), (now, language))
    } else {
        Asked {
            new: Some(NewRequest::default()),
            ..form::proposed(&app.reference, &incident, language)
        }
    };
    if let Some(new) = asked.new.take() {
        match requests::create(&requests::desk(&app), &permit, (id, new), attempt).await {
            Ok((made, _)) => {
                let path = format!("/ersuchen/{}", made.request.id);
                return Ok(lead(&path, Notice::RequestMade));
            }
            Err(RequestError::Invalid(errors)) => wrong(&mut asked, errors, &frame)?,
            Err(RequestError::Unverified | RequestError::Over | RequestError::KeyReused) => {
                return Ok(lead(&format!("/vorfaelle/{id}"), Notice::RequestMovedOn));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let nonce = sent.first("vorgang").map_or_else(nonce, str::to_owned);
    let page = page(&app, frame, (&incident, asked, nonce)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// What the service found wrong, at its fields.
fn wrong(asked: &mut Asked, errors: Vec<FieldError>, frame: &Frame) -> Result<(), Problem> {
    let moment = || FieldProblem::Said(NeedsFormPage::no_moment(frame.language));
    for error in &errors {
        match error.pointer.as_str() {
            "/from" => asked.form.problems.push(("ab", moment())),
            "/needs" => asked.is_nobody_kept = true,
            _ => return Err(RequestError::Invalid(errors).into()),
        }
    }
    Ok(())
}

async fn page(
    app: &AppState,
    frame: Frame,
    (incident, asked, nonce): (&Incident, Asked, String),
) -> Result<NeedsFormPage, Problem> {
    let said = service::place_said(kit(app), incident).await?;
    let Asked {
        needs,
        form,
        is_nobody_kept,
        new: _,
    } = asked;
    Ok(NeedsFormPage {
        incident: Link {
            label: words::place(&app.reference, incident, said.as_deref()),
            href: format!("/vorfaelle/{}", incident.id),
        },
        symptom: words::symptom(&app.reference, &incident.symptom, frame.language),
        nonce,
        needs,
        form,
        is_nobody_kept,
        frame,
    })
}

/// One sending of the form, by one person.
fn attempt(
    permit: &Permit<CreateHelpRequest>,
    id: IncidentId,
    pairs: &[(String, String)],
) -> Option<Attempt> {
    let (_, key) = pairs.iter().find(|(name, _)| name == "vorgang")?;
    let is_ours = key.len() == NONCE && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_ours.then(|| Attempt {
        scope: format!("{} {id} requests", permit.caller().account),
        key: key.clone(),
        body_hash: Sha256::digest(format!("{pairs:?}")).into(),
    })
}
