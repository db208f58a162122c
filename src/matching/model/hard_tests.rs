//! Each hard rule, one fact each.

use search_index::{Axis, Cefr, EntryKind, Evidence, Readiness, WorkMode};
use uuid::Uuid;

use super::ask::{Need, WorkPlace};
use super::rule::Rule;
use super::skill::{Claim, Claims};
use super::window::{DAY, HOUR};
use crate::matching::sample::{NOW, Sample, asked, holding, need, sample};

fn assert_breaks(sample: &Sample, need: &Need, rules: &[Rule]) {
    assert_eq!(sample.broken(need).iter().collect::<Vec<_>>(), rules);
}

fn needing(place: WorkPlace) -> Need {
    Need { place, ..need() }
}

#[test]
fn an_entry_that_fits_breaks_nothing() {
    assert_breaks(&sample(), &need(), &[]);
}

#[test]
fn facts_never_established_are_broken_rules() {
    let mut blank = sample();
    blank.standing.admitted = None;
    blank.standing.consent = None;
    blank.standing.confirmed_at = None;
    blank.standing.participation_from = None;
    blank.standing.released = None;

    let all = [
        Rule::Vetted,
        Rule::Consent,
        Rule::Confirmed,
        Rule::Participation,
        Rule::Release,
    ];
    assert_breaks(&blank, &need(), &all);
}

#[test]
fn a_period_ends_before_its_last_instant() {
    let mut ending = sample();
    ending.standing.admitted = Some((NOW - DAY, NOW));
    assert_breaks(&ending, &need(), &[Rule::Vetted]);

    ending.standing.admitted = Some((NOW, NOW + 1));
    assert_breaks(&ending, &need(), &[]);
}

#[test]
fn a_confirmation_holds_for_a_year() {
    let mut stale = sample();
    stale.standing.confirmed_at = Some(NOW - 365 * DAY);
    assert_breaks(&stale, &need(), &[Rule::Confirmed]);

    stale.standing.confirmed_at = Some(NOW - 365 * DAY + 1);
    assert_breaks(&stale, &need(), &[]);
}

#[test]
fn participation_in_the_future_does_not_count_yet() {
    let mut early = sample();
    early.standing.participation_from = Some(NOW + 1);

    assert_breaks(&early, &need(), &[Rule::Participation]);
}

#[test]
fn the_days_left_must_cover_the_window() {
    let mut short = sample();
    short.standing.days_left = Some(6);
    assert_breaks(&short, &need(), &[Rule::Quota]);

    short.standing.days_left = Some(7);
    assert_breaks(&short, &need(), &[]);
}

#[test]
fn a_first_call_needs_no_quota() {
    let first_call = Need {
        first_call: true,
        ..need()
    };
    let mut spent = sample().km(900);
    spent.standing.days_left = Some(0);

    assert_breaks(&spent, &first_call, &[]);
}

#[test]
fn the_employer_must_not_ask_be_hit_or_be_struck() {
    let mut requester = sample();
    requester.organisation = Uuid::from_u128(200);
    let mut conflicted = sample();
    conflicted.organisation = Uuid::from_u128(201);
    let mut struck = sample();
    struck.standing.struck_since = Some(NOW);

    for entry in [requester, conflicted, struck.clone()] {
        assert_breaks(&entry, &need(), &[Rule::Conflict]);
    }
    struck.standing.struck_since = Some(NOW + 1);
    assert_breaks(&struck, &need(), &[]);
}

#[test]
fn a_blocked_requester_is_not_helped() {
    let mut blocking = sample();
    blocking.blocks = vec![Uuid::from_u128(200)];

    assert_breaks(&blocking, &need(), &[Rule::Block]);
}

#[test]
fn required_levels_must_be_reached() {
    assert_breaks(&sample().level(2), &need(), &[Rule::Level]);
    assert_breaks(&sample().level(3), &need(), &[]);
}

#[test]
fn a_narrower_term_satisfies_a_required_one_and_related_terms_do_not() {
    let claim = Some(Claim {
        level: 4,
        evidence: Evidence::Deployment,
    });
    let narrower = Claims {
        narrower: claim,
        ..Claims::default()
    };
    let related = Claims {
        broader: claim,
        sibling: claim,
        ..Claims::default()
    };

    assert_breaks(&sample().claims(vec![narrower]), &need(), &[]);
    assert_breaks(&sample().claims(vec![related]), &need(), &[Rule::Level]);
}

#[test]
fn skills_not_required_exclude_nobody() {
    let optional = Need {
        skills: vec![asked(0, Axis::Role, true), asked(1, Axis::Product, false)],
        ..need()
    };
    let without = sample().claims(vec![holding(3, Evidence::Employer), Claims::default()]);

    assert_breaks(&without, &optional, &[]);
}

#[test]
fn languages_are_needed_at_b2() {
    let mut speaker = sample();
    speaker.languages = vec![Some(Cefr::B1)];
    assert_breaks(&speaker, &need(), &[Rule::Language]);

    speaker.languages = vec![Some(Cefr::B2)];
    assert_breaks(&speaker, &need(), &[]);

    speaker.languages = vec![None];
    assert_breaks(&speaker, &need(), &[Rule::Language]);
}

#[test]
fn a_clearance_must_be_high_enough_and_last_to_the_end() {
    let cleared = Need {
        clearance: 2,
        ..need()
    };
    let mut entry = sample();
    let cases = [
        ((1, None), false),
        ((2, None), true),
        ((3, Some(NOW + 7 * DAY)), true),
        ((3, Some(NOW + 7 * DAY - 1)), false),
    ];
    for (clearance, fits) in cases {
        entry.clearance = clearance;
        let expected: &[Rule] = if fits { &[] } else { &[Rule::Clearance] };
        assert_breaks(&entry, &cleared, expected);
    }
}

#[test]
fn the_mode_must_fit_the_place_of_work() {
    let remote = sample().mode(WorkMode::Remote);
    let on_site = sample().mode(WorkMode::OnSite);

    assert_breaks(&remote, &needing(WorkPlace::OnSite), &[Rule::Mode]);
    assert_breaks(&on_site, &needing(WorkPlace::Remote), &[Rule::Mode]);
    assert_breaks(&remote, &needing(WorkPlace::Either), &[]);
    assert_breaks(&on_site, &needing(WorkPlace::Either), &[]);
}

#[test]
fn who_is_remote_only_today_does_not_come() {
    let at_home = sample().readiness(Readiness::RemoteOnly, None);

    assert_breaks(&at_home, &needing(WorkPlace::OnSite), &[Rule::Mode]);
    assert_breaks(&at_home, &needing(WorkPlace::Remote), &[]);
}

#[test]
fn road_kilometres_must_lie_within_the_radius() {
    let mut entry = sample().km(100);
    entry.radius_km = 130;
    assert_breaks(&entry, &need(), &[]);

    entry.radius_km = 129;
    assert_breaks(&entry, &need(), &[Rule::Travel]);
}

#[test]
fn beyond_the_radius_either_means_remote() {
    let far = sample().km(900);

    assert_breaks(&far, &needing(WorkPlace::Either), &[]);
    assert_breaks(
        &far.mode(WorkMode::OnSite),
        &needing(WorkPlace::Either),
        &[Rule::Travel],
    );
}

#[test]
fn nobody_travels_for_a_remote_need() {
    assert_breaks(&sample().km(900), &needing(WorkPlace::Remote), &[]);
}

#[test]
fn half_of_the_window_must_be_covered() {
    let half = 7 * DAY / 2;
    let enough = sample().absent((NOW + half, NOW + 30 * DAY));
    let too_little = sample().absent((NOW + half - 1, NOW + 30 * DAY));

    assert_breaks(&enough, &need(), &[]);
    assert_breaks(&too_little, &need(), &[Rule::Window]);
}

#[test]
fn a_day_is_the_latest_start() {
    let in_time = sample().readiness(Readiness::Within24Hours, None);
    let late = sample().readiness(Readiness::Later, Some(NOW + DAY + 1));

    assert_breaks(&in_time, &need(), &[]);
    assert_breaks(&late, &need(), &[Rule::Window]);
}

#[test]
fn a_person_takes_one_deployment_at_a_time() {
    let busy = sample().committed((NOW + 6 * DAY, NOW + 20 * DAY));

    assert_breaks(&busy, &need(), &[Rule::Load]);
}

#[test]
fn a_capacity_is_loaded_when_every_head_is_committed() {
    let half_busy = sample()
        .kind(EntryKind::Capacity, 2)
        .committed((NOW, NOW + DAY));
    let busy = half_busy.clone().committed((NOW, NOW + DAY));

    assert_breaks(&half_busy, &need(), &[]);
    assert_breaks(&busy, &need(), &[Rule::Load]);
}

#[test]
fn rest_counts_to_the_first_hour_at_work() {
    let tired = sample().committed((NOW - 5 * DAY, NOW));
    let from_tuesday = tired.clone().weekdays(0b0111_1110);

    assert_breaks(&tired, &need(), &[Rule::Load]);
    assert_breaks(&from_tuesday, &need(), &[]);
}

#[test]
fn a_person_rests_eleven_hours() {
    let tired = sample().committed((NOW - 5 * DAY, NOW - 11 * HOUR + 1));
    let rested = sample().committed((NOW - 5 * DAY, NOW - 11 * HOUR));

    assert_breaks(&tired, &need(), &[Rule::Load]);
    assert_breaks(&rested, &need(), &[]);
    assert_breaks(&tired.kind(EntryKind::Capacity, 3), &need(), &[]);
}

#[test]
fn all_broken_rules_are_named() {
    let mut hopeless = sample().level(1).km(900).mode(WorkMode::OnSite);
    hopeless.standing.consent = None;
    hopeless.languages = vec![None];

    assert_breaks(
        &hopeless,
        &need(),
        &[Rule::Consent, Rule::Level, Rule::Language, Rule::Travel],
    );
}
