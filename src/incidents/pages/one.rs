//! `/vorfaelle/{id}`: one incident, as the desk and its own town see it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::{CloseForm, ContactView, IncidentPage, Verified, VerifyForm, VerifyProblem};
use web::parts::PlaceField;
use web::{Frame, Notice};

use super::words;
use crate::access::action::{
    CloseIncident, ReadIncidents, RevealIncidentContact, TakeIncident, VerifyIncident,
};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::{ClosingReason, Incident, IncidentState, Particulars};
use crate::incidents::service::{self, IncidentError, Proof};
use crate::organisations::Seat;
use crate::pages::{
    Html, LocalPath, Parameters, Visitor, moment, redirect, resolve_place, say_next,
};

/// Signs a reason may have.
const LONGEST_REASON: usize = 500;

pub(super) async fn show(
    permit: Permit<ReadIncidents>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<IncidentPage>, Problem> {
    let page = page(&app, &permit, (frame, id, Shown::default())).await?;
    Ok(Html::new(page))
}

/// Sent twice it is looked at twice, and recorded twice.
pub(super) async fn reveal(
    permit: Permit<RevealIncidentContact>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<IncidentPage>, Problem> {
    let reads = reading(&permit)?;
    let contact = service::contact(&app.db, &app.keyring, &permit, id).await?;
    let shown = Shown {
        contact: Some(contact),
        ..Shown::default()
    };
    Ok(Html::new(page(&app, &reads, (frame, id, shown)).await?))
}

pub(super) async fn take(
    permit: Permit<TakeIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Response, Problem> {
    service::take(&app.db, &permit, id).await?;
    Ok(said(id, Notice::IncidentTaken))
}

#[derive(Deserialize)]
pub(super) struct VerifyFields {
    #[serde(default)]
    art: String,
    #[serde(default)]
    wort: String,
    #[serde(default)]
    grund: String,
}

pub(super) async fn verify(
    permit: Permit<VerifyIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(form): FormBody<VerifyFields>,
) -> Result<Response, Problem> {
    let problem = match proof(&form) {
        Err(problem) => problem,
        Ok(proof) => match service::verify(kit(&app), &permit, id, (proof, None)).await {
            Ok(_) => return Ok(said(id, Notice::IncidentVerified)),
            Err(IncidentError::WrongWord(left)) => VerifyProblem::WrongWord {
                left: u8::try_from(left).unwrap_or(0),
            },
            Err(IncidentError::Locked) => VerifyProblem::Locked,
            Err(IncidentError::Invalid(_)) => VerifyProblem::PlaceMissing,
            Err(error) => return Err(error.into()),
        },
    };
    let shown = Shown {
        problem: Some(problem),
        reason: form.grund,
        ..Shown::default()
    };
    again(&app, &reading(&permit)?, (frame, id, shown)).await
}

fn proof(form: &VerifyFields) -> Result<Proof, VerifyProblem> {
    let (word, reason) = (form.wort.trim(), form.grund.trim());
    if form.art == "known_person" {
        return match reason.chars().count() {
            0..3 => Err(VerifyProblem::ReasonMissing),
            3..=LONGEST_REASON => Ok(Proof::KnownPerson(reason.to_owned())),
            _ => Err(VerifyProblem::ReasonTooLong),
        };
    }
    if word.is_empty() {
        return Err(VerifyProblem::WordMissing);
    }
    Ok(Proof::CallBack(word.to_owned()))
}

pub(super) async fn set_place(
    permit: Permit<VerifyIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(pairs): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let path = format!("/vorfaelle/{id}");
    let asked = resolve_place(&app.reference, &path, &Parameters::from_pairs(pairs));
    let seat = asked
        .ags
        .and_then(|ags| Seat::find(&app.reference, ags.as_str()));
    if let Some(seat) = seat {
        service::set_place(kit(&app), &permit, (id, &seat)).await?;
        return Ok(said(id, Notice::IncidentPlaceSet));
    }
    let shown = Shown {
        place: Some(asked.field),
        ..Shown::default()
    };
    again(&app, &reading(&permit)?, (frame, id, shown)).await
}

#[derive(Deserialize)]
pub(super) struct CloseFields {
    #[serde(default)]
    grund: String,
}

pub(super) async fn close(
    permit: Permit<CloseIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(form): FormBody<CloseFields>,
) -> Result<Response, Problem> {
    if let Ok(reason) = form.grund.parse::<ClosingReason>() {
        service::close(&app.db, &permit, (id, reason)).await?;
        return Ok(said(id, Notice::IncidentClosed));
    }
    let shown = Shown {
        lacks_reason: true,
        ..Shown::default()
    };
    again(&app, &reading(&permit)?, (frame, id, shown)).await
}

fn reading<A: Action>(permit: &Permit<A>) -> Result<Permit<ReadIncidents>, Problem> {
    let reads = permit.also();
    reads.ok_or_else(|| Problem::forbidden("you may not read this"))
}

/// Back on the page, with a message.
fn said(id: IncidentId, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(&format!("/vorfaelle/{id}")));
    say_next(&mut response, notice);
    response
}

async fn again(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    asked: (Frame, IncidentId, Shown),
) -> Result<Response, Problem> {
    let page = page(app, permit, asked).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// What a page shows besides the incident.
#[derive(Default)]
struct Shown {
    contact: Option<Particulars>,
    problem: Option<VerifyProblem>,
    reason: String,
    place: Option<PlaceField>,
    lacks_reason: bool,
}

async fn page(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    (frame, id, shown): (Frame, IncidentId, Shown),
) -> Result<IncidentPage, Problem> {
    let incident = service::show(&app.db, permit, id).await?;
    let said = service::place_said(kit(app), &incident).await?;
    let (now, language) = (app.db.clock().now(), frame.language);
    let Shown {
        contact,
        problem,
        reason,
        place,
        lacks_reason,
    } = shown;
    let is_waiting = incident.state() == IncidentState::Unverified;
    let is_desk = is_waiting && permit.also::<VerifyIncident>().is_some();
    let is_closable = incident.closed.is_none() && permit.also::<CloseIncident>().is_some();
    let is_known = permit.also::<RevealIncidentContact>().is_some();
    Ok(IncidentPage {
        id: id.to_string(),
        place: words::place(&app.reference, &incident, said.as_deref()),
        place_form: is_desk.then(|| place.unwrap_or_default()),
        is_place_known: incident.place.is_some(),
        symptom: words::symptom(&app.reference, &incident.symptom, language),
        phase: words::phase(incident.phase),
        severity: incident.severity,
        systems: incident
            .systems
            .iter()
            .copied()
            .map(words::system)
            .collect(),
        services: services(app, &incident, &frame),
        asked: moment(incident.asked_at, now, language),
        state: words::badge(incident.state()),
        is_drill: incident.is_drill,
        take: words::take(&incident, permit, now, language),
        contact: match (contact, is_known) {
            (Some(contact), _) => ContactView::Shown(words::contact(contact)),
            (None, true) => ContactView::Ask,
            (None, false) => ContactView::Hidden,
        },
        verify: if is_desk {
            Some(verify_form(app, &incident, (problem, reason)).await?)
        } else {
            None
        },
        verified: incident.verified.as_ref().map(|verified| Verified {
            at: moment(verified.at, now, language),
            how: words::how(verified.how),
        }),
        timeline: words::timeline(&incident, &|at| moment(at, now, language), &frame),
        close: is_closable.then_some(CloseForm {
            is_reason_missing: lacks_reason,
        }),
        frame,
    })
}

async fn verify_form(
    app: &AppState,
    incident: &Incident,
    (problem, reason): (Option<VerifyProblem>, String),
) -> Result<VerifyForm, Problem> {
    let words = service::caller_word(kit(app), incident.id).await?;
    Ok(VerifyForm {
        caller: words,
        reason,
        registered_href: incident
            .organisation
            .map(|organisation| format!("/notfallkarten/{organisation}")),
        problems: problem.into_iter().collect(),
    })
}

fn services(app: &AppState, incident: &Incident, frame: &Frame) -> Vec<String> {
    let ids = incident.services.iter();
    let named = ids.map(|id| {
        let term = app.reference.taxonomy.term(id);
        term.map_or(id.as_str(), |term| words::pick(&term.label, frame.language))
            .to_owned()
    });
    named.collect()
}
