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
    days: Vec<CalendarDay>,
}

/// The part of a window that lies on one calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CalendarDay {
    period: Period,
    /// Monday is bit 0.
    weekday: u8,
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

    /// What the candidate covers: from when it is ready, on its weekdays, without absences and (for
    /// a person) without other commitments, and no longer than its longest deployment counted from
    /// its first hour.
    pub fn coverage(&self, candidate: &Candidate<'_>, now: Instant) -> Coverage {
        let Some(ready) = candidate.ready_at(now) else {
            return Coverage::default();
        };
        let busy = self.busy(candidate);
        let longest = Instant::from(candidate.max_days) * DAY;
        let mut coverage = Coverage::default();
        for day in self
            .days
            .iter()
            .filter(|day| candidate.works_on(day.weekday))
        {
            let (from, until) = day.period;
            let mut at = from.max(ready);
            for (start, end) in busy.iter().copied().chain([(until, until)]) {
                coverage.add((at, start.min(until)), longest);
                at = at.max(end);
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

impl Coverage {
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

#[cfg(test)]
mod tests {
    #[test]
    fn notice_delays_the_start_of_whoever_is_free_and_nobody_who_starts_later() {
        let hour = 3_600;
        let cases = [
            (Readiness::Now, None, 4, NOW + 4 * hour),
            (Readiness::Within24Hours, None, 4, NOW + DAY),
            (Readiness::Later, Some(NOW + 2 * DAY), 24, NOW + 2 * DAY),
        ];
        for (readiness, from, notice, start) in cases {
            let candidate = sample().readiness(readiness, from).notice_hours(notice);

            let coverage = week().coverage(&candidate.candidate(), NOW);

            assert_eq!(coverage.start, Some(start));
        }
    }

    use super::*;
    use crate::matching::sample::{NOW, sample};
    use search_index::{EntryKind, Readiness};

    /// A week from Monday, 1 December 2025, 9:00 in Germany.
    fn week() -> Window {
        Window::new(NOW, 7)
    }

    #[test]
    fn an_entry_without_limits_covers_the_whole_window() {
        let coverage = week().coverage(&sample().candidate(), NOW);

        assert_eq!(coverage.covered, 7 * DAY);
        assert_eq!(coverage.start, Some(NOW));
    }

    #[test]
    fn days_end_at_midnight_in_germany() {
        let window = Window::new(NOW, 1);

        assert_eq!(window.days.len(), 2);
        assert_eq!(window.days[0].period, (NOW, NOW + 15 * HOUR));
        assert_eq!(window.days[0].weekday, 0b1);
        assert_eq!(window.days[1].weekday, 0b10);
    }

    #[test]
    fn the_day_the_clocks_change_is_longer() {
        let saturday_midnight = 1_761_343_200; // 25 October 2025, 0:00 in Germany

        let window = Window::new(saturday_midnight, 3);

        assert_eq!(window.days[1].period.1 - window.days[1].period.0, 25 * HOUR);
    }

    #[test]
    fn the_weekend_is_not_covered_by_a_weekday_pattern() {
        let worker = sample().weekdays(0b001_1111);

        let coverage = week().coverage(&worker.candidate(), NOW);

        assert_eq!(coverage.covered, 5 * DAY);
    }

    #[test]
    fn absences_are_not_covered() {
        let away = sample()
            .absent((NOW - DAY, NOW + DAY))
            .absent((NOW + HOUR, NOW + 2 * DAY));

        let coverage = week().coverage(&away.candidate(), NOW);

        assert_eq!(coverage.covered, 5 * DAY);
        assert_eq!(coverage.start, Some(NOW + 2 * DAY));
    }

    #[test]
    fn commitments_take_the_time_of_a_person_but_not_of_a_capacity() {
        let person = sample().committed((NOW, NOW + DAY));
        let capacity = person.clone().kind(EntryKind::Capacity, 4);

        assert_eq!(week().coverage(&person.candidate(), NOW).covered, 6 * DAY);
        assert_eq!(week().coverage(&capacity.candidate(), NOW).covered, 7 * DAY);
    }

    #[test]
    fn the_longest_deployment_counts_from_its_first_hour() {
        let short = sample().max_days(3).absent((NOW, NOW + DAY));

        let coverage = week().coverage(&short.candidate(), NOW);

        assert_eq!(coverage.covered, 3 * DAY);
    }

    #[test]
    fn readiness_moves_the_start() {
        let cases = [
            (Readiness::Now, None, Some(NOW)),
            (Readiness::RemoteOnly, None, Some(NOW)),
            (Readiness::Within24Hours, None, Some(NOW + DAY)),
            (Readiness::Within72Hours, None, Some(NOW + 3 * DAY)),
            (Readiness::Later, Some(NOW + 5 * DAY), Some(NOW + 5 * DAY)),
            (Readiness::Later, None, None),
            (Readiness::Unavailable, None, None),
        ];
        for (readiness, from, start) in cases {
            let entry = sample().readiness(readiness, from);

            assert_eq!(week().coverage(&entry.candidate(), NOW).start, start);
        }
    }
}
