use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Instant {
    Instant::from_micros(
        DateTime::parse_from_rfc3339(text)
            .unwrap()
            .timestamp_micros(),
    )
}

fn read(text: &str) -> Option<Instant> {
    serde_json::from_value(text.into()).ok()
}

#[test]
fn years_that_are_not_read_back_are_not_taken() {
    for text in [
        "1970-01-01T00:00:00Z",
        "1970-01-01T01:00:00+01:00",
        "9998-12-31T23:59:59.999999Z",
        "9999-01-01T00:59:59.999999+01:00",
    ] {
        assert_eq!(read(text), Some(at(text)), "{text}");
    }
    for text in [
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:59:59+01:00",
        "9998-12-31T23:59:60Z",
        "9998-12-31T23:59:59-00:01",
        "9999-12-31T23:59:59Z",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    let shown = |text: &str| Instant::of_berlin(text.parse().unwrap());
    assert_eq!(shown("1970-01-01T00:59:59"), None);
    assert!(shown("1970-01-01T01:00:00").is_some());
    assert!(shown("9999-01-01T00:59:59").is_some());
    assert_eq!(shown("9999-01-01T01:00:00"), None);
    assert_eq!(shown("+12345-01-01T00:00:00"), None);
}

/// Instants that are taken, more often the first and the last ones.
fn taken() -> impl Strategy<Value = Instant> {
    let span = 86_400_000_000;
    prop_oneof![0..=LAST, 0..=span, LAST - span..=LAST].prop_map(Instant)
}

proptest! {
    #[test]
    fn what_is_taken_is_read_back_as_it_was(at in taken()) {
        prop_assert_eq!(read(&at.to_string()), Some(at));
        prop_assert_eq!(read(&at.with_offset()), Some(at));
    }

    #[test]
    fn what_is_reckoned_from_it_is_read_back_too(at in taken(), days in 0..=i64::MAX) {
        let later = at.plus_days(days.min(i64::MAX / 86_400));
        prop_assert!(at <= later);
        prop_assert_eq!(read(&later.to_string()), Some(later));
        let end = Instant::end_of(at.date());
        prop_assert_eq!(read(&end.to_string()), Some(end));
    }
}

#[test]
fn a_day_of_any_year_begins_in_one_that_is_read_back() {
    let start = Instant::start_of(NaiveDate::MAX);

    assert_eq!(read(&start.to_string()), Some(start));
}

#[test]
fn instants_are_written_with_six_decimals() {
    assert_eq!(
        at("2026-12-01T09:00:00+01:00").to_string(),
        "2026-12-01T08:00:00.000000Z"
    );
}

#[test]
fn a_date_ends_at_midnight_in_berlin() {
    let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();

    assert_eq!(Instant::end_of(day), at("2026-07-01T22:00:00Z"));
}

#[test]
fn clocks_in_berlin_are_ahead_by_an_hour_and_in_summer_by_two() {
    assert_eq!(at("2026-12-01T08:00:00Z").berlin_offset(), 3_600);
    assert_eq!(at("2026-07-01T08:00:00Z").berlin_offset(), 7_200);
}

#[test]
fn the_day_of_the_clock_change_has_23_hours() {
    let day = NaiveDate::from_ymd_opt(2027, 3, 28).unwrap();

    assert_eq!(
        Instant::end_of(day).as_seconds() - Instant::start_of(day).as_seconds(),
        23 * 3_600
    );
}
