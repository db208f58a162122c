//! `/vorfaelle/{id}/einsatzmappe`: what whoever arrives must know, on paper, and its form.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{ArrivalSheetFormPage, ArrivalSheetPage, SheetForm};
use web::{Frame, Notice};

use super::sheet_form;
use super::words::{sheet_field, side};
use crate::access::Permit;
use crate::access::action::{KeepArrivalSheet, ReadArrivalSheet};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::deployments::Part;
use crate::incidents::pages::requests::lead;
use crate::incidents::pages::words;
use crate::incidents::readiness::{self, ReadinessError, ShownSheet};
use crate::pages::{Html, Parameters, Visitor, dated_moment};

/// It is recorded who reads it.
pub(super) async fn show(
    permit: Permit<ReadArrivalSheet>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<ArrivalSheetPage>, Problem> {
    let shown = readiness::read_sheet(kit(&app), &permit, id).await?;
    let path = format!("/vorfaelle/{id}");
    let is_open = shown.incident.closed.is_none();
    let (back, edit) = match shown.side {
        Part::Town | Part::Coordinator => {
            let edit = is_open && permit.also::<KeepArrivalSheet>().is_some();
            let form = format!("{path}/einsatzmappe/bearbeiten");
            (path, edit.then_some(form))
        }
        Part::Expert | Part::Employer => ("/einsaetze".to_owned(), None),
    };
    Ok(Html::new(page(&app, frame, (shown, back, edit))))
}

/// The sheet on paper.
pub(super) fn page(
    app: &AppState,
    frame: Frame,
    (shown, back, edit): (ShownSheet, String, Option<String>),
) -> ArrivalSheetPage {
    let texts = shown.sheet.texts.iter();
    let changed = shown.changed;
    ArrivalSheetPage {
        place: words::place(&app.reference, &shown.incident, None),
        is_drill: shown.incident.is_drill,
        back,
        edit,
        texts: texts
            .map(|(about, text)| (sheet_field(*about), text.clone()))
            .collect(),
        own_tools: shown.sheet.own_tools,
        is_without_numbers: !shown.side.sees_private_numbers(),
        changed: changed.map(|(by, at)| (side(by), dated_moment(at, frame.language))),
        frame,
    }
}

pub(super) async fn edit(
    permit: Permit<KeepArrivalSheet>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<ArrivalSheetFormPage>, Problem> {
    let held = readiness::held_sheet(kit(&app), &permit, id).await?;
    let form = sheet_form::stored(&held);
    Ok(Html::new(form_page(&app, frame, (&held, form))))
}

/// What is wrong is said at its field, and what was typed stays.
pub(super) async fn save(
    permit: Permit<KeepArrivalSheet>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let (mut form, version, sheet) = sheet_form::sent(&sent, frame.language);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Ok(sheet) = sheet {
        match readiness::save_sheet(kit(&app), &permit, (id, version, sheet)).await {
            Ok(_) => {
                let path = format!("/vorfaelle/{id}/einsatzmappe/bearbeiten");
                return Ok(lead(&path, Notice::ArrivalSheetSaved));
            }
            Err(ReadinessError::Version(_)) => status = StatusCode::CONFLICT,
            Err(error) => return Err(error.into()),
        }
    }
    let held = readiness::held_sheet(kit(&app), &permit, id).await?;
    if status == StatusCode::CONFLICT {
        // It is of the version shown from now on.
        form.is_conflict = true;
        form.version = held.version;
    }
    let page = form_page(&app, frame, (&held, form));
    Ok(Html::with_status(page, status).into_response())
}

fn form_page(
    app: &AppState,
    frame: Frame,
    (held, form): (&ShownSheet, SheetForm),
) -> ArrivalSheetFormPage {
    ArrivalSheetFormPage {
        id: held.incident.id.to_string(),
        place: words::place(&app.reference, &held.incident, None),
        form,
        frame,
    }
}
