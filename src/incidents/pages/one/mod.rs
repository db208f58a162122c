//! `/vorfaelle/{id}`: one incident, as those see it who care for it.

mod care;
mod page;
mod take;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::{IncidentPage, VerifyProblem};
use web::{Frame, Notice};

use self::care::Handed;
pub(super) use self::page::Shown;
use self::page::page;
pub(super) use self::take::take;
use crate::access::action::{CloseIncident, ReadIncidents, RevealIncidentContact, VerifyIncident};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{IncidentId, IncidentNoteId};
use crate::incidents::api::kit;
use crate::incidents::model::ClosingReason;
use crate::incidents::requests;
use crate::incidents::service::{self, IncidentError, Proof};
use crate::organisations::Seat;
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, resolve_place, say_next};

/// Signs a reason may have.
const LONGEST_REASON: usize = 500;

pub(super) async fn show(
    permit: Permit<ReadIncidents>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    parameters: Parameters,
) -> Result<Html<IncidentPage>, Problem> {
    let shown = Shown {
        handed: Handed {
            notes_before: parameters.parsed::<IncidentNoteId>("vor"),
            ..Handed::default()
        },
        ..Shown::default()
    };
    let page = page(&app, &permit, (frame, id, shown)).await?;
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
        match service::close(&requests::desk(&app), &permit, (id, reason)).await {
            Ok(_) => return Ok(said(id, Notice::IncidentClosed)),
            // A reason that is not offered to the town.
            Err(IncidentError::Invalid(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let shown = Shown {
        lacks_reason: true,
        ..Shown::default()
    };
    again(&app, &reading(&permit)?, (frame, id, shown)).await
}

pub(super) fn reading<A: Action>(permit: &Permit<A>) -> Result<Permit<ReadIncidents>, Problem> {
    let reads = permit.also();
    reads.ok_or_else(|| Problem::forbidden("you may not read this"))
}

/// Back on the page, with a message.
pub(super) fn said(id: IncidentId, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(&format!("/vorfaelle/{id}")));
    say_next(&mut response, notice);
    response
}

pub(super) async fn again(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    asked: (Frame, IncidentId, Shown),
) -> Result<Response, Problem> {
    let page = page(app, permit, asked).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}
