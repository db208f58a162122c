//! `/vorfaelle/{id}/sofortvereinbarung`: the conditions on one page, for the town and the desk.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{AcceptanceForm, AcceptanceProblem, ConditionsText, ImmediateConditionsPage};
use web::{Frame, Language, Notice};

use super::conditions_stand;
use crate::access::Permit;
use crate::access::action::ConfirmConditions;
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::legal::{self, Confirmer, LegalError};
use crate::incidents::model::IncidentState;
use crate::incidents::pages::requests::{lead, right};
use crate::incidents::pages::words;
use crate::incidents::requests::desk;
use crate::incidents::service;
use crate::input::FieldError;
use crate::pages::{Html, Parameters, Told, Visitor, checked, day};

pub(super) async fn show(
    permit: Permit<ConfirmConditions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<ImmediateConditionsPage>, Problem> {
    let page = page(&app, &permit, (frame, id, AcceptanceForm::default())).await?;
    Ok(Html::new(page))
}

/// Sent twice it is confirmed once.
pub(super) async fn confirm(
    permit: Permit<ConfirmConditions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let (version, confirmer) = (version(&sent), confirmer(&sent));
    let mut found = unconfirmed(&sent);
    if found.is_empty() {
        let said = (id, version, &confirmer);
        match legal::confirm(&desk(&app), &permit, said).await {
            Ok(_) => return Ok(said_so(id)),
            Err(LegalError::Invalid(errors)) => found = problems(&errors),
            Err(LegalError::Outdated) => found.push(AcceptanceProblem::Outdated),
            Err(error) => return Err(error.into()),
        }
    }
    let form = filled(&sent, found);
    let page = page(&app, &permit, (frame, id, form)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn said_so(id: IncidentId) -> Response {
    lead(&format!("/vorfaelle/{id}"), Notice::ConditionsConfirmed)
}

async fn page(
    app: &AppState,
    permit: &Permit<ConfirmConditions>,
    (frame, id, form): (Frame, IncidentId, AcceptanceForm),
) -> Result<ImmediateConditionsPage, Problem> {
    let (incident, conditions) = legal::conditions(&desk(app), &right(permit)?, id).await?;
    let said = service::place_said(kit(app), &incident).await?;
    let language = frame.language;
    Ok(ImmediateConditionsPage {
        id: id.to_string(),
        place: words::place(&app.reference, &incident, said.as_deref()),
        is_drill: incident.is_drill,
        stand: conditions_stand(&conditions, true, (Told::OnPaper, language)),
        text: text(app, language),
        is_desk: permit.scope().is_everything(),
        is_open: conditions.is_open() && incident.state() == IncidentState::Verified,
        form,
        frame,
    })
}

/// The conditions of today.
pub(super) fn text(app: &AppState, language: Language) -> ConditionsText {
    let current = &app.reference.texts.conditions;
    let points = current.points(language);
    let points = points.map(|(title, text)| (title.to_owned(), text.to_owned()));
    ConditionsText {
        version: current.version,
        since: day(current.since, language),
        points: points.collect(),
        checked: checked(current, language),
    }
}

/// The version a form was shown with; none where it says none.
pub(super) fn version(sent: &Parameters) -> i32 {
    sent.parsed("fassung").unwrap_or_default()
}

/// Who confirms, as typed.
pub(super) fn confirmer(sent: &Parameters) -> Confirmer {
    let text = |name| sent.first(name).unwrap_or_default().trim().to_owned();
    Confirmer {
        name: text("name"),
        function: text("funktion"),
    }
}

/// The box that is not ticked.
pub(super) fn unconfirmed(sent: &Parameters) -> Vec<AcceptanceProblem> {
    let is_ticked = sent.first("bedingungen").is_some();
    let missing = (!is_ticked).then_some(AcceptanceProblem::NotConfirmed);
    missing.into_iter().collect()
}

/// The form again; a text that is new to whoever typed it is not confirmed.
pub(super) fn filled(sent: &Parameters, problems: Vec<AcceptanceProblem>) -> AcceptanceForm {
    let Confirmer { name, function } = confirmer(sent);
    let is_outdated = problems.contains(&AcceptanceProblem::Outdated);
    AcceptanceForm {
        name,
        function,
        is_confirmed: sent.first("bedingungen").is_some() && !is_outdated,
        problems,
        ..AcceptanceForm::default()
    }
}

/// What the service finds wrong, as the pages say it.
pub(super) fn problems(errors: &[FieldError]) -> Vec<AcceptanceProblem> {
    let problem = |error: &FieldError| match error.pointer.as_str() {
        "/name" => AcceptanceProblem::Name,
        _ => AcceptanceProblem::Function,
    };
    errors.iter().map(problem).collect()
}
