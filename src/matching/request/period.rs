//! The period that those who see cards only are answered for.
//!
//! Asking for every day by itself would find the days on which somebody is away, and longer and longer periods the day an
//! absence begins. So their periods begin at few instants and have few lengths.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::Berlin;
use search_index::Instant;

use crate::matching::model::window::{DAY, HOUR};

/// Lengths in days.
const LENGTHS: [u16; 8] = [1, 3, 7, 14, 30, 60, 120, LONGEST];
/// The longest a request may have.
const LONGEST: u16 = 180;
/// Up to so many days ahead a period may begin on any day, and be shorter than a week.
const NEAR: Instant = 3 * DAY;

/// The period answered for: from the hour that has begun or a midnight in the next days, later from a Monday and for a
/// week or more. It is long enough to hold the days asked. What lies behind is not looked at.
pub(super) fn in_steps((from, days): (Instant, u16), now: Instant) -> (Instant, u16) {
    let hour = now - now.rem_euclid(HOUR);
    let is_near = from < now + NEAR;
    let least = if is_near { 1 } else { 7 };
    let begin = day_of(from).and_then(|day| midnight(if is_near { day } else { monday(day)? }));
    let begin = begin.unwrap_or(hour).max(hour);
    let needed = (from - begin).max(0) / DAY + Instant::from(days);
    let mut lengths = LENGTHS.into_iter().filter(|length| *length >= least);
    let length = lengths.find(|length| Instant::from(*length) >= needed);

    (begin, length.unwrap_or(LONGEST))
}

fn day_of(at: Instant) -> Option<NaiveDate> {
    Some(
        DateTime::from_timestamp(at, 0)?
            .with_timezone(&Berlin)
            .date_naive(),
    )
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}

fn midnight(day: NaiveDate) -> Option<Instant> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(Berlin);
    Some(midnight.earliest()?.timestamp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::matching::sample::NOW;

    /// Midnight before [`NOW`], a Monday, in Germany.
    const MIDNIGHT: Instant = NOW - 9 * HOUR;

    #[test]
    fn what_begins_now_begins_with_the_hour_and_has_one_of_few_lengths() {
        let cases = [
            (1, 1),
            (2, 3),
            (5, 7),
            (7, 7),
            (8, 14),
            (31, 60),
            (180, 180),
        ];
        for (days, length) in cases {
            assert_eq!(in_steps((NOW + 60, days), NOW + 60), (NOW, length));
        }
    }

    #[test]
    fn in_the_next_days_a_period_begins_at_midnight() {
        assert_eq!(in_steps((NOW + DAY, 1), NOW), (MIDNIGHT + DAY, 1));
        assert_eq!(in_steps((NOW + 2 * HOUR, 1), NOW), (NOW, 1));
    }

    #[test]
    fn later_it_begins_on_a_monday_and_takes_a_week() {
        assert_eq!(in_steps((NOW + 10 * DAY, 1), NOW), (MIDNIGHT + 7 * DAY, 7));
        assert_eq!(in_steps((NOW + 3 * DAY, 3), NOW), (NOW, 7));
        assert_eq!(in_steps((NOW + 5 * DAY, 7), NOW), (NOW, 14));
        assert_eq!(in_steps((NOW + 5 * DAY, 180), NOW), (NOW, 180));
    }

    #[test]
    fn the_past_is_not_looked_at() {
        assert_eq!(in_steps((NOW - 300 * DAY, 7), NOW), (NOW, 7));
    }

    proptest! {
        /// Whatever is asked, one of a few periods is answered for.
        #[test]
        fn there_are_few_periods(ahead in 0..730 * DAY, days in 1..=180u16) {
            let (from, length) = in_steps((NOW + ahead, days), NOW);

            prop_assert!(LENGTHS.contains(&length) && length >= days);
            prop_assert!(from >= NOW && from <= NOW + ahead);
            prop_assert!(length == 180 || from + Instant::from(length) * DAY > NOW + ahead + Instant::from(days - 1) * DAY);
            prop_assert_eq!(in_steps((from, length), NOW), (from, length));
            if ahead >= NEAR {
                prop_assert!(length >= 7);
                prop_assert!(from == NOW || monday(day_of(from).unwrap()).and_then(midnight) == Some(from));
            }
        }
    }
}
