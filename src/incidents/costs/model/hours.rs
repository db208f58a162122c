//! Hours a house gives and receives: of its deployments together, never of one person (trust.md 3, 6).

use chrono::{Datelike, NaiveDate};

use crate::clock::Instant;
use crate::reference::Phase;

/// Deployments below which nothing is split further.
const FEW: usize = 5;
/// Minutes of a day that was agreed.
const AGREED_DAY: i64 = 8 * 60;
/// Minutes of a first talk.
const FIRST_TALK: i64 = 2 * 60;

/// What one deployment counts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursOf {
    /// Minutes by the day they were worked on.
    pub days: Vec<(NaiveDate, i64)>,
    /// No confirmed time sheet says so, only what was agreed.
    pub is_estimate: bool,
    /// In which phase help was asked for.
    pub phase: Phase,
}

/// Hours of a year on one side, in minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// How many deployments count.
    pub deployments: usize,
    /// Minutes of all.
    pub minutes: i64,
    /// Minutes of them that are only estimated.
    pub estimated: i64,
    /// Minutes of each month, and of each phase; none where there are few.
    pub split: Option<Split>,
}

/// Minutes of each month, and of each phase.
pub type Split = ([i64; 12], Vec<(Phase, i64)>);

/// What a house gives and receives in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseHours {
    /// By its people.
    pub given: Hours,
    /// For itself.
    pub received: Hours,
}

/// Minutes of each day of what was agreed.
pub fn agreed_minutes(
    is_first_call: bool,
    (from, until): (Instant, Instant),
) -> Vec<(NaiveDate, i64)> {
    if is_first_call {
        return vec![(from.date(), FIRST_TALK)];
    }
    let last = until.plus_seconds(-1).date().max(from.date());
    let days = from.date().iter_days().take_while(|day| *day <= last);
    days.map(|day| (day, AGREED_DAY)).collect()
}

impl Hours {
    /// What these come to in a year.
    pub fn of_year(year: i32, deployments: &[HoursOf]) -> Self {
        let mut hours = Self::default();
        let mut months = [0; 12];
        let mut phases: Vec<(Phase, i64)> = Vec::new();
        for one in deployments {
            let within = one.days.iter().filter(|(day, _)| day.year() == year);
            let mut minutes = 0;
            for (day, worked) in within {
                minutes += worked;
                if let Some(month) = months.get_mut(day.month0() as usize) {
                    *month += worked;
                }
            }
            if minutes == 0 {
                continue;
            }
            hours.deployments += 1;
            hours.minutes += minutes;
            if one.is_estimate {
                hours.estimated += minutes;
            }
            match phases.iter_mut().find(|(phase, _)| *phase == one.phase) {
                Some((_, sum)) => *sum += minutes,
                None => phases.push((one.phase, minutes)),
            }
        }
        hours.split = (hours.deployments >= FEW).then_some((months, phases));
        hours
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn one(days: &[(&str, i64)], is_estimate: bool) -> HoursOf {
        HoursOf {
            days: days
                .iter()
                .map(|(text, worked)| (day(text), *worked))
                .collect(),
            is_estimate,
            phase: Phase::Acute,
        }
    }

    #[test]
    fn a_year_holds_its_own_days_and_says_what_is_estimated() {
        let all = [
            one(&[("2026-12-31", 60), ("2027-01-01", 120)], false),
            one(&[("2026-06-01", 30)], true),
        ];

        let hours = Hours::of_year(2026, &all);

        assert_eq!(
            (hours.deployments, hours.minutes, hours.estimated),
            (2, 90, 30)
        );
        assert_eq!(hours.split, None);
    }

    #[test]
    fn only_five_and_more_are_split() {
        let five = vec![one(&[("2026-03-02", 60)], false); 5];

        let (months, phases) = Hours::of_year(2026, &five).split.unwrap();

        assert_eq!(months[2], 300);
        assert_eq!(phases, [(Phase::Acute, 300)]);
        assert_eq!(Hours::of_year(2026, &five[1..]).split, None);
    }

    #[test]
    fn what_was_agreed_counts_eight_hours_a_day() {
        let span = (
            Instant::start_of(day("2026-12-01")),
            Instant::end_of(day("2026-12-02")),
        );

        let days = agreed_minutes(false, span);

        assert_eq!(days, [(day("2026-12-01"), 480), (day("2026-12-02"), 480)]);
        assert_eq!(agreed_minutes(true, span), [(day("2026-12-01"), 120)]);
    }
}
