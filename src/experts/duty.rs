//! Deployments, the rest that follows them, on-call duty, and the person-days of a year.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::{Entry, EntryKind};
use crate::clock::Instant;
use crate::input::FieldError;

/// Days of rest after a deployment.
const COOL_DOWN_DAYS: i64 = 14;
/// A first call, up to so many seconds, is no deployment to rest from.
const FIRST_CALL: i64 = 2 * 3_600;
/// Duty is planned for so many days ahead at most.
const PLANNED_DAYS: i64 = 366;
/// Days without a break that somebody is on call at most.
const LONGEST_DUTY_DAYS: i64 = 31;
/// Seconds of a day, begun ones count.
const DAY: i64 = 86_400;

/// A deployment an entry is committed to, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
}

impl Commitment {
    fn seconds(self) -> i64 {
        self.until.as_seconds() - self.from.as_seconds()
    }
}

/// A period in which somebody is on call, half-open. Only the employer plans it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OnCall {
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
}

/// All on-call duty of an entry from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct OnCallPlan {
    /// The periods, none of which overlap; past ones are left out.
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub periods: Vec<OnCall>,
}

impl Entry {
    /// Rest after deployments, half-open; none for a capacity, which sends others.
    pub fn cool_downs(&self) -> impl Iterator<Item = (Instant, Instant)> {
        let is_person = self.kind == EntryKind::Person;
        let rested = self.commitments.iter();
        rested
            .filter(move |row| is_person && row.seconds() > FIRST_CALL)
            .map(|row| (row.until, row.until.plus_days(COOL_DOWN_DAYS)))
    }

    /// Until when it rests now; none when it does not.
    pub fn rests_until(&self, now: Instant) -> Option<Instant> {
        let now_resting = self.cool_downs();
        now_resting
            .filter(|(from, until)| *from <= now && now < *until)
            .map(|(_, until)| until)
            .max()
    }
}

/// What is wrong with planned duty.
pub(super) fn check(plan: &[OnCall], now: Instant) -> Vec<FieldError> {
    let mut sorted = plan.to_vec();
    sorted.sort_unstable();
    let overlaps = |period: &OnCall| {
        let mut same = sorted.iter().filter(|other| {
            period.from < period.until && other.from < period.until && period.from < other.until
        });
        same.nth(1).is_some()
    };
    let wrong = |(position, period): (usize, &OnCall)| {
        let (code, detail) = if period.until <= period.from {
            ("order", "it cannot end before it begins")
        } else if period.until <= now {
            ("past", "it is over already")
        } else if period.until > period.from.plus_days(LONGEST_DUTY_DAYS) {
            (
                "long",
                "nobody is on call for more than 31 days without a break",
            )
        } else if period.until > now.plus_days(PLANNED_DAYS) {
            ("late", "duty is planned for a year ahead at most")
        } else if overlaps(period) {
            ("overlap", "it overlaps another period")
        } else {
            return None;
        };
        Some(FieldError::new(
            format!("/periods/{position}"),
            code,
            detail,
        ))
    };
    plan.iter().enumerate().filter_map(wrong).collect()
}

/// Person-days of the year it is in Berlin, and of the next one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonDays {
    /// Of this year.
    pub this_year: i64,
    /// Of the next one.
    pub next_year: i64,
}

impl PersonDays {
    /// Days begun in deployments that start in these years.
    pub fn used(commitments: impl IntoIterator<Item = Commitment>, now: Instant) -> Self {
        let (begun, turn) = (now.start_of_year(), now.end_of_year());
        let after = turn.end_of_year();
        let mut days = Self::default();
        // A first call is free of quota (trust.md 9).
        let counted = commitments
            .into_iter()
            .filter(|row| row.seconds() > FIRST_CALL);
        for row in counted {
            let begun_days = (row.seconds() + DAY - 1) / DAY;
            if begun <= row.from && row.from < turn {
                days.this_year += begun_days;
            } else if turn <= row.from && row.from < after {
                days.next_year += begun_days;
            }
        }
        days
    }

    /// What is left of a yearly cap.
    #[must_use]
    pub fn left_of(self, cap: i64) -> Self {
        Self {
            this_year: cap - self.this_year,
            next_year: cap - self.next_year,
        }
    }

    /// The fewer in each year.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self {
            this_year: self.this_year.min(other.this_year),
            next_year: self.next_year.min(other.next_year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1 January 2026, 0:00 in Berlin.
    const YEAR: Instant = Instant::from_micros(1_767_222_000_000_000);

    fn period(from: Instant, seconds: i64) -> OnCall {
        OnCall {
            from,
            until: from.plus_seconds(seconds),
        }
    }

    #[test]
    fn begun_days_count_in_the_year_a_deployment_begins() {
        let commitment = |days, seconds| Commitment {
            from: YEAR.plus_days(days),
            until: YEAR.plus_days(days).plus_seconds(seconds),
        };
        let now = YEAR.plus_days(100);
        let rows = [
            commitment(-1, 3 * DAY),
            commitment(0, DAY + 1),
            commitment(364, 5 * DAY),
            commitment(365, 3 * DAY),
            commitment(3, FIRST_CALL),
            commitment(800, DAY),
        ];

        let used = PersonDays::used(rows, now);

        assert_eq!((used.this_year, used.next_year), (7, 3));
        assert_eq!(used.left_of(10).this_year, 3);
    }

    #[test]
    fn each_period_says_what_is_wrong_with_it() {
        let plan = [
            period(YEAR.plus_days(1), DAY),
            period(YEAR.plus_days(3), 0),
            period(YEAR.plus_days(-3), DAY),
            period(YEAR.plus_days(5), 32 * DAY),
            period(YEAR.plus_days(366), DAY),
            period(YEAR.plus_days(60), 2 * DAY),
            period(YEAR.plus_days(61), DAY),
        ];

        let errors = check(&plan, YEAR);

        let codes: Vec<_> = errors.iter().map(|error| error.code.as_str()).collect();
        let expected = ["order", "past", "long", "late", "overlap", "overlap"];
        assert_eq!(codes, expected);
        assert!(check(&plan[..1], YEAR).is_empty());
        let next = [plan[0], period(plan[0].until, DAY)];
        assert!(check(&next, YEAR).is_empty(), "one after the other");
    }
}
