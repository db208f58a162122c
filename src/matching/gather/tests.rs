//! The columns say what the documents say.

use proptest::prelude::*;
use search_index::{Axis, TermOrd};
use uuid::Uuid;

use super::{Roll, rank, relax};
use crate::matching::model::ask::{Ask, Demand, Need, NeedSkill, WorkPlace};
use crate::matching::model::ranking::Ranking;
use crate::matching::model::rule::Rule;
use crate::matching::plain;
use crate::matching::register::{
    ACCESS, DIRECTORY, FORENSICS, GERMAN, IDENTITY, RECOVERY, VEEAM, any_documents, document,
    skill, snapshot, vocabulary,
};
use crate::matching::sample;

fn ask() -> Ask {
    Ask {
        place: search_index::unit_vector(51.48, 11.97),
        ..sample::ask()
    }
}

fn need(term: TermOrd, min_level: u8, required: bool) -> Need {
    Need {
        skills: vec![NeedSkill {
            term,
            axis: Axis::Domain,
            min_level,
            required,
        }],
        languages: vec![GERMAN],
        ..sample::need()
    }
}

fn any_need() -> impl Strategy<Value = Need> {
    let term = prop_oneof![
        Just(FORENSICS),
        Just(IDENTITY),
        Just(DIRECTORY),
        Just(RECOVERY),
        Just(ACCESS),
        Just(VEEAM)
    ];
    let place = prop_oneof![
        Just(WorkPlace::OnSite),
        Just(WorkPlace::Remote),
        Just(WorkPlace::Either)
    ];
    (term, 1..=4u8, any::<bool>(), place, any::<bool>()).prop_map(
        |(term, min_level, required, place, first_call)| Need {
            place,
            first_call,
            ..need(term, min_level, required)
        },
    )
}

/// Everything about a ranking but where the entries stand.
fn told(ranking: &Ranking) -> impl PartialEq + std::fmt::Debug + use<> {
    let best: Vec<_> = ranking
        .best
        .iter()
        .map(|scored| (scored.id, scored.score))
        .collect();
    (best, ranking.funnel)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn columns_rank_as_plain_documents_do(documents in any_documents(40), need in any_need(), limit in 0..20usize) {
        let (ask, vocabulary, snapshot) = (ask(), vocabulary(), snapshot(&documents));
        let demand = Demand::new(&ask, &need);

        let ranking = rank(&Roll::call(&snapshot, &ask), &demand, &vocabulary, limit);

        prop_assert_eq!(told(&ranking), told(&plain::rank(&documents, &demand, &vocabulary, limit)));
    }

    #[test]
    fn every_address_leads_to_its_entry(documents in any_documents(20), need in any_need()) {
        let (ask, snapshot) = (ask(), snapshot(&documents));
        let demand = Demand::new(&ask, &need);

        let ranking = rank(&Roll::call(&snapshot, &ask), &demand, &vocabulary(), 20);

        for scored in ranking.best {
            let segment = &snapshot.segments()[scored.address.segment];
            prop_assert_eq!(segment.id(scored.address.entry), scored.id);
        }
    }
}

#[test]
fn a_term_two_steps_narrower_satisfies_a_required_one() {
    let mut entry = document(1);
    entry.skills = vec![skill(RECOVERY, 3)];
    let (ask, need, snapshot) = (ask(), need(IDENTITY, 3, true), snapshot(&[entry]));

    let ranking = rank(
        &Roll::call(&snapshot, &ask),
        &Demand::new(&ask, &need),
        &vocabulary(),
        1,
    );

    assert_eq!(ranking.best[0].id, Uuid::from_u128(1));
}

#[test]
fn a_term_nobody_holds_excludes_everybody() {
    let (ask, need, snapshot) = (ask(), need(VEEAM, 1, true), snapshot(&[document(1)]));

    let ranking = rank(
        &Roll::call(&snapshot, &ask),
        &Demand::new(&ask, &need),
        &vocabulary(),
        1,
    );

    assert_eq!(
        ranking.funnel.excluded().collect::<Vec<_>>(),
        [(Rule::Level, 1)]
    );
}

#[test]
fn when_nobody_fits_the_cheapest_relaxation_is_found() {
    let mut entry = document(1);
    entry.skills = vec![skill(DIRECTORY, 2)];
    let (ask, need, snapshot) = (ask(), need(DIRECTORY, 3, true), snapshot(&[entry]));

    let found = relax(
        &Roll::call(&snapshot, &ask),
        &Demand::new(&ask, &need),
        &vocabulary(),
    );

    assert_eq!(
        found.map(|found| (found.rule, found.yields)),
        Some((Rule::Level, Some(1)))
    );
}
