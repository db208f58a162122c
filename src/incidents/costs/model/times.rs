//! The time sheet of a deployment: what may stand in it, what a day comes to, and what is warned of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::ids::TimeEntryId;
use crate::input::FieldError;

/// Entries of a sheet at most.
const MOST_ENTRIES: usize = 500;
/// Characters of a note at most.
const LONGEST_TIME_NOTE: usize = 500;
/// Minutes of an entry at most.
const LONGEST: i64 = 24 * 60;
/// Minutes of work a day, § 3 `ArbZG`.
const DAY: i64 = 10 * 60;
/// Minutes of rest between two days, § 5 `ArbZG`.
const REST: i64 = 11 * 60;
/// Days after the end within which whoever helped may change their times.
const OPEN_DAYS: i64 = 14;

/// When somebody worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeEntry {
    /// Its id.
    pub id: TimeEntryId,
    /// From.
    pub from: Instant,
    /// To.
    pub until: Instant,
    /// Minutes of it that were breaks.
    pub break_minutes: u16,
    /// Where.
    pub mode: TimeMode,
    /// What was done; for whoever helps and the employer alone.
    pub note: String,
    /// Counts its changes from 1.
    pub version: i32,
}

/// Where somebody worked.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TimeMode {
    /// At the place.
    OnSite,
    /// From afar.
    Remote,
    /// On the way; the day before and after too.
    Travel,
}

/// When a deployment lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeWindow {
    /// When it began.
    pub started: Instant,
    /// When it ended.
    pub ended: Option<Instant>,
    /// Now.
    pub now: Instant,
}

/// What a day comes to, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySum {
    /// The day.
    pub day: NaiveDate,
    /// Minutes at the place.
    pub on_site: i64,
    /// Minutes from afar.
    pub remote: i64,
    /// Minutes on the way.
    pub travel: i64,
}

/// What is to be looked at; nothing is forbidden by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeWarning {
    /// On which day.
    pub day: NaiveDate,
    /// What.
    pub of: WarnedOf,
}

/// What is warned of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WarnedOf {
    /// More than ten hours of work: § 3 `ArbZG`.
    LongDay,
    /// Less than eleven hours of rest before it: § 5 `ArbZG`.
    ShortRest,
    /// Too little of a break: § 4 `ArbZG`.
    ShortBreak,
}

impl TimeEntry {
    /// Minutes without the breaks.
    pub fn minutes(&self) -> i64 {
        worked_minutes((self.from, self.until), self.break_minutes.into())
    }

    /// The day it is counted for: the one it begins on.
    pub fn day(&self) -> NaiveDate {
        self.from.date()
    }

    /// What is wrong with it among the others of its sheet.
    pub fn problems(&self, others: &[Self], window: TimeWindow) -> Vec<FieldError> {
        let mut errors = Vec::new();
        let mut say = |pointer: &str, code: &'static str, detail: &str| {
            errors.push(FieldError::new(pointer, code, detail));
        };
        let length = minutes(self.from, self.until);
        if length <= 0 {
            say("/until", "order", "it ends before it begins");
        } else if length > LONGEST {
            say("/until", "long", "at most 24 hours at a time");
        } else if i64::from(self.break_minutes) >= length {
            say("/break_minutes", "long", "the break is as long as the work");
        }
        if self.until > window.now {
            say(
                "/until",
                "future",
                "write down what was worked, not what will be",
            );
        }
        let (first, last) = window.bounds(self.mode);
        if self.from < first {
            say("/from", "early", "the deployment had not begun");
        }
        if last.is_some_and(|last| self.until > last) {
            say("/until", "late", "the deployment was over");
        }
        let overlaps = |other: &&Self| {
            other.id != self.id && other.from < self.until && self.from < other.until
        };
        if others.iter().any(|other| overlaps(&other)) {
            say("/from", "overlap", "another entry holds part of this time");
        }
        let count = others.iter().filter(|other| other.id != self.id).count();
        if count >= MOST_ENTRIES {
            say("", "too_many", "a sheet holds at most 500 entries");
        }
        if self.note.chars().count() > LONGEST_TIME_NOTE {
            say("/note", "length", "at most 500 characters");
        }
        errors
    }
}

impl TimeWindow {
    /// From the day it began to the day it ended; on the way also the day before and after.
    fn bounds(self, mode: TimeMode) -> (Instant, Option<Instant>) {
        let first = self.started.date();
        let last = self.ended.map(Instant::date);
        let (first, last) = match mode {
            TimeMode::OnSite | TimeMode::Remote => (Some(first), last),
            TimeMode::Travel => (first.pred_opt(), last.and_then(|last| last.succ_opt())),
        };
        (
            first.map_or(self.started, Instant::start_of),
            last.map(Instant::end_of),
        )
    }

    /// Whether whoever helped may still change their times; the employer may longer.
    pub fn is_open_to_expert(self) -> bool {
        self.ended
            .is_none_or(|ended| self.now < ended.plus_days(OPEN_DAYS))
    }
}

/// What each day comes to, the first first.
pub fn days(entries: &[TimeEntry]) -> Vec<DaySum> {
    let mut days: Vec<DaySum> = Vec::new();
    for entry in in_order(entries) {
        let day = entry.day();
        if days.last().is_none_or(|last| last.day != day) {
            days.push(DaySum {
                day,
                on_site: 0,
                remote: 0,
                travel: 0,
            });
        }
        if let Some(sum) = days.last_mut() {
            match entry.mode {
                TimeMode::OnSite => sum.on_site += entry.minutes(),
                TimeMode::Remote => sum.remote += entry.minutes(),
                TimeMode::Travel => sum.travel += entry.minutes(),
            }
        }
    }
    days
}

impl DaySum {
    /// All together.
    pub const fn minutes(self) -> i64 {
        self.on_site + self.remote + self.travel
    }
}

/// What is to be looked at, in the order of days. Time on the way counts: who drives does not rest.
pub fn warnings(entries: &[TimeEntry]) -> Vec<TimeWarning> {
    let ordered = in_order(entries);
    let mut found = Vec::new();
    let mut before: Option<Instant> = None;
    for day in ordered.chunk_by(|one, next| one.day() == next.day()) {
        let (Some(first), Some(last)) = (day.first(), day.last()) else {
            continue;
        };
        let mut warn = |of| {
            found.push(TimeWarning {
                day: first.day(),
                of,
            });
        };
        let worked: i64 = day.iter().map(|entry| entry.minutes()).sum();
        let paused = minutes(first.from, last.until) - worked;
        if worked > DAY {
            warn(WarnedOf::LongDay);
        }
        if paused < needed_break(worked) {
            warn(WarnedOf::ShortBreak);
        }
        if before.is_some_and(|before| minutes(before, first.from) < REST) {
            warn(WarnedOf::ShortRest);
        }
        before = Some(last.until);
    }
    found
}

/// § 4 `ArbZG`.
const fn needed_break(worked: i64) -> i64 {
    if worked > 9 * 60 {
        45
    } else if worked > 6 * 60 {
        30
    } else {
        0
    }
}

/// Minutes of a period without its breaks.
pub const fn worked_minutes((from, until): (Instant, Instant), break_minutes: i64) -> i64 {
    minutes(from, until) - break_minutes
}

const fn minutes(from: Instant, until: Instant) -> i64 {
    (until.as_seconds() - from.as_seconds()) / 60
}

fn in_order(entries: &[TimeEntry]) -> Vec<&TimeEntry> {
    let mut ordered: Vec<_> = entries.iter().collect();
    ordered.sort_by_key(|entry| entry.from);
    ordered
}
