//! `/vorfaelle/{id}`: one incident, as those see it who care for it.

mod care;
mod numbers;
mod page;
mod take;
mod timeline;
mod verify;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::IncidentPage;
use web::{Frame, Notice};

use self::care::Handed;
pub(super) use self::care::{contacts, detailed, row as note_row};
pub(super) use self::numbers::{Numbers, reveal, reveal_registered};
pub(super) use self::page::Shown;
use self::page::page;
pub(super) use self::take::take;
pub(super) use self::timeline::timeline;
pub(super) use self::verify::verify;
use crate::access::action::{CloseIncident, ReadIncidents, VerifyIncident};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{IncidentId, IncidentNoteId};
use crate::incidents::api::kit;
use crate::incidents::model::ClosingReason;
use crate::incidents::requests;
use crate::incidents::service::{self, IncidentError};
use crate::organisations::Seat;
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, resolve_place, say_next};

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

pub(super) async fn set_place(
    permit: Permit<VerifyIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(pairs): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let path = format!("/vorfaelle/{id}");
    let sent = Parameters::from_pairs(pairs);
    let asked = resolve_place(&app.reference, &path, &sent);
    let found = asked
        .ags
        .and_then(|ags| Seat::find(&app.reference, ags.as_str()));
    if let Some(found) = found {
        service::set_place(kit(&app), &permit, (id, &found)).await?;
        return Ok(said(id, Notice::IncidentPlaceSet));
    }
    let reads = reading(&permit)?;
    let before = sent.first("gezeigt").unwrap_or_default();
    let shown = Shown {
        numbers: Numbers::again(&app, &reads, (id, before)).await?,
        place: Some(asked.field),
        ..Shown::default()
    };
    again(&app, &reads, (frame, id, shown)).await
}

#[derive(Deserialize)]
pub(super) struct CloseFields {
    #[serde(default)]
    grund: String,
    /// Which numbers the page showed.
    #[serde(default)]
    gezeigt: String,
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
    let reads = reading(&permit)?;
    let shown = Shown {
        numbers: Numbers::again(&app, &reads, (id, &form.gezeigt)).await?,
        lacks_reason: true,
        ..Shown::default()
    };
    again(&app, &reads, (frame, id, shown)).await
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
