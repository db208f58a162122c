//! When somebody can start: one tap for now, the week, absences.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use web::pages::{
    AbsenceRow, AvailabilityForm, AvailabilityPage, AvailabilityProblem, CalendarLink,
};
use web::{Frame, Notice};

use super::{Editing, Sent, on_call};
use crate::access::Permit;
use crate::access::action::{ReadIdentity, UpdateExpert};
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{self, Absence, Availability, AvailabilityState};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::ExpertId;
use crate::pages::{Html, LocalPath, Visitor, day, moment, redirect, say_next};

/// Absences that are kept at most.
pub(super) const MOST: usize = 50;

/// `/verfuegbarkeit`: the page of the own entry.
pub(super) async fn lead_to_own(
    permit: Permit<ReadIdentity>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    let id = experts::of_account(&app.db, &permit)
        .await?
        .ok_or_else(|| Problem::not_found("there is no entry of yours"))?;
    Ok(redirect(&path(id)))
}

pub(super) async fn show(
    permit: Permit<UpdateExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Html<AvailabilityPage>, Problem> {
    let editing = Editing::load(&app, &permit, id).await?;
    let now = app.db.clock().now();
    Ok(Html::new(page(
        frame,
        &editing,
        now,
        AvailabilityForm::default(),
    )))
}

pub(super) async fn save(
    permit: Permit<UpdateExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let change = |availability: &mut Availability| changed(availability, &sent);
    match experts::change_availability(&app.db, &permit, id, change).await? {
        Ok(_) => {
            let mut response = redirect(&path(id));
            say_next(&mut response, Notice::AvailabilitySaved);
            Ok(response)
        }
        Err(problem) => {
            let editing = Editing::load(&app, &permit, id).await?;
            let form = AvailabilityForm {
                first_day: sent.text("von").to_owned(),
                last_day: sent.text("bis").to_owned(),
                problem: Some(problem),
                ..AvailabilityForm::default()
            };
            let page = page(frame, &editing, app.db.clock().now(), form);
            Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

pub(super) fn path(id: ExpertId) -> LocalPath {
    LocalPath::or_start(&format!("/eintraege/{id}/verfuegbarkeit"))
}

/// Changes an availability as a form of the page says.
fn changed(availability: &mut Availability, sent: &Sent) -> Result<(), AvailabilityProblem> {
    let date = |name: &str| sent.text(name).parse::<NaiveDate>().ok();
    match sent.text("was") {
        "woche" => {
            let mut days: Vec<u8> = (1..=7)
                .filter(|day| sent.has("tag", &day.to_string()))
                .collect();
            std::mem::swap(&mut availability.weekdays, &mut days);
            if availability.weekdays.is_empty() {
                return Err(AvailabilityProblem::Weekdays);
            }
        }
        "abwesend" => {
            let days = date("von")
                .zip(date("bis"))
                .filter(|(first, last)| first <= last);
            let (first_day, last_day) = days.ok_or(AvailabilityProblem::Absence)?;
            if availability.absences.len() >= MOST {
                return Err(AvailabilityProblem::TooMany);
            }
            availability.absences.push(Absence {
                first_day,
                last_day,
            });
        }
        "zurueck" => {
            let gone = sent.text("abwesenheit");
            let at = availability
                .absences
                .iter()
                .position(|absence| value(*absence) == gone);
            if let Some(at) = at {
                availability.absences.remove(at);
            }
        }
        _ => {
            let state = sent.text("stand").parse().unwrap_or(availability.state);
            let from = match state {
                AvailabilityState::Later => Some(date("ab").ok_or(AvailabilityProblem::From)?),
                AvailabilityState::Now
                | AvailabilityState::Within24Hours
                | AvailabilityState::Within72Hours
                | AvailabilityState::RemoteOnly
                | AvailabilityState::Unavailable => None,
            };
            (availability.state, availability.from) = (state, from);
        }
    }
    Ok(())
}

/// Names an absence in a form: its days.
pub(super) fn value(absence: Absence) -> String {
    format!("{}/{}", absence.first_day, absence.last_day)
}

/// The page of an entry at an instant.
pub(super) fn page(
    frame: Frame,
    editing: &Editing,
    now: Instant,
    form: AvailabilityForm,
) -> AvailabilityPage {
    let available = &editing.entry.availability;
    let standing = &editing.entry.standing;
    let mut absences: Vec<&Absence> = available
        .absences
        .iter()
        .filter(|absence| absence.last_day >= now.date())
        .collect();
    absences.sort_by_key(|absence| (absence.first_day, absence.last_day));
    let row = |absence: &Absence| AbsenceRow {
        value: value(*absence),
        first_day: day(absence.first_day, frame.language),
        last_day: day(absence.last_day, frame.language),
    };
    AvailabilityPage {
        entry: editing.frame(),
        state: experts::readiness(available.state),
        from: available
            .from
            .map(|from| from.to_string())
            .unwrap_or_default(),
        weekdays: std::array::from_fn(|at| {
            available
                .weekdays
                .iter()
                .any(|day| usize::from(*day) == at + 1)
        }),
        absences: absences.into_iter().map(row).collect(),
        on_call: on_call::rows(editing, now, frame.language),
        plans_on_call: editing.plans_on_call,
        rests_until: standing
            .rests_until
            .map(|until| moment(until, now, frame.language)),
        days_left: standing.days_left,
        calendar: editing.calendar.map(|held| CalendarLink {
            since: held.since.map(|at| day(at.date(), frame.language)),
        }),
        form,
        frame,
    }
}
