//! When somebody is not asked: at night, too often, or tonight no more.

use chrono::NaiveTime;

use crate::clock::Instant;
use crate::reference::Phase;

/// Quiet hours in Germany (mechanics.md).
const EVENING: NaiveTime = NaiveTime::from_hms_opt(22, 0, 0).unwrap();
const MORNING: NaiveTime = NaiveTime::from_hms_opt(6, 0, 0).unwrap();
/// Until when "not tonight" holds, and when work on site begins that was promised at night.
const START: NaiveTime = NaiveTime::from_hms_opt(7, 0, 0).unwrap();
/// Alerts to one person within the days they are counted for.
const CAP: usize = 12;
/// Days alerts are counted for.
pub const CAP_DAYS: i64 = 30;

/// What there was with somebody before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Alerts of the last thirty days.
    pub alerts: usize,
    /// When they last said "not tonight".
    pub not_tonight_at: Option<Instant>,
}

/// Whether somebody may be asked now: at night only in the first days of an incident, and only whoever wants that or is
/// on call; nobody more often than the cap; nobody who said "not tonight" before the morning.
pub fn is_asked_now((phase, now): (Phase, Instant), takes_night: bool, history: History) -> bool {
    let is_awake = match phase {
        Phase::Acute => takes_night || !is_night(now),
        Phase::Emergency | Phase::Rebuild => !is_night(now),
    };
    let has_rest = history
        .not_tonight_at
        .is_some_and(|at| now < at.next(START));
    is_awake && !has_rest && history.alerts < CAP
}

/// Whether it is between 22 and 6 o'clock in Germany.
pub fn is_night(now: Instant) -> bool {
    now.next(MORNING) <= now.next(EVENING)
}

/// When work on site can begin: at night not before seven.
pub fn on_site_from(now: Instant) -> Instant {
    if is_night(now) { now.next(START) } else { now }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 14 January 2026, midnight in Berlin.
    const MIDNIGHT: Instant = Instant::from_micros(1_768_345_200_000_000);

    fn at(hours: i64) -> Instant {
        MIDNIGHT.plus_seconds(hours * 3_600)
    }

    #[test]
    fn the_night_is_from_ten_to_six() {
        let night: Vec<i64> = (0..24).filter(|hour| is_night(at(*hour))).collect();

        assert_eq!(night, [0, 1, 2, 3, 4, 5, 22, 23]);
    }

    #[test]
    fn at_night_only_those_are_asked_who_want_it_and_only_in_the_first_days() {
        let asked =
            |phase, takes_night| is_asked_now((phase, at(3)), takes_night, History::default());

        assert!(asked(Phase::Acute, true));
        assert!(!asked(Phase::Acute, false));
        assert!(!asked(Phase::Emergency, true));
        assert!(is_asked_now(
            (Phase::Rebuild, at(12)),
            false,
            History::default()
        ));
    }

    #[test]
    fn not_tonight_holds_until_seven() {
        let history = History {
            alerts: 1,
            not_tonight_at: Some(at(1)),
        };

        assert!(!is_asked_now((Phase::Acute, at(6)), true, history));
        assert!(is_asked_now((Phase::Acute, at(7)), true, history));
    }

    #[test]
    fn nobody_is_asked_more_than_twelve_times_in_thirty_days() {
        let history = |alerts| History {
            alerts,
            not_tonight_at: None,
        };

        assert!(is_asked_now((Phase::Acute, at(12)), false, history(11)));
        assert!(!is_asked_now((Phase::Acute, at(12)), false, history(12)));
    }

    #[test]
    fn who_promises_at_night_to_come_begins_at_seven() {
        assert_eq!(on_site_from(at(2)), at(7));
        assert_eq!(on_site_from(at(23)), at(31));
        assert_eq!(on_site_from(at(12)), at(12));
    }
}
