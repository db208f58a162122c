//! Each soft factor, one fact each.

use search_index::{Axis, EntryKind, Evidence, Readiness, WorkMode};

use super::ask::{Need, WorkPlace};
use super::factors::{FACTORS, FULL, Factor, TOP_SCORE};
use super::skill::Claims;
use super::window::DAY;
use crate::matching::sample::{NOW, Sample, asked, holding, need, sample};

fn value(factor: Factor, sample: &Sample) -> i64 {
    sample.score(&need()).value(factor)
}

#[test]
fn the_weights_sum_to_a_thousand_and_stand_in_order() {
    assert_eq!(FACTORS.iter().map(|(_, weight)| weight).sum::<i64>(), 1_000);
    for (position, (factor, _)) in FACTORS.into_iter().enumerate() {
        assert_eq!(factor as usize, position);
    }
}

#[test]
fn the_ideal_candidate_gets_everything_but_its_minute_on_the_road() {
    let score = sample().score(&need());

    assert_eq!(score.value(Factor::Travel), 9_969);
    assert_eq!(score.total(), TOP_SCORE - 31 * 150);
}

#[test]
fn required_skills_count_twice() {
    let need = Need {
        skills: vec![asked(0, Axis::Role, true), asked(1, Axis::Domain, false)],
        ..need()
    };
    let one = sample().claims(vec![holding(4, Evidence::Certified), Claims::default()]);

    assert_eq!(one.score(&need).value(Factor::Skill), 6_666);
}

#[test]
fn products_and_procedures_have_their_own_factor() {
    let need = Need {
        skills: vec![
            asked(0, Axis::Role, true),
            asked(1, Axis::Product, false),
            asked(2, Axis::Procedure, false),
        ],
        ..need()
    };
    let entry = sample().claims(vec![
        holding(4, Evidence::Certified),
        holding(3, Evidence::Certified),
        Claims::default(),
    ]);

    assert_eq!(entry.score(&need).value(Factor::Skill), FULL);
    assert_eq!(entry.score(&need).value(Factor::Product), 3_500);
}

#[test]
fn a_factor_is_full_where_nothing_is_asked() {
    let nothing = Need {
        skills: Vec::new(),
        ..need()
    };
    let score = sample().claims(Vec::new()).score(&nothing);

    assert_eq!(score.value(Factor::Skill), FULL);
    assert_eq!(score.value(Factor::Product), FULL);
}

#[test]
fn travel_falls_to_nothing_at_six_hours() {
    assert_eq!(value(Factor::Travel, &sample().km(100)), 7_151);
    assert_eq!(value(Factor::Travel, &sample().km(600)), 0);
}

#[test]
fn who_can_help_from_afar_is_not_judged_by_the_road() {
    let either = Need {
        place: WorkPlace::Either,
        ..need()
    };
    let far = sample().km(150);

    assert_eq!(far.score(&either).value(Factor::Travel), FULL);
    assert!(
        far.mode(WorkMode::OnSite)
            .score(&either)
            .value(Factor::Travel)
            < FULL
    );
}

#[test]
fn a_late_start_costs_its_share_and_a_percent_an_hour() {
    let late = sample().readiness(Readiness::Within24Hours, None);

    // six of seven days, less 24 %
    assert_eq!(value(Factor::Availability, &late), 8_571 - 2_400);
}

#[test]
fn response_is_what_the_register_says_and_full_for_a_capacity() {
    let mut entry = sample();
    entry.response = 6_000;
    assert_eq!(value(Factor::Response, &entry), 6_000);

    let capacity = entry.kind(EntryKind::Capacity, 3);
    assert_eq!(value(Factor::Response, &capacity), FULL);
}

#[test]
fn deployment_days_of_the_last_ninety_cost_four_percent_each() {
    let recent = sample().committed((NOW - 10 * DAY, NOW - 5 * DAY));
    let long_ago = sample().committed((NOW - 100 * DAY, NOW - 90 * DAY));

    assert_eq!(value(Factor::Fairness, &recent), 8_000);
    assert_eq!(value(Factor::Fairness, &long_ago), FULL);
}

#[test]
fn a_running_deployment_costs_thirty_percent_spread_over_the_heads() {
    let running = sample().committed((NOW, NOW + DAY));
    assert_eq!(value(Factor::Fairness, &running), 7_000);

    let capacity = running.kind(EntryKind::Capacity, 3);
    assert_eq!(value(Factor::Fairness, &capacity), 9_000);
}

#[test]
fn a_confirmation_fades_within_a_year() {
    let mut entry = sample();
    entry.standing.confirmed_at = Some(NOW - 73 * DAY);
    assert_eq!(value(Factor::Freshness, &entry), 8_000);

    entry.standing.confirmed_at = Some(NOW - 365 * DAY);
    assert_eq!(value(Factor::Freshness, &entry), 0);
}

#[test]
fn another_land_costs_six_tenths() {
    let mut entry = sample();
    entry.land = 3;

    assert_eq!(value(Factor::Legal, &entry), 4_000);
}
