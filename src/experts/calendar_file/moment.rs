//! Dates, times and lengths as a calendar file writes them (RFC 5545, 3.3).

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::clock::Instant;

/// A day, or what a clock shows somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Day(NaiveDate),
    Clock(NaiveDateTime, Tz),
}

/// How long something takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// Whole days, at least one.
    Days(u64),
    /// Seconds by the clock.
    Time(i64),
}

impl Moment {
    /// `20261224`, `20261224T080000` in a zone, or `20261224T070000Z`.
    pub(super) fn read(text: &str, zone: Tz) -> Option<Self> {
        let text = text.trim();
        let (text, zone) = match text.strip_suffix('Z') {
            Some(text) => (text, Tz::UTC),
            None => (text, zone),
        };
        // What chrono lets pass beside: signs, spaces, years of other lengths.
        let is_plain = text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'T');
        match text.len() {
            8 if is_plain => NaiveDate::parse_from_str(text, "%Y%m%d")
                .ok()
                .map(Self::Day),
            15 if is_plain => {
                let local = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok()?;
                Some(Self::Clock(local, zone))
            }
            _ => None,
        }
    }

    /// The day it is where it is.
    pub(super) fn date(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Clock(local, _) => local.date(),
        }
    }

    /// When it is; a day begins in Berlin.
    pub(super) fn instant(self) -> Instant {
        match self {
            Self::Day(day) => Instant::start_of(day),
            Self::Clock(local, zone) => Instant::from_micros(utc(local, zone).timestamp_micros()),
        }
    }

    /// The day it is for those whose calendar goes by another moment.
    pub(super) fn date_beside(self, other: Self) -> NaiveDate {
        match (self, other) {
            (Self::Day(day), _) => day,
            (Self::Clock(local, zone), Self::Clock(_, there)) => {
                utc(local, zone).with_timezone(&there).date_naive()
            }
            (Self::Clock(_, Tz::UTC), Self::Day(_)) => self.instant().date(),
            (Self::Clock(local, _), Self::Day(_)) => local.date(),
        }
    }

    /// The same time of another day.
    pub(super) fn on(self, day: NaiveDate) -> Self {
        match self {
            Self::Day(_) => Self::Day(day),
            Self::Clock(local, zone) => Self::Clock(day.and_time(local.time()), zone),
        }
    }
}

/// When clocks in a zone show this: the first time where they do twice, an hour later where they skip it.
fn utc(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let at = |local: NaiveDateTime| zone.from_local_datetime(&local).earliest();
    let later = || at(local.checked_add_signed(TimeDelta::hours(1))?);
    at(local)
        .or_else(later)
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

impl Length {
    /// From a begin to an end; a day that ends before it begins is none, one that ends when it begins is one.
    pub(super) fn between(start: Moment, end: Moment) -> Option<Self> {
        match (start, end) {
            (Moment::Day(first), Moment::Day(after)) => {
                let days = u64::try_from((after - first).num_days()).ok()?;
                Some(Self::Days(days.max(1)))
            }
            (Moment::Clock(..), Moment::Clock(..)) => {
                let seconds = end.instant().as_seconds() - start.instant().as_seconds();
                (seconds >= 0).then_some(Self::Time(seconds))
            }
            (Moment::Day(_), Moment::Clock(..)) | (Moment::Clock(..), Moment::Day(_)) => None,
        }
    }

    /// `P7W`, `P2D`, `P1DT12H30M`.
    pub(super) fn read(text: &str, start: Moment) -> Option<Self> {
        let text = text.trim().strip_prefix('+').unwrap_or(text.trim());
        let (mut seconds, mut number) = (0_i64, String::new());
        for character in text.strip_prefix('P')?.chars() {
            let unit = match character {
                '0'..='9' if number.len() < 6 => {
                    number.push(character);
                    continue;
                }
                'T' if number.is_empty() => continue,
                'W' => 7 * 86_400,
                'D' => 86_400,
                'H' => 3_600,
                'M' => 60,
                'S' => 1,
                _ => return None,
            };
            seconds += number.parse::<i64>().ok()? * unit;
            number.clear();
        }
        let days = u64::try_from(seconds / 86_400).ok()?;
        let length = match start {
            Moment::Day(_) => Self::Days(days.max(1)),
            Moment::Clock(..) => Self::Time(seconds),
        };
        number.is_empty().then_some(length)
    }

    /// What something takes that names neither end nor length: a day, or no time.
    pub(super) const fn of_none(start: Moment) -> Self {
        match start {
            Moment::Day(_) => Self::Days(1),
            Moment::Clock(..) => Self::Time(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::read(text, Tz::Europe__Berlin).unwrap()
    }

    #[test]
    fn moments_are_read_strictly() {
        assert_eq!(moment("20261224").date().to_string(), "2026-12-24");
        assert_eq!(
            moment("20261224T080000").instant(),
            moment("20261224T070000Z").instant()
        );
        for text in [
            "",
            "Z",
            "2026122",
            "+2026122",
            "20261324",
            "20260230",
            "20261224T8000",
            "20261224T250000",
            "2026-12-24",
            "20261224 080000",
        ] {
            assert_eq!(Moment::read(text, Tz::UTC), None, "{text}");
        }
    }

    #[test]
    fn a_time_that_clocks_skip_is_an_hour_later_and_one_they_show_twice_is_the_first() {
        assert_eq!(
            moment("20270328T023000").instant(),
            moment("20270328T033000").instant()
        );
        assert_eq!(
            moment("20271031T023000").instant(),
            moment("20271031T003000Z").instant()
        );
    }

    #[test]
    fn lengths_are_read() {
        let (day, clock) = (moment("20261224"), moment("20261224T080000"));
        let hours = |hours: i64| Some(Length::Time(hours * 3_600));

        assert_eq!(Length::read("P2W", day), Some(Length::Days(14)));
        assert_eq!(Length::read("P0D", day), Some(Length::Days(1)));
        assert_eq!(Length::read("P1DT12H", clock), hours(36));
        assert_eq!(Length::read("+PT8H0M0S", clock), hours(8));
        for text in ["", "P1", "-P1D", "P1X", "1D", "P9999999W", "PD"] {
            assert_eq!(Length::read(text, clock), None, "{text}");
        }
        assert_eq!(Length::between(day, moment("20261223")), None);
        assert_eq!(Length::between(day, day), Some(Length::Days(1)));
        assert_eq!(Length::between(day, clock), None);
    }
}
