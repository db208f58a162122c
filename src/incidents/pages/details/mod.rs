//! `/vorfaelle/{id}/angaben`: what is known of an incident, to be changed.

mod form;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::IncidentDetailsPage;
use web::{Frame, Notice};

use self::form::Read;
use super::one::said;
use super::words;
use crate::access::Permit;
use crate::access::action::UpdateIncident;
use crate::app::AppState;
use crate::http::{FormBody, IfMatch, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::{Incident, Particulars};
use crate::incidents::service::{self, IncidentError};
use crate::pages::{Html, Parameters, Visitor};

pub(super) async fn show(
    permit: Permit<UpdateIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<IncidentDetailsPage>, Problem> {
    let held = service::held(kit(&app), &permit, id).await?;
    let read = Read::stored(&app.reference, (&held.0, &held.1), frame.language);
    Ok(Html::new(page(&app, frame, (&held, read))))
}

pub(super) async fn save(
    permit: Permit<UpdateIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let filled_from = sent
        .parsed("stand")
        .map_or(IfMatch::Other, IfMatch::Version);
    let held = service::held(kit(&app), &permit, id).await?;
    let now = app.db.clock().now();
    let mut read = Read::sent(&app.reference, &sent, (&held.0, now));
    let mut is_conflict = false;
    if let Some(patch) = read.patch.take() {
        match service::update(kit(&app), &permit, (id, filled_from, patch)).await {
            Ok(_) => return Ok(said(id, Notice::IncidentUpdated)),
            Err(IncidentError::Version(_)) => is_conflict = true,
            Err(error) => return Err(error.into()),
        }
    }
    // After a conflict it is of the version shown, else still of the one it was filled from.
    let held = service::held(kit(&app), &permit, id).await?;
    let mut page = page(&app, frame, (&held, read));
    page.is_conflict = is_conflict;
    if is_conflict {
        return Ok(Html::with_status(page, StatusCode::CONFLICT).into_response());
    }
    page.version = filled_from.or(page.version);
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn page(
    app: &AppState,
    frame: Frame,
    ((incident, known), read): (&(Incident, Particulars), Read),
) -> IncidentDetailsPage {
    let Read {
        form,
        systems,
        readers,
        is_under_investigation,
        patch: _,
    } = read;
    IncidentDetailsPage {
        id: incident.id.to_string(),
        place: words::place(&app.reference, incident, known.place_said.as_deref()),
        version: incident.version,
        form,
        systems: words::systems(&systems),
        land_reads: readers.land,
        provider_reads: readers.provider,
        is_under_investigation,
        is_conflict: false,
        frame,
    }
}
