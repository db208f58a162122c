//! What a candidate covers of a window.

use super::window::{Coverage, DAY, HOUR, Window};
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

#[test]
fn on_call_duty_is_covered_at_once_on_any_weekday() {
    let duty = (NOW + HOUR, NOW + DAY);
    let late = sample()
        .readiness(Readiness::Within72Hours, None)
        .on_call(duty);
    let weekend = sample()
        .weekdays(0b001_1111)
        .on_call((NOW + 5 * DAY, NOW + 6 * DAY));

    let coverage = week().coverage(&late.candidate(), NOW);
    assert_eq!(coverage.start, Some(NOW + HOUR));
    assert_eq!(coverage.covered, (DAY - HOUR) + 4 * DAY);
    let coverage = week().coverage(&weekend.candidate(), NOW);
    assert_eq!(coverage.covered, 6 * DAY);
}

#[test]
fn what_is_on_call_and_usual_counts_once_and_an_absence_ends_both() {
    let duty = (NOW + HOUR, NOW + 2 * DAY);
    let both = sample().on_call(duty);
    let away = both.clone().absent((NOW, NOW + DAY));

    assert_eq!(week().coverage(&both.candidate(), NOW).covered, 7 * DAY);
    let coverage = week().coverage(&away.candidate(), NOW);
    assert_eq!(
        (coverage.start, coverage.covered),
        (Some(NOW + DAY), 6 * DAY)
    );
}

#[test]
fn who_is_not_available_is_not_on_call() {
    let off = sample()
        .readiness(Readiness::Unavailable, None)
        .on_call((NOW, NOW + DAY));

    assert_eq!(week().coverage(&off.candidate(), NOW), Coverage::default());
}

#[test]
fn notice_delays_the_start_of_whoever_is_free_and_nobody_who_starts_later() {
    let cases = [
        (Readiness::Now, None, 4, NOW + 4 * HOUR),
        (Readiness::Within24Hours, None, 4, NOW + DAY),
        (Readiness::Later, Some(NOW + 2 * DAY), 24, NOW + 2 * DAY),
    ];
    for (readiness, from, notice, start) in cases {
        let entry = sample().readiness(readiness, from).notice_hours(notice);

        assert_eq!(week().coverage(&entry.candidate(), NOW).start, Some(start));
    }
}
