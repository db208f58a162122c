//! What a calendar file says about somebody's days away.

use std::collections::{HashMap, HashSet};

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::event::{Doubt, Event, Occurrence};
use super::known::{Held, KnownEvent, MovedEvent};
use super::moment::Moment;
use super::offer::{found, named, new_events, offered};
use super::parse::{Parsed, parse};
use super::recurrence::Budget;
use crate::experts::model::Absence;

/// How far ahead a calendar is read.
const AHEAD: Months = Months::new(12);
/// Doubtful days that are named, the next ones.
const MOST_DOUBTFUL: usize = 100;
/// Events that are named because they cannot be read.
const MOST_FLAWS: usize = 20;

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum FileFault {
    /// Nothing stands in it.
    #[error("the file is empty")]
    Empty,
    /// It does not begin as a calendar does.
    #[error("the file is no calendar (RFC 5545)")]
    NoCalendar,
    /// A calendar without an event.
    #[error("the calendar has no events")]
    NoEvents,
    /// A line that is needed is not UTF-8.
    #[error("line {0} is not UTF-8")]
    Encoding(usize),
    /// A line that is needed is longer than 64 KiB.
    #[error("line {0} is too long")]
    LineTooLong(usize),
    /// A line that is needed has no value, or ends what did not begin.
    #[error("line {0} does not belong there")]
    Broken(usize),
    /// Parts within parts within parts.
    #[error("line {0} is nested too deeply")]
    Nesting(usize),
    /// The end is missing.
    #[error("the end of the file is missing")]
    Incomplete,
    /// More than 20,000.
    #[error("the calendar has too many events")]
    TooManyEvents,
    /// What comes again does so too often to be looked at.
    #[error("the calendar has too many recurring events")]
    TooMuch,
}

/// What of an event cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Flaw {
    /// When it begins.
    Start,
    /// When it ends.
    End,
    /// How it recurs, or more often than daily.
    Rule,
    /// When it takes place beside or in spite of its rule.
    Dates,
    /// Which instance of its series it stands for.
    Instance,
}

/// Days that an absence is proposed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedDays {
    /// The days; those of events that meet or overlap are joined.
    pub days: Absence,
    /// What the events are called: for the person who brought the file, and for nobody else.
    pub titles: Vec<String>,
    /// The entry is away on all these days as it is.
    pub is_held: bool,
}

/// Days that an event takes on which somebody may be there all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtfulDays {
    /// The days.
    pub days: Absence,
    /// What the event is called.
    pub title: String,
    /// Why no absence is proposed.
    pub doubt: Doubt,
}

/// How many events were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Cancelled.
    pub cancelled: usize,
    /// They take a working day of no day.
    pub short: usize,
    /// They are past, or more than twelve months ahead.
    pub other_time: usize,
    /// They cannot be read.
    pub unreadable: usize,
    /// Doubtful days beside those that are named.
    pub doubtful: usize,
}

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarReading {
    /// Absences to be taken, in the order of time.
    pub proposed: Vec<ProposedDays>,
    /// What may be taken beside, in the order of time: the first hundred.
    pub doubtful: Vec<DoubtfulDays>,
    /// Events taken over before that take other days now.
    pub moved: Vec<MovedEvent>,
    /// Events taken over before that take no days any more.
    pub gone: Vec<KnownEvent>,
    /// Events of what is proposed or doubtful, by digest: the next ones.
    pub events: Vec<KnownEvent>,
    /// What was left out.
    pub left_out: LeftOut,
    /// Lines at which events begin that cannot be read, and why: the first twenty.
    pub flaws: Vec<(usize, Flaw)>,
    /// Time zones that nobody knows; their times were taken for those of Berlin.
    pub unknown_zones: Vec<String>,
}

/// Reads a file for an entry of which something is known.
pub(super) fn read(
    file: &[u8],
    held: Held<'_>,
    today: NaiveDate,
) -> Result<CalendarReading, FileFault> {
    let Parsed {
        events,
        mut flaws,
        unknown_zones,
    } = parse(file)?;
    if events.is_empty() && flaws.is_empty() {
        return Err(FileFault::NoEvents);
    }
    let window = Absence {
        first_day: today,
        last_day: today.checked_add_months(AHEAD).unwrap_or(NaiveDate::MAX),
    };
    let mut left_out = LeftOut {
        unreadable: flaws.len(),
        ..LeftOut::default()
    };
    flaws.truncate(MOST_FLAWS);
    let taking = taking(&events, window, &mut left_out)?;
    let (named, held) = named(taking, held);
    let found = found(&named);
    let (moved, gone) = held.changes(&found, window);
    let elsewhere: HashSet<Uuid> = moved.iter().map(|moved| moved.event.name).collect();
    let (proposed, mut doubtful) = offered(&named, &elsewhere, held.absences);
    left_out.doubtful = doubtful.len().saturating_sub(MOST_DOUBTFUL);
    doubtful.truncate(MOST_DOUBTFUL);
    Ok(CalendarReading {
        events: new_events(&found, &elsewhere, held.absences),
        proposed,
        doubtful,
        moved,
        gone,
        left_out,
        flaws,
        unknown_zones: unknown_zones.into_iter().collect(),
    })
}

/// Each event with the days of a window it takes.
fn taking<'a>(
    events: &'a [Event],
    window: Absence,
    left_out: &mut LeftOut,
) -> Result<Vec<(&'a Event, Vec<Occurrence>)>, FileFault> {
    let mut instances: HashMap<&str, Vec<Moment>> = HashMap::new();
    for event in events.iter().filter(|event| !event.uid.is_empty()) {
        instances
            .entry(&event.uid)
            .or_default()
            .extend(event.instance);
    }
    let mut budget = Budget::default();
    let mut taking = Vec::with_capacity(events.len());
    for event in events {
        let replaced = instances
            .get(event.uid.as_str())
            .filter(|_| event.instance.is_none());
        let replaced = replaced.map_or(&[][..], Vec::as_slice);
        let days = days_of(event, (window, replaced), left_out, &mut budget)?;
        taking.push((event, days));
    }
    Ok(taking)
}

/// The days of a window that an event takes; none where it is left out, and then why is counted.
fn days_of(
    event: &Event,
    (window, replaced): (Absence, &[Moment]),
    left_out: &mut LeftOut,
    budget: &mut Budget,
) -> Result<Vec<Occurrence>, FileFault> {
    if event.is_cancelled {
        left_out.cancelled += 1;
        return Ok(Vec::new());
    }
    if event.days(event.start).is_none() {
        left_out.short += 1;
        return Ok(Vec::new());
    }
    let days = event.occurrences(window, replaced, budget)?;
    if days.is_empty() {
        left_out.other_time += 1;
    }
    Ok(days)
}
