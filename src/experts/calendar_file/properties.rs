//! What holds for whatever stands in a file.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

use super::days::{join, merge};
use super::recurrence::Budget;
use super::rule::Rule;
use super::tests::{calendar, day, read, today};
use crate::experts::model::Absence;

/// All days of absences.
fn all(absences: impl IntoIterator<Item = Absence>) -> BTreeSet<NaiveDate> {
    let each = absences.into_iter();
    each.flat_map(|days| {
        days.first_day
            .iter_days()
            .take_while(move |day| *day <= days.last_day)
    })
    .collect()
}

/// A rule of this service, and the same for the library.
fn rules() -> impl Strategy<Value = (NaiveDate, String)> {
    let start = (0..3_000_u64).prop_map(|days| day("2019-01-01") + Days::new(days));
    let list = |values: &'static [&'static str]| {
        prop::collection::vec(prop::sample::select(values), 0..3)
            .prop_map(|chosen| chosen.join(","))
    };
    let weekdays: &[&str] = &["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    // Never both: the library then finds only days that are both, the standard those that are either.
    let counted: &[&str] = &["1MO", "1TU", "-1FR", "2SU", "5MO", "-2WE"];
    let parts = (
        list(&["1", "2", "6", "12"]),
        list(&["1", "15", "29", "31", "-1", "-3"]),
        (list(weekdays), prop_oneof![list(weekdays), list(counted)]),
        list(&["1", "2", "-1"]),
        prop::sample::select(&["", "COUNT=1", "COUNT=7", "UNTIL=20270301T000000Z"][..]),
    );
    (start, 0..4_usize, 1..5_u32, parts).prop_map(|(start, frequency, interval, parts)| {
        let (months, month_days, (weekdays, counted), positions, end) = parts;
        let name = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"][frequency];
        let weekdays = if frequency < 2 { weekdays } else { counted };
        let month_days = if frequency == 1 {
            String::new()
        } else {
            month_days
        };
        let has_parts = !(weekdays.is_empty() && month_days.is_empty());
        let positions = if has_parts { positions } else { String::new() };
        let mut rule = format!("FREQ={name};INTERVAL={interval}");
        for (part, values) in [
            ("BYMONTH", months),
            ("BYMONTHDAY", month_days),
            ("BYDAY", weekdays),
            ("BYSETPOS", positions),
        ] {
            if !values.is_empty() {
                rule = format!("{rule};{part}={values}");
            }
        }
        let end = if end.is_empty() {
            String::new()
        } else {
            format!(";{end}")
        };
        (start, format!("{rule}{end}"))
    })
}

proptest! {
    /// The library `rrule` walks rules instant by instant; on days both must agree.
    #[test]
    fn rules_give_the_days_that_another_implementation_gives((start, rule) in rules()) {
        let window = (today(), day("2027-11-23"));
        let text = format!("DTSTART:{}T000000Z\nRRULE:{rule}", start.format("%Y%m%d"));
        let Ok(other) = text.parse::<rrule::RRuleSet>() else {
            return Ok(());
        };
        let expected: Vec<NaiveDate> = (&other.limit())
            .into_iter()
            .map(|at| at.date_naive())
            .take_while(|day| *day <= window.1)
            .filter(|day| *day >= window.0)
            .collect();

        let read = Rule::read(&rule).unwrap();
        let holds = |day: NaiveDate| read.until.is_none() || day <= self::day("2027-03-01");
        let found = read.days(start, window, holds, &mut Budget::default()).unwrap();

        prop_assert_eq!(found, expected, "{} {}", start, rule);
    }

    /// Absences are the days of the events and no others, no two meet, and the same file once more adds nothing.
    #[test]
    fn absences_are_the_days_of_the_events(
        events in prop::collection::vec((-40..400_i64, 1..20_u64, 1..4_u32, 1..5_u32), 1..12),
    ) {
        let window = (today(), day("2027-11-23"));
        let (mut lines, mut expected) = (Vec::new(), BTreeSet::new());
        for (offset, length, interval, count) in events {
            let start = today() + chrono::TimeDelta::days(offset);
            let end = start + Days::new(length);
            lines.push(format!(
                "DTSTART;VALUE=DATE:{}\r\nDTEND;VALUE=DATE:{}\r\nRRULE:FREQ=WEEKLY;INTERVAL={interval};COUNT={count}",
                start.format("%Y%m%d"), end.format("%Y%m%d"),
            ));
            for number in 0..count {
                let first_day = start + Days::new(u64::from(number * interval) * 7);
                let last_day = first_day + Days::new(length - 1);
                expected.extend(all([Absence { first_day, last_day }]));
            }
        }
        expected.retain(|day| (window.0..=window.1).contains(day));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let file = calendar(&lines);

        let proposed: Vec<_> = read(file.as_bytes(), &[], today()).unwrap().proposed;
        let days: Vec<Absence> = proposed.iter().map(|proposed| proposed.days).collect();
        let held = merge(&[], &days);
        let again = read(file.as_bytes(), &held, today()).unwrap().proposed;

        prop_assert_eq!(all(days.iter().copied()), expected);
        prop_assert_eq!(&join(days.iter().copied()), &days);
        prop_assert!(again.iter().all(|proposed| proposed.is_held));
        let again: Vec<Absence> = again.iter().map(|proposed| proposed.days).collect();
        prop_assert_eq!(merge(&held, &again), held);
    }

    /// Whatever is sent, something is answered.
    #[test]
    fn nothing_breaks_the_reader(lines in prop::collection::vec(
        "(BEGIN|END|DTSTART|DTEND|RRULE|EXDATE|RDATE|DURATION|RECURRENCE-ID|SUMMARY| )(;TZID=[A-Z/]{0,9})?:(VEVENT|VCALENDAR|FREQ=(DAILY|YEARLY);(COUNT|BYMONTHDAY|BYSETPOS|INTERVAL)=-?[0-9]{1,9}|[0-9]{8}(T[0-9]{6}Z?)?|P[0-9]{1,6}[WD]|\\PC{0,9})",
        0..30,
    )) {
        let file = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\n{}\nEND:VEVENT\nEND:VCALENDAR\n", lines.join("\n"));

        let _ = read(file.as_bytes(), &[], today()).map(|read| read.proposed.len());
    }
}

#[test]
fn weeks_are_numbered_as_the_standard_numbers_them() {
    let rule = Rule::read("FREQ=YEARLY;BYWEEKNO=1,53,-1;BYDAY=MO").unwrap();
    let window = (day("2026-01-01"), day("2028-01-31"));

    let found = rule
        .days(day("2020-01-01"), window, |_| true, &mut Budget::default())
        .unwrap();

    let iso: Vec<_> = found
        .iter()
        .map(|day| (day.iso_week().week(), day.to_string()))
        .collect();
    let expected = [
        (53, "2026-12-28"),
        (1, "2027-01-04"),
        (52, "2027-12-27"),
        (1, "2028-01-03"),
    ];
    assert_eq!(iso, expected.map(|(week, day)| (week, day.to_owned())));
}

#[test]
fn weekdays_alone_and_counted_ones_may_stand_together() {
    let rule = Rule::read("FREQ=MONTHLY;BYDAY=1TU,MO").unwrap();
    let window = (day("2026-12-01"), day("2026-12-31"));

    let found = rule
        .days(day("2026-01-01"), window, |_| true, &mut Budget::default())
        .unwrap();

    let found: Vec<u32> = found.iter().map(Datelike::day).collect();
    assert_eq!(found, [1, 7, 14, 21, 28]);
}
