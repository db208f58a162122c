//! What a calendar file says about somebody's days away.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use super::event::{Doubt, Event};
use super::moment::Moment;
use super::parse::{Parsed, parse};
use super::recurrence::Budget;
use crate::experts::model::Absence;

/// How far ahead a calendar is read.
const AHEAD: Months = Months::new(12);
/// Titles that are shown of days that several events take.
const MOST_TITLES: usize = 3;
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
    /// What was left out.
    pub left_out: LeftOut,
    /// Lines at which events begin that cannot be read, and why: the first twenty.
    pub flaws: Vec<(usize, Flaw)>,
    /// Time zones that nobody knows; their times were taken for those of Berlin.
    pub unknown_zones: Vec<String>,
}

/// Reads a file for the entry that is away on some days as it is.
pub(super) fn read(
    file: &[u8],
    held: &[Absence],
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
    let mut instances: HashMap<&str, Vec<Moment>> = HashMap::new();
    for event in events.iter().filter(|event| !event.uid.is_empty()) {
        instances
            .entry(&event.uid)
            .or_default()
            .extend(event.instance);
    }
    let (mut away, mut doubtful) = (Vec::new(), Vec::new());
    let (mut left_out, mut budget) = (LeftOut::default(), Budget::default());
    for event in &events {
        let replaced = instances
            .get(event.uid.as_str())
            .filter(|_| event.instance.is_none());
        let replaced = replaced.map_or(&[][..], Vec::as_slice);
        let days = days_of(event, (window, replaced), &mut left_out, &mut budget)?;
        match event.doubt {
            None => away.extend(days.into_iter().map(|days| (days, event.title.as_str()))),
            Some(doubt) => doubtful.extend(days.into_iter().map(|days| DoubtfulDays {
                days,
                title: event.title.clone(),
                doubt,
            })),
        }
    }
    let proposed = proposed(&away, held);
    let taken = proposed.iter().map(|proposed| proposed.days);
    let taken = join(held.iter().copied().chain(taken));
    doubtful.retain(|doubtful| !covers(&taken, doubtful.days));
    doubtful.sort_by_key(|doubtful| (doubtful.days.first_day, doubtful.days.last_day));
    left_out.doubtful = doubtful.len().saturating_sub(MOST_DOUBTFUL);
    doubtful.truncate(MOST_DOUBTFUL);
    left_out.unreadable = flaws.len();
    flaws.truncate(MOST_FLAWS);
    Ok(CalendarReading {
        proposed,
        doubtful,
        left_out,
        flaws,
        unknown_zones: unknown_zones.into_iter().collect(),
    })
}

/// The days of a window that an event takes; none where it is left out, and then why is counted.
fn days_of(
    event: &Event,
    (window, replaced): (Absence, &[Moment]),
    left_out: &mut LeftOut,
    budget: &mut Budget,
) -> Result<Vec<Absence>, FileFault> {
    if event.is_cancelled {
        left_out.cancelled += 1;
        return Ok(Vec::new());
    }
    if event.days(event.start).is_none() {
        left_out.short += 1;
        return Ok(Vec::new());
    }
    let days = join(event.occurrences(window, replaced, budget)?);
    if days.is_empty() {
        left_out.other_time += 1;
    }
    Ok(days)
}

fn proposed(away: &[(Absence, &str)], held: &[Absence]) -> Vec<ProposedDays> {
    let held = join(held.iter().copied());
    let joined = join(away.iter().map(|(days, _)| *days));
    let propose = |days: Absence| ProposedDays {
        days,
        titles: Vec::new(),
        is_held: covers(&held, days),
    };
    let mut proposed: Vec<_> = joined.into_iter().map(propose).collect();
    for (days, title) in away {
        let after = proposed.partition_point(|other| other.days.first_day <= days.first_day);
        let Some(of) = after.checked_sub(1).and_then(|at| proposed.get_mut(at)) else {
            continue;
        };
        let is_new = !title.is_empty() && !of.titles.iter().any(|known| known == title);
        if is_new && of.titles.len() < MOST_TITLES {
            of.titles.push((*title).to_owned());
        }
    }
    proposed
}

/// Days in the order of time, those that meet or overlap as one.
pub(super) fn join(days: impl IntoIterator<Item = Absence>) -> Vec<Absence> {
    let mut days: Vec<Absence> = days.into_iter().collect();
    days.sort_by_key(|days| (days.first_day, days.last_day));
    let mut joined: Vec<Absence> = Vec::new();
    for next in days {
        match joined.last_mut().filter(|last| meet(**last, next)) {
            Some(last) => last.last_day = last.last_day.max(next.last_day),
            None => joined.push(next),
        }
    }
    joined
}

/// Whether no day lies between.
fn meet(one: Absence, other: Absence) -> bool {
    let reaches = |one: Absence, other: Absence| {
        one.last_day
            .succ_opt()
            .is_none_or(|after| other.first_day <= after)
    };
    reaches(one, other) && reaches(other, one)
}

/// Whether days all lie within one of joined ones.
fn covers(joined: &[Absence], days: Absence) -> bool {
    let mut joined = joined.iter();
    joined.any(|held| held.first_day <= days.first_day && days.last_day <= held.last_day)
}

/// The absences of an entry with those that somebody chose: what is there already is not entered again, what meets an
/// absence becomes one with it, all others stay as they are.
pub fn merge(held: &[Absence], chosen: &[Absence]) -> Vec<Absence> {
    let there = join(held.iter().copied());
    let new = chosen.iter().copied().filter(|days| !covers(&there, *days));
    let new = join(new);
    let (met, mut merged): (Vec<_>, Vec<_>) = held
        .iter()
        .copied()
        .partition(|held| new.iter().any(|new| meet(*held, *new)));
    merged.extend(join(met.into_iter().chain(new)));
    merged
}
