use chrono::NaiveDateTime;
use uuid::Uuid;

use super::{TimeEntry, TimeMode, TimeWindow, WarnedOf, days, warnings};
use crate::clock::Instant;
use crate::ids::TimeEntryId;

fn at(text: &str) -> Instant {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap();
    Instant::of_berlin(local).unwrap()
}

fn entry(number: u128, (from, until): (&str, &str), break_minutes: u16) -> TimeEntry {
    TimeEntry {
        id: TimeEntryId(Uuid::from_u128(number)),
        from: at(from),
        until: at(until),
        break_minutes,
        mode: TimeMode::OnSite,
        note: String::new(),
        version: 1,
    }
}

fn window() -> TimeWindow {
    TimeWindow {
        started: at("2026-12-01T09:30"),
        ended: Some(at("2026-12-03T15:00")),
        now: at("2026-12-10T12:00"),
    }
}

fn codes(entry: &TimeEntry, others: &[TimeEntry]) -> Vec<(String, String)> {
    let problems = entry.problems(others, window()).into_iter();
    problems.map(|error| (error.pointer, error.code)).collect()
}

fn said(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

#[test]
fn entries_do_not_overlap_but_may_touch() {
    let first = entry(1, ("2026-12-01T08:00", "2026-12-01T12:00"), 0);
    let touching = entry(2, ("2026-12-01T12:00", "2026-12-01T16:00"), 0);
    let within = entry(3, ("2026-12-01T11:59", "2026-12-01T12:30"), 0);
    let known = [first.clone()];

    assert_eq!(codes(&touching, &known), []);
    assert_eq!(codes(&within, &known), said("/from", "overlap"));
    assert_eq!(codes(&first, &known), [], "it does not overlap itself");
}

#[test]
fn work_lies_between_start_and_end_and_the_way_a_day_around() {
    let early = entry(1, ("2026-11-30T08:00", "2026-11-30T12:00"), 0);
    let late = entry(2, ("2026-12-04T08:00", "2026-12-04T12:00"), 0);
    let way = |entry: &TimeEntry| TimeEntry {
        mode: TimeMode::Travel,
        ..entry.clone()
    };

    assert_eq!(codes(&early, &[]), said("/from", "early"));
    assert_eq!(codes(&late, &[]), said("/until", "late"));
    assert_eq!(codes(&way(&early), &[]), []);
    assert_eq!(codes(&way(&late), &[]), []);
    let future = TimeWindow {
        ended: None,
        now: at("2026-12-02T10:00"),
        ..window()
    };
    let ahead = entry(3, ("2026-12-02T08:00", "2026-12-02T12:00"), 0);
    assert_eq!(ahead.problems(&[], future)[0].code, "future");
}

#[test]
fn an_entry_ends_after_it_begins_and_is_more_than_a_break() {
    let backwards = entry(1, ("2026-12-01T12:00", "2026-12-01T12:00"), 0);
    let paused = entry(2, ("2026-12-01T12:00", "2026-12-01T13:00"), 60);
    let night = entry(3, ("2026-12-01T22:00", "2026-12-02T06:00"), 30);

    assert_eq!(codes(&backwards, &[]), said("/until", "order"));
    assert_eq!(codes(&paused, &[]), said("/break_minutes", "long"));
    assert_eq!(codes(&night, &[]), []);
    assert_eq!(days(&[night])[0].minutes(), 450);
}

#[test]
fn days_are_summed_by_where_it_was_worked() {
    let way = TimeEntry {
        mode: TimeMode::Travel,
        ..entry(1, ("2026-12-01T07:00", "2026-12-01T08:00"), 0)
    };
    let work = entry(2, ("2026-12-01T08:00", "2026-12-01T13:00"), 15);
    let next = entry(3, ("2026-12-02T08:00", "2026-12-02T09:00"), 0);

    let sums = days(&[next, work, way]);

    assert_eq!(sums.len(), 2);
    assert_eq!(
        (sums[0].travel, sums[0].on_site, sums[0].minutes()),
        (60, 285, 345)
    );
}

#[test]
fn long_days_short_breaks_and_short_nights_are_warned_of() {
    let long = entry(1, ("2026-12-01T08:00", "2026-12-01T19:00"), 30);
    let early = entry(2, ("2026-12-02T05:30", "2026-12-02T11:31"), 0);

    let found = warnings(&[long.clone(), early]);

    let of: Vec<_> = found.iter().map(|warning| warning.of).collect();
    assert_eq!(
        of,
        [
            WarnedOf::LongDay,
            WarnedOf::ShortBreak,
            WarnedOf::ShortBreak,
            WarnedOf::ShortRest
        ]
    );
    let fair = entry(3, ("2026-12-02T08:00", "2026-12-02T17:00"), 30);
    assert_eq!(warnings(&[fair]), []);
}

#[test]
fn a_gap_between_two_entries_is_a_break() {
    let morning = entry(1, ("2026-12-01T08:00", "2026-12-01T12:00"), 0);
    let afternoon = entry(2, ("2026-12-01T12:30", "2026-12-01T16:30"), 0);

    assert_eq!(warnings(&[morning, afternoon]), []);
}

#[test]
fn whoever_helped_changes_their_times_for_fourteen_days() {
    let later = |now: &str| TimeWindow {
        now: at(now),
        ..window()
    };

    assert!(later("2026-12-17T14:59").is_open_to_expert());
    assert!(!later("2026-12-17T15:00").is_open_to_expert());
}
