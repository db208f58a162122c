//! The time for which help is asked, and how much of it a candidate covers.

use chrono::{DateTime, Datelike, Days, NaiveTime};
use chrono_tz::Europe::Berlin;
use search_index::Instant;

use super::candidate::Candidate;

/// Seconds in an hour.
pub const HOUR: Instant = 3_600;
/// Seconds in a day.
pub const DAY: Instant = 86_400;
/// Longest window; more days are cut.
pub const MAX_DAYS: u16 = 366;

/// A half-open period.
pub type Period = (Instant, Instant);

/// The seconds two periods have in common.
pub fn overlap(one: Period, other: Period) -> Instant {
    (one.1.min(other.1) - one.0.max(other.0)).max(0)
}

/// A period, divided at midnight in Germany because weekly patterns speak of calendar days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    from: Instant,
    until: Instant,
    pub(super) days: Vec<CalendarDay>,
}

/// The part of a window that lies on one calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CalendarDay {
    pub(super) period: Period,
    /// Monday is bit 0.
    pub(super) weekday: u8,
}

/// How much of a window a candidate covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Seconds at work.
    pub covered: Instant,
    /// The first of them.
    pub start: Option<Instant>,
}

impl Window {
    /// The window of so many times 24 hours; at least one, at most [`MAX_DAYS`].
    pub fn new(from: Instant, days: u16) -> Self {
        let until = from + Instant::from(days.clamp(1, MAX_DAYS)) * DAY;
        let mut parts = Vec::new();
        let mut at = from;
        while at < until {
            // Outside the calendar there are no days, and nobody covers what has no days.
            let Some((midnight, weekday)) = end_of_day(at) else {
                break;
            };
            let end = midnight.min(until);
            parts.push(CalendarDay {
                period: (at, end),
                weekday,
            });
            at = end;
        }

        Self {
            from,
            until,
            days: parts,
        }
    }

    /// Its first instant.
    pub fn from(&self) -> Instant {
        self.from
    }

    /// As a half-open period.
    pub fn period(&self) -> Period {
        (self.from, self.until)
    }

    /// Its length in seconds; never zero.
    pub fn length(&self) -> Instant {
        self.until - self.from
    }

    /// Its length in days of 24 hours.
    pub fn days(&self) -> Instant {
        self.length() / DAY
    }

    /// What the candidate covers: from when it is ready, on its weekdays, and while it is on call, without absences and
    /// (for a person) without other commitments, and no longer than its longest deployment counted from its first hour.
    pub fn coverage(&self, candidate: &Candidate<'_>, now: Instant) -> Coverage {
        let ready = candidate.ready_at(now);
        let busy = self.busy(candidate);
        let longest = Instant::from(candidate.max_days) * DAY;
        let mut coverage = Coverage::default();
        if candidate.is_unavailable() {
            return coverage;
        }
        for day in &self.days {
            let (from, until) = day.period;
            let usual = ready
                .filter(|_| candidate.works_on(day.weekday))
                .map(|ready| (from.max(ready), until));
            if candidate.on_call.is_empty() {
                coverage.add_free(usual.unwrap_or((until, until)), &busy, longest);
                continue;
            }
            for open in united(usual, candidate.on_call, day.period) {
                coverage.add_free(open, &busy, longest);
            }
        }
        coverage
    }

    /// The periods within the window in which the candidate is away or committed, sorted by start.
    fn busy(&self, candidate: &Candidate<'_>) -> Vec<Period> {
        let commitments = if candidate.is_person() {
            candidate.commitments
        } else {
            &[]
        };
        let mut busy: Vec<Period> = candidate
            .absences
            .iter()
            .chain(commitments)
            .filter(|period| overlap(**period, self.period()) > 0)
            .copied()
            .collect();
        busy.sort_unstable();
        busy
    }
}

/// The usual time of a day and that on call, without overlaps, sorted by start.
fn united(usual: Option<Period>, on_call: &[Period], (from, until): Period) -> Vec<Period> {
    let within = |period: &Period| (period.0.max(from), period.1.min(until));
    let mut open: Vec<Period> = on_call.iter().map(within).chain(usual).collect();
    open.sort_unstable();
    let mut end = from;
    for period in &mut open {
        period.0 = period.0.max(end);
        end = end.max(period.1);
    }
    open
}

impl Coverage {
    /// Adds what is left of a period besides what is busy, which is sorted by start.
    fn add_free(&mut self, (from, until): Period, busy: &[Period], longest: Instant) {
        let mut at = from;
        for (start, end) in busy.iter().copied().chain([(until, until)]) {
            self.add((at, start.min(until)), longest);
            at = at.max(end);
        }
    }

    fn add(&mut self, (from, until): Period, longest: Instant) {
        if from >= until {
            return;
        }
        let start = *self.start.get_or_insert(from);
        self.covered += (until.min(start.saturating_add(longest)) - from).max(0);
    }
}

/// The next midnight in Germany and the weekday it ends, Monday in bit 0.
fn end_of_day(at: Instant) -> Option<(Instant, u8)> {
    let local = DateTime::from_timestamp(at, 0)?.with_timezone(&Berlin);
    let tomorrow = local.date_naive().checked_add_days(Days::new(1))?;
    let midnight = tomorrow
        .and_time(NaiveTime::MIN)
        .and_local_timezone(Berlin)
        .earliest()?;

    Some((
        midnight.timestamp(),
        1 << local.weekday().num_days_from_monday(),
    ))
}
