//! Reports the law asks for: shown with the time that is left, and noted as made.

use axum::extract::State;
use axum::response::Response;
use web::pages::{ClockRow, ClockState, Reached, ReminderRow};
use web::{Language, Notice};

use super::one::said;
use super::words;
use crate::access::Permit;
use crate::access::action::UpdateIncident;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{PathPart, Problem};
use crate::ids::IncidentId;
use crate::incidents::care::Reminded;
use crate::incidents::model::{Clock, ClockId};
use crate::incidents::service;
use crate::notifications::DeliveryState;
use crate::pages::Told;

pub(super) async fn set_reported(
    permit: Permit<UpdateIncident>,
    State(app): State<AppState>,
    PathPart(id, clock): PathPart<IncidentId>,
) -> Result<Response, Problem> {
    let clock = clock.parse::<ClockId>();
    let clock = clock.map_err(|_| Problem::not_found("there is no such report"))?;
    service::set_reported(&app.db, &permit, (id, clock, None)).await?;
    Ok(said(id, Notice::IncidentReported))
}

/// The reports the law asks for, with the reminders of each.
pub(super) fn clock_rows(
    clocks: &[Clock],
    reminded: &[Reminded],
    (now, told, language): (Instant, Told, Language),
) -> Vec<ClockRow> {
    let minutes = |from: Instant, until: Instant| {
        let seconds = until.as_seconds() - from.as_seconds();
        u32::try_from(seconds / 60).unwrap_or(0)
    };
    let rows = clocks.iter().map(|clock| ClockRow {
        report: words::report(clock.id),
        due: told.moment(clock.due_at, language),
        state: match &clock.done {
            Some(done) => ClockState::Done {
                at: told.moment(done.at, language),
                side: words::side(done.side),
            },
            None if clock.due_at <= now => ClockState::Overdue {
                minutes: minutes(clock.due_at, now),
            },
            None => ClockState::Running {
                minutes: minutes(now, clock.due_at),
            },
        },
        reminders: reminded
            .iter()
            .filter(|one| one.clock == clock.id)
            .map(|one| ReminderRow {
                at: told.moment(one.at, language),
                reached: reached(one.state),
            })
            .collect(),
    });
    rows.collect()
}

fn reached(state: Option<DeliveryState>) -> Reached {
    match state {
        Some(DeliveryState::Delivered) => Reached::Delivered,
        Some(DeliveryState::Sent) => Reached::Sent,
        Some(DeliveryState::Failed) => Reached::Failed,
        None => Reached::Unknown,
    }
}
