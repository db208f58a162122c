//! What the rule asks, whoever is asked.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);

fn fixed(phase: Phase, is_first_call: bool) -> WaveRule {
    WaveRule::of(&Waves::fixed(), phase, is_first_call)
}

fn adaptive() -> WaveRule {
    WaveRule::of(&Waves::default(), Phase::Acute, false)
}

fn stand(places: u16, held: u16, asked: u16) -> Stand {
    Stand {
        places,
        held,
        asked,
        wave: 1,
        wave_until: Some(NOW.plus_seconds(300)),
        is_unsent: false,
    }
}

fn first(places: u16) -> Stand {
    Stand {
        wave: 0,
        wave_until: None,
        ..stand(places, 0, 0)
    }
}

fn plain(rule: WaveRule, stand: &Stand) -> Step {
    rule.step(stand, &Odds::default(), NOW)
}

/// How many are asked now.
fn count(step: Step) -> u16 {
    match step {
        Step::Alert { count, .. } => count,
        Step::Enough | Step::Wait(_) => 0,
    }
}

fn when(step: Step) -> Option<(u16, u16, Instant)> {
    match step {
        Step::Alert {
            count, wave, until, ..
        } => Some((count, wave, until)),
        Step::Enough | Step::Wait(_) => None,
    }
}

/// Somebody who was told so many seconds ago, and may say yes still.
fn silent(known_for: i64) -> Asked {
    Asked {
        chance: Waves::default().chance((0, 0)),
        known_for: Some(known_for),
        left: Some(1_800 - known_for),
        is_yes: false,
    }
}

fn odds(asked: Vec<Asked>, next: &[u32]) -> Odds {
    let next = next.iter().copied().map(Share::from_basis_points);
    Odds {
        asked,
        next: next.collect(),
        begun_at: Some(NOW),
    }
}

#[test]
fn three_are_asked_for_each_open_place() {
    let step = plain(fixed(Phase::Acute, false), &first(2));

    assert_eq!(when(step), Some((6, 1, NOW.plus_seconds(600))));
}

#[test]
fn a_refusal_is_made_up_for_in_the_same_wave() {
    let rule = fixed(Phase::Acute, false);

    let until = NOW.plus_seconds(300);
    assert_eq!(when(plain(rule, &stand(2, 0, 5))), Some((1, 1, until)));
    assert_eq!(plain(rule, &stand(2, 0, 6)), Step::Wait(until));
    assert_eq!(plain(rule, &stand(2, 1, 5)), Step::Wait(until));
}

#[test]
fn when_a_wave_ends_the_next_is_asked() {
    let over = Stand {
        wave_until: Some(NOW),
        ..stand(1, 0, 3)
    };

    let step = plain(fixed(Phase::Acute, true), &over);

    assert_eq!(when(step), Some((3, 2, NOW.plus_seconds(300))));
}

#[test]
fn the_own_provider_is_asked_beside_the_first_wave_alone_and_for_twenty_minutes() {
    let (rule, none) = (fixed(Phase::Acute, false), Odds::default());

    assert_eq!(rule.at_home(&first(2), &none, NOW), 6);
    assert_eq!(rule.at_home(&stand(2, 0, 5), &none, NOW), 0);
    assert_eq!(rule.home_answered_by(NOW), NOW.plus_seconds(1_200));
    let step = plain(rule, &first(2));
    assert_eq!(count(step), 6, "as many others as ever");
}

#[test]
fn a_wave_that_nobody_could_be_told_of_waits_as_long_again_or_for_whoever_asks_for_the_next() {
    for rule in [fixed(Phase::Acute, false), adaptive()] {
        let unsent = Stand {
            wave_until: Some(NOW),
            is_unsent: true,
            ..stand(1, 0, 3)
        };
        let asked_for = Stand {
            wave_until: None,
            ..unsent
        };
        let step = |stand, now| rule.step(stand, &Odds::default(), now);

        let until = NOW.plus_seconds(600);
        assert_eq!(step(&unsent, NOW), Step::Wait(until));
        let last = until.plus_seconds(-1);
        assert_eq!(step(&unsent, last), Step::Wait(until));
        assert!(matches!(step(&unsent, until), Step::Alert { wave: 2, .. }));
        assert!(matches!(step(&asked_for, NOW), Step::Alert { wave: 2, .. }));
    }
}

#[test]
fn a_first_wave_asks_fewer_of_those_who_say_yes_more_likely() {
    let rule = adaptive();
    let asked = |chance| count(rule.step(&first(1), &odds(Vec::new(), &[chance; 30]), NOW));

    assert_eq!((asked(1_500), asked(3_548), asked(7_000)), (8, 3, 2));
}

#[test]
fn what_it_was_reckoned_from_names_numbers_and_nobody() {
    let step = adaptive().step(&first(1), &odds(Vec::new(), &[3_548; 30]), NOW);

    let Step::Alert { reckoned, .. } = step else {
        panic!("{step:?}")
    };
    assert_eq!((reckoned.rule, reckoned.open), ("adaptive", 1));
    assert_eq!(reckoned.target, Some(6_315));
    assert!(reckoned.expected >= reckoned.target);
    assert_eq!(reckoned.incident, Some(10_000));
}

#[test]
fn the_last_wave_before_the_places_are_to_be_held_asks_more() {
    let rule = adaptive();
    let late = Odds {
        begun_at: Some(NOW.plus_seconds(-1_200)),
        ..odds(Vec::new(), &[3_548; 30])
    };
    let over = Stand {
        wave: 2,
        wave_until: Some(NOW),
        ..stand(1, 0, 0)
    };

    let last = count(rule.step(&over, &late, NOW));

    assert!(last > count(rule.step(&first(1), &odds(Vec::new(), &[3_548; 30]), NOW)));
}

#[test]
fn whoever_was_told_just_now_will_do_and_whoever_is_silent_for_long_will_not() {
    let rule = adaptive();
    let asked = |known_for| {
        let odds = odds(vec![silent(known_for); 3], &[3_548; 30]);
        count(rule.step(&stand(1, 0, 3), &odds, NOW))
    };

    assert_eq!(asked(0), 0);
    assert!(asked(300) > 0 && asked(900) > asked(300));
}

#[test]
fn a_refusal_is_made_up_for_by_the_odds_too() {
    let rule = adaptive();
    let refused = Asked {
        left: None,
        ..silent(30)
    };
    let odds = odds(vec![silent(30), silent(30), refused], &[3_548; 30]);

    let step = rule.step(&stand(1, 0, 2), &odds, NOW);

    assert_eq!(when(step), Some((1, 1, NOW.plus_seconds(300))));
}

#[test]
fn whoever_asks_for_the_next_wave_gets_one_though_the_last_will_do() {
    let asked_for = Stand {
        wave_until: None,
        ..stand(2, 0, 9)
    };
    let odds = odds(vec![silent(0); 20], &[3_548; 30]);

    assert_eq!(count(adaptive().step(&asked_for, &odds, NOW)), 2);
}

#[test]
fn one_wave_never_goes_through_the_register() {
    let hopeless = odds(Vec::new(), &[1; 400]);

    assert_eq!(count(adaptive().step(&first(2), &hopeless, NOW)), 24);
    let more = count(adaptive().step(&stand(2, 0, 20), &hopeless, NOW));
    assert_eq!(more, 4);
}

#[test]
fn where_too_few_are_known_it_is_told_that_somebody_is_missing() {
    assert!(count(adaptive().step(&first(1), &odds(Vec::new(), &[3_548]), NOW)) > 1);
}

#[test]
fn silence_is_looked_at_each_minute_until_the_places_are_to_be_held() {
    let (rule, until) = (adaptive(), NOW.plus_seconds(600));
    let next = |seconds| {
        let now = NOW.plus_seconds(seconds);
        rule.looks_again(until, (Some(NOW), now))
    };

    assert_eq!(next(0), NOW.plus_seconds(60));
    assert_eq!(next(59), next(0), "by whoever plans it");
    assert_eq!(next(570), until);
    let late = NOW.plus_seconds(1_800);
    let ends = late.plus_seconds(600);
    assert_eq!(rule.looks_again(ends, (Some(NOW), late)), ends);
    let plain = fixed(Phase::Acute, false);
    assert_eq!(plain.looks_again(until, (Some(NOW), NOW)), until);
}

fn rules() -> impl Strategy<Value = WaveRule> {
    prop_oneof![
        Just(fixed(Phase::Rebuild, false)),
        Just(adaptive()),
        Just(WaveRule::of(&Waves::default(), Phase::Acute, true)),
        Just(WaveRule::of(&Waves::default(), Phase::Rebuild, false)),
    ]
}

fn chances() -> impl Strategy<Value = Vec<u32>> {
    vec(0_u32..=10_000, 0..60)
}

fn silences() -> impl Strategy<Value = Vec<Asked>> {
    vec((0_i64..1_800).prop_map(silent), 0..12)
}

proptest! {
    #[test]
    fn nobody_is_asked_for_a_place_that_is_held(rule in rules(), places in 0_u16..20, more in 0_u16..5, asked in silences(), next in chances()) {
        let step = rule.step(&stand(places, places + more, 3), &odds(asked, &next), NOW);

        prop_assert_eq!(step, Step::Enough);
    }

    #[test]
    fn more_yes_never_asks_more_people(rule in rules(), places in 1_u16..20, held in 0_u16..20, asked in silences(), next in chances()) {
        let odds = odds(asked, &next);
        let asks = |held| count(rule.step(&stand(places, held, 3), &odds, NOW));

        prop_assert!(asks(held + 1) <= asks(held));
    }

    #[test]
    fn a_yes_of_somebody_who_was_asked_never_asks_more_people(rule in rules(), places in 1_u16..6, mut asked in silences(), next in chances()) {
        asked.push(silent(60));
        let before = count(rule.step(&stand(places, 0, 3), &odds(asked.clone(), &next), NOW));
        let last = asked.len() - 1;
        asked[last] = Asked { left: None, is_yes: true, ..asked[last] };

        let after = count(rule.step(&stand(places, 1, 2), &odds(asked, &next), NOW));

        prop_assert!(after <= before);
    }

    #[test]
    fn the_less_likely_people_say_yes_the_more_are_asked(rule in rules(), places in 1_u16..6, asked in silences(), next in chances(), less in 0_u32..=10_000) {
        let lower: Vec<u32> = next.iter().map(|chance| chance * less / 10_000).collect();
        let asks = |next: &[u32]| count(rule.step(&stand(places, 0, 3), &odds(asked.clone(), next), NOW));

        prop_assert!(asks(&lower) >= asks(&next));
    }

    #[test]
    fn whom_nobody_waits_for_any_more_is_made_up_for(places in 1_u16..6, mut asked in silences(), next in chances()) {
        asked.push(silent(0));
        let before = count(adaptive().step(&stand(places, 0, 3), &odds(asked.clone(), &next), NOW));
        let last = asked.len() - 1;
        asked[last].left = None;

        prop_assert!(count(adaptive().step(&stand(places, 0, 3), &odds(asked, &next), NOW)) >= before);
    }

    #[test]
    fn the_same_is_reckoned_each_time(rule in rules(), places in 1_u16..6, asked in silences(), next in chances()) {
        let odds = odds(asked, &next);
        let step = || rule.step(&stand(places, 0, 3), &odds, NOW);

        prop_assert_eq!(step(), step());
    }
}
