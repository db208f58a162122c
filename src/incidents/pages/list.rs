//! `/vorfaelle`: all to the desk, to others those of their own town, of towns they serve and of their Land.

use axum::extract::State;
use web::Language;
use web::pages::{IncidentBadge, IncidentRow, IncidentsPage};

use super::{times, words};
use crate::access::Permit;
use crate::access::action::{ReadIncidents, ReportIncident, VerifyIncident};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{Problem, cut};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::service::{self, Seen};
use crate::pages::{Html, Parameters, Visitor, moment};

const PATH: &str = "/vorfaelle";
/// Incidents a page, and as many that wait to be called back, the longest waiting first.
const SHOWN: u64 = 50;

pub(super) async fn show(
    permit: Permit<ReadIncidents>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<IncidentsPage>, Problem> {
    let filter = parameters
        .first("zustand")
        .and_then(IncidentBadge::from_value);
    let before = parameters.parsed::<IncidentId>("vor");
    let after = parameters.parsed::<IncidentId>("nach");
    let settled = (before, SHOWN);
    let mut found = match filter.map(words::state) {
        Some(IncidentState::Unverified) => Vec::new(),
        Some(state) => service::list(kit(&app), &permit, (Some(state), settled)).await?,
        None => service::settled(kit(&app), &permit, settled).await?,
    };
    let next = cut(&mut found, SHOWN).map(|last| last.incident.id.to_string());
    let mut waiting = match filter {
        None | Some(IncidentBadge::Unverified) if before.is_none() => {
            service::waiting(kit(&app), &permit, (after, SHOWN)).await?
        }
        None | Some(_) => Vec::new(),
    };
    let more_waiting = cut(&mut waiting, SHOWN).map(|last| last.incident.id);
    found.splice(..0, waiting);
    let kept = parameters.only(&["zustand"]);
    let now = app.db.clock().now();
    let mut rows = Vec::with_capacity(found.len());
    for seen in found {
        let place = service::place_said(kit(&app), &seen.incident).await?;
        let place = words::place(&app.reference, &seen.incident, place.as_deref());
        rows.push((
            row(&app, (&seen, place), (now, frame.language)),
            seen.incident,
        ));
    }
    let (open, closed): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|(_, incident)| incident.state() != IncidentState::Closed);
    let rows = |of: Vec<(IncidentRow, Incident)>| of.into_iter().map(|(row, _)| row).collect();
    Ok(Html::new(IncidentsPage {
        filter,
        open: rows(open),
        closed: rows(closed),
        is_desk: permit.also::<VerifyIncident>().is_some(),
        takes_calls: permit.also::<ReportIncident>().is_some(),
        more_waiting: more_waiting.map(|last| {
            let badge = IncidentBadge::Unverified.value();
            format!("{PATH}?zustand={badge}&nach={last}")
        }),
        next: next.map(|last| kept.with("vor", &last).href(PATH)),
        frame,
    }))
}

fn row(
    app: &AppState,
    (seen, place): (&Seen, String),
    (now, language): (Instant, Language),
) -> IncidentRow {
    let incident = &seen.incident;
    let is_waiting = incident.state() == IncidentState::Unverified;
    IncidentRow {
        href: format!("{PATH}/{}", incident.id),
        place,
        symptom: (!seen.is_held_back())
            .then(|| words::symptom(&app.reference, &incident.symptom, language)),
        state: words::badge(incident.state()),
        asked: moment(incident.asked_at, now, language),
        waiting: is_waiting.then(|| times::waiting(incident.asked_at, now, language)),
        is_taken: incident.taken.is_some() && incident.closed.is_none(),
        is_drill: incident.is_drill,
    }
}
