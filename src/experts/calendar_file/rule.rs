//! Rules of recurrence (RFC 5545, 3.3.10), read as far as days go.

use std::str::FromStr;

use chrono::Weekday;

/// Values that a part of a rule has at most, each once: all days of a month, from both ends.
const MOST_VALUES: usize = 62;

#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "UPPERCASE", ascii_case_insensitive)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// Days that come again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: u32,
    pub(super) count: Option<u32>,
    /// The last moment, as the rule writes it.
    pub(super) until: Option<String>,
    pub(super) months: Vec<i32>,
    pub(super) weeks: Vec<i32>,
    pub(super) year_days: Vec<i32>,
    pub(super) month_days: Vec<i32>,
    /// Weekdays, each alone (0) or the so-manieth of its month or year.
    pub(super) weekdays: Vec<(i32, Weekday)>,
    pub(super) positions: Vec<i32>,
    pub(super) week_start: Weekday,
}

impl Rule {
    /// Reads a rule; none where it cannot be read or asks for more than one time a day.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut frequency = None;
        let mut rule = Self::every(Frequency::Daily);
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.trim().split_once('=')?;
            match name.to_ascii_uppercase().as_str() {
                "FREQ" => frequency = Some(value.parse().ok()?),
                "INTERVAL" => {
                    rule.interval = value.parse().ok().filter(|n| (1..=1_000).contains(n))?;
                }
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(value.to_owned()),
                "BYMONTH" => rule.months = numbers(value, 1..=12)?,
                "BYWEEKNO" => rule.weeks = numbers(value, -53..=53)?,
                "BYYEARDAY" => rule.year_days = numbers(value, -366..=366)?,
                "BYMONTHDAY" => rule.month_days = numbers(value, -31..=31)?,
                "BYDAY" => rule.weekdays = list(value, weekday)?,
                "BYSETPOS" => rule.positions = numbers(value, -366..=366)?,
                "WKST" => rule.week_start = weekday(value)?.1,
                _ => return None,
            }
        }
        rule.frequency = frequency?;
        let is_counted = rule.weekdays.iter().any(|(number, _)| *number != 0);
        let may_count = matches!(rule.frequency, Frequency::Monthly | Frequency::Yearly);
        (may_count || !is_counted).then_some(rule)
    }

    const fn every(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        }
    }
}

fn list<T: PartialEq>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut values = Vec::new();
    for part in text.split(',') {
        let value = read(part.trim())?;
        if !values.contains(&value) {
            values.push(value);
        }
        if values.len() > MOST_VALUES {
            return None;
        }
    }
    Some(values)
}

fn numbers(text: &str, range: std::ops::RangeInclusive<i32>) -> Option<Vec<i32>> {
    list(text, |part| {
        let number = i32::from_str(part).ok()?;
        (number != 0 && range.contains(&number)).then_some(number)
    })
}

/// `MO`, `1MO`, `-1FR`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let at = text
        .len()
        .checked_sub(2)
        .filter(|at| text.is_char_boundary(*at))?;
    let (number, name) = text.split_at(at);
    let weekday = match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let number = match number {
        "" => 0,
        number => number
            .parse()
            .ok()
            .filter(|n| (-53..=53).contains(n) && *n != 0)?,
    };
    Some((number, weekday))
}
