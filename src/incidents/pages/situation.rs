//! `/vorfaelle/{id}/lagebericht`: the situation of an incident, to be printed.

use axum::extract::State;
use web::pages::{SituationNeed, SituationPage};
use web::{Frame, Language};

use super::clocks::clock_rows;
use super::one::{contacts, detailed, note_row, timeline};
use super::words;
use crate::access::Permit;
use crate::access::action::ReadIncidents;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::care::{self, NeedStand, SituationReport};
use crate::incidents::service;
use crate::pages::{Html, Told, Visitor, dated_moment};

/// Events that are told; of those before only how many there were.
const EVENTS: usize = 12;

pub(super) async fn show(
    permit: Permit<ReadIncidents>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<SituationPage>, Problem> {
    let report = care::situation(kit(&app), &permit, id).await?;
    let said = service::place_said(kit(&app), &report.seen.incident).await?;
    let place = words::place(&app.reference, &report.seen.incident, said.as_deref());
    Ok(Html::new(page(&app, (frame, place), report)))
}

fn page(app: &AppState, (frame, place): (Frame, String), report: SituationReport) -> SituationPage {
    let number = report.number();
    let language = frame.language;
    let steps = report.next_steps().map(|line| line.text(language));
    let steps: Vec<_> = steps.map(str::to_owned).collect();
    let SituationReport {
        seen,
        as_of,
        details,
        happened,
        notes,
        help,
        guide,
    } = report;
    let told = Told::OnPaper;
    let mut rows = timeline(&seen, (&happened, &[]), (told, language));
    let earlier = rows.len().saturating_sub(EVENTS);
    rows.drain(..earlier);
    let is_held_back = seen.is_held_back();
    let incident = &seen.incident;
    SituationPage {
        id: incident.id.to_string(),
        number,
        place,
        is_drill: incident.is_drill,
        tlp: words::tlp(incident.handling.tlp),
        as_of: dated_moment(as_of, language),
        side: words::side(seen.side),
        state: words::badge(incident.state()),
        asked: dated_moment(incident.asked_at, language),
        symptom: (!is_held_back)
            .then(|| words::symptom(&app.reference, &incident.symptom, language)),
        phase: words::phase(incident.phase),
        severity: incident.severity,
        systems: words::systems(&incident.systems),
        services: words::services(&app.reference, &incident.services, language),
        details: details.map(detailed),
        clocks: clock_rows(&seen.clocks, &[], (as_of, told, language)),
        timeline: rows,
        earlier,
        help: help.map(|all| all.into_iter().map(|one| need(one, language)).collect()),
        contacts: contacts(&app.reference, incident, language),
        notes: (!is_held_back).then(|| {
            let notes = notes.into_iter();
            notes.map(|note| note_row(note, told, language)).collect()
        }),
        next: guide.map(|_| steps),
        frame,
    }
}

fn need(stand: NeedStand, language: Language) -> SituationNeed {
    let open = stand.open();
    let NeedStand {
        need,
        places,
        committed,
        people,
    } = stand;
    SituationNeed {
        label: words::task(&need, language),
        places,
        committed,
        open,
        people,
    }
}
