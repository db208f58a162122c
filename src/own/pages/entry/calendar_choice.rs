//! What a preview of a calendar file offers and gets back: days, and events by their digests.

use uuid::Uuid;

use super::Sent;
use super::availability::value;
use crate::experts::{Absence, CalendarChoice, KnownEvent, MovedEvent};

/// What was ticked; none when something that was sent is no days or no event.
pub(super) fn chosen(sent: &Sent) -> Option<CalendarChoice> {
    let moved = sent.all("verschoben").map(moved);
    let moved: Option<Vec<_>> = moved.collect();
    Some(CalendarChoice {
        days: sent.all("tage").map(absence).collect::<Option<_>>()?,
        events: sent.all("termin").map(event).collect::<Option<_>>()?,
        moved: moved?.into_iter().map(|(now, _)| now).collect(),
        gone: sent
            .all("weg")
            .map(|text| Some(event(text)?.name))
            .collect::<Option<_>>()?,
    })
}

/// Days as a form sends them, checked as typed ones are.
pub(super) fn absence(text: &str) -> Option<Absence> {
    let (first, last) = text.split_once('/')?;
    let (first_day, last_day) = (first.parse().ok()?, last.parse().ok()?);
    (first_day <= last_day).then_some(Absence {
        first_day,
        last_day,
    })
}

/// An event and its days.
pub(super) fn event(text: &str) -> Option<KnownEvent> {
    let (name, days) = text.split_once('/')?;
    Some(KnownEvent {
        name: name.parse::<Uuid>().ok()?,
        days: absence(days)?,
    })
}

/// A moved event with its days, and the days it took before, which are for the page alone.
pub(super) fn moved(text: &str) -> Option<(KnownEvent, Absence)> {
    let (now, before) = text.split_once(' ')?;
    Some((event(now)?, absence(before)?))
}

pub(super) fn event_value(event: KnownEvent) -> String {
    format!("{}/{}", event.name.simple(), value(event.days))
}

pub(super) fn moved_value(moved: &MovedEvent) -> String {
    format!("{} {}", event_value(moved.event), value(moved.before))
}
