//! What holds for every candidate (matching, "Properties to test").

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use search_index::{Axis, EntryKind, Evidence, HitAddress, Readiness, WorkMode};

use super::ask::{Ask, Demand, Need, Sight, WorkPlace};
use super::factors::{FACTORS, FULL, Factor, Score, TOP_SCORE};
use super::hard::{self, REST};
use super::ranking::{Contest, Ranking};
use super::skill::{Claim, Claims};
use super::window::DAY;
use crate::matching::sample::{NOW, Sample, ask, asked, holding, need, sample};

fn any_claim() -> impl Strategy<Value = Claim> {
    let evidence = prop_oneof![
        Just(Evidence::SelfDeclared),
        Just(Evidence::Employer),
        Just(Evidence::Certified),
        Just(Evidence::Deployment),
    ];
    (1..=4u8, evidence).prop_map(|(level, evidence)| Claim { level, evidence })
}

fn any_claims() -> impl Strategy<Value = Claims> {
    let claim = || option::of(any_claim());
    (claim(), claim(), claim(), claim()).prop_map(|(own, narrower, broader, sibling)| Claims {
        own,
        narrower,
        broader,
        sibling,
    })
}

fn any_mode() -> impl Strategy<Value = WorkMode> {
    prop_oneof![
        Just(WorkMode::OnSite),
        Just(WorkMode::Remote),
        Just(WorkMode::Either)
    ]
}

fn any_readiness() -> impl Strategy<Value = Readiness> {
    prop_oneof![
        4 => Just(Readiness::Now),
        1 => Just(Readiness::Within24Hours),
        1 => Just(Readiness::Within72Hours),
        1 => Just(Readiness::RemoteOnly),
        1 => Just(Readiness::Unavailable),
    ]
}

prop_compose! {
    /// Any entry with skills for [`a_need`]; most fit.
    fn any_sample()(
        id in 1..1_000_000u128,
        claims in vec(any_claims(), 3),
        km in (1..40u16).prop_map(|tens| tens * 10),
        mode in any_mode(),
        readiness in any_readiness(),
        heads in 1..4u16,
        capacity in any::<bool>(),
        confirmed_days in 0..400i64,
        response in 0..=10_000u16,
        land in 1..=16u8,
        weekdays in prop_oneof![Just(0b0111_1111u8), any::<u8>()],
        commitments in vec((-120..20i64, 0..10i64), 0..3),
    ) -> Sample {
        let kind = if capacity { EntryKind::Capacity } else { EntryKind::Person };
        let mut entry = sample().id(id).kind(kind, heads).claims(claims).km(km).mode(mode);
        entry = entry.readiness(readiness, None).weekdays(weekdays);
        entry.radius_km = 300;
        entry.standing.confirmed_at = Some(NOW - confirmed_days * DAY);
        entry.response = response;
        entry.land = land;
        for (start, days) in commitments {
            entry = entry.committed((NOW + start * DAY, NOW + (start + days) * DAY));
        }
        entry
    }
}

/// A role required, a domain and a product wished for; both places will do.
fn a_need() -> Need {
    Need {
        skills: vec![
            asked(0, Axis::Role, true),
            asked(1, Axis::Domain, false),
            asked(2, Axis::Product, false),
        ],
        place: WorkPlace::Either,
        ..need()
    }
}

fn rank(samples: &[Sample], limit: usize) -> Ranking {
    let (ask, need) = (ask(), a_need());
    let demand = Demand::new(&ask, &need);
    let mut contest = Contest::new(&demand);
    for sample in samples {
        contest.consider(
            HitAddress {
                segment: 0,
                entry: 0,
            },
            &sample.candidate(),
        );
    }
    contest.finish(limit)
}

/// One thing about an entry made better, never worse.
fn improvements(entry: &Sample) -> Vec<Sample> {
    let mut better = Vec::new();
    let mut push = |change: &dyn Fn(&mut Sample)| {
        let mut improved = entry.clone();
        change(&mut improved);
        better.push(improved);
    };
    for skill in 0..entry.claims.len() {
        push(&|e| e.claims[skill].own = holding(4, Evidence::Deployment).own);
        push(&|e| {
            if let Some(own) = &mut e.claims[skill].own {
                own.level = (own.level + 1).min(4);
            }
        });
    }
    push(&|e| e.km = 10);
    push(&|e| e.response = 10_000);
    push(&|e| e.land = ask().land);
    push(&|e| e.standing.confirmed_at = Some(NOW));
    push(&|e| e.commitments.clear());
    // Whoever rests had better not begin earlier: that breaks the rule about rest.
    let rests = entry
        .commitments
        .iter()
        .any(|(_, until)| *until <= NOW && NOW < *until + REST);
    if !rests {
        push(&|e| e.weekdays = 0b0111_1111);
        push(&|e| {
            // Ready at once on site is not better than ready at once from afar: it is something else.
            if e.readiness.0 != Readiness::RemoteOnly {
                e.readiness = (Readiness::Now, None);
            }
        });
    }
    better
}

proptest! {
    /// Those who see cards only cannot tell two entries apart that differ by days of absence, deployment or confirmation
    /// and are described in the same words.
    #[test]
    fn who_sees_cards_only_is_told_of_hidden_facts_in_few_values(entry in any_sample()) {
        let (ask, need) = (Ask { sight: Sight::Cards, ..ask() }, a_need());
        let score = Score::of(&entry.candidate(), &Demand::new(&ask, &need));
        let values = |factor, values: &[i64]| values.contains(&score.value(factor));

        prop_assert!([10_000, 7_500, 5_000].iter().any(|share| values(
            Factor::Availability,
            &[0, *share, share - 600, share - 1_200, share - 2_400],
        )));
        prop_assert!(values(Factor::Response, &[10_000, 7_500, 2_500]));
        prop_assert!(values(Factor::Fairness, &[10_000, 8_000, 3_000]));
        prop_assert!(values(Factor::Freshness, &[10_000, 7_500, 3_000]));
    }

    #[test]
    fn points_sum_to_the_total_and_values_stay_in_range(entry in any_sample()) {
        let score = entry.score(&a_need());

        prop_assert_eq!(FACTORS.iter().map(|(factor, _)| score.points(*factor)).sum::<i64>(), score.total());
        prop_assert!((0..=TOP_SCORE).contains(&score.total()));
        for (factor, _) in FACTORS {
            prop_assert!((0..=FULL).contains(&score.value(factor)));
        }
    }

    #[test]
    fn nothing_made_better_makes_any_factor_worse(entry in any_sample()) {
        let before = entry.score(&a_need());

        for improved in improvements(&entry) {
            let after = improved.score(&a_need());
            for (factor, _) in FACTORS {
                prop_assert!(after.value(factor) >= before.value(factor), "{factor:?}: {entry:?} → {improved:?}");
            }
        }
    }

    #[test]
    fn nothing_made_better_breaks_a_rule(entry in any_sample()) {
        for improved in improvements(&entry) {
            if entry.broken(&a_need()).is_empty() {
                prop_assert!(improved.broken(&a_need()).is_empty());
            }
        }
    }

    #[test]
    fn an_entry_is_ranked_exactly_when_it_breaks_no_rule(entry in any_sample()) {
        let ranking = rank(std::slice::from_ref(&entry), 1);
        let broken = entry.broken(&a_need());

        prop_assert_eq!(ranking.best.len() == 1, broken.is_empty());
        prop_assert_eq!(ranking.funnel.total(), 1);
        prop_assert_eq!(ranking.funnel.excluded().next().map(|(rule, _)| rule), broken.first());
    }

    #[test]
    fn the_order_of_the_entries_does_not_matter(
        mut samples in vec(any_sample(), 0..30),
        limit in 0..10usize,
    ) {
        samples.sort_by_key(|sample| sample.id);
        samples.dedup_by_key(|sample| sample.id);
        let forwards = rank(&samples, limit);
        samples.reverse();

        prop_assert_eq!(rank(&samples, limit), forwards);
    }

    #[test]
    fn the_rules_do_not_depend_on_the_response(entry in any_sample(), response in 0..=10_000u16) {
        let (ask, need) = (ask(), a_need());
        let demand = Demand::new(&ask, &need);
        let mut other = entry.clone();
        other.response = response;

        prop_assert_eq!(
            hard::broken(&entry.candidate(), &demand),
            hard::broken(&other.candidate(), &demand)
        );
    }
}
