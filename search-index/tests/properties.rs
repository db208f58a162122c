//! What holds for all entries, requests and orders of events.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use search_index::{
    Axis, Cefr, Certification, Evidence, ExpertDocument, Filters, LanguageSkill, Readiness, Scope,
    SearchRequest, SearchResult, Skill, Snapshot, TermOrd, Vocabulary, WorkMode, readiness_at,
};

use crate::world::entry::entry;
use crate::world::random::Random;
use crate::world::taxonomy::excerpt;
use crate::world::{DAY, NOW, World, snapshot_of};

const TEXTS: [&str; 8] = [
    "",
    "Firewall",
    "Datensicherung",
    "netz -cloud",
    "\"im Netz\"",
    "Foren",
    "Bakup",
    "Firewall Netz",
];

/// Entries with few different values, so that requests find some of them.
fn random_entries(seed: u64, count: u128) -> Vec<ExpertDocument> {
    let vocabulary = excerpt();
    let mut random = Random::new(seed);
    (1..=count)
        .map(|number| random_entry(number, &vocabulary, &mut random))
        .collect()
}

fn random_entry(number: u128, vocabulary: &Vocabulary, random: &mut Random) -> ExpertDocument {
    let mut new = entry(number);
    for term in terms(vocabulary, Axis::Domain, random, 4)
        .into_iter()
        .chain(terms(vocabulary, Axis::Role, random, 2))
    {
        let level = 1 + u8::try_from(random.below(4)).unwrap();
        let evidence = *random.one(&[Evidence::SelfDeclared, Evidence::Deployment]);
        new.skills.push(Skill {
            term,
            level,
            evidence,
        });
    }
    for term in terms(vocabulary, Axis::Certification, random, 1) {
        let valid_until = *random.one(&[None, Some(NOW), Some(NOW + DAY)]);
        new.certifications.push(Certification { term, valid_until });
    }
    for term in terms(vocabulary, Axis::Language, random, 2) {
        new.languages.push(LanguageSkill {
            term,
            cefr: Cefr::B2,
        });
    }
    new.base.land = u8::try_from(1 + random.below(4)).unwrap();
    new.mode = *random.one(&[WorkMode::OnSite, WorkMode::Remote, WorkMode::Either]);
    new.availability.readiness = *random.one(&[
        Readiness::Now,
        Readiness::Within24Hours,
        Readiness::RemoteOnly,
        Readiness::Unavailable,
    ]);
    if random.happens(30) {
        new.availability.absences = vec![(NOW - DAY, NOW + 2 * DAY)];
    }
    if random.happens(20) {
        new.standing.consent = None;
    }
    let words = [
        "Firewall", "Netz", "im", "Cloud", "Backup", "Forensik", "Betreut",
    ];
    let said: Vec<&str> = (0..random.below(6)).map(|_| *random.one(&words)).collect();
    new.headline.de = said.join(" ");
    new
}

/// Some of the first terms of an axis.
fn terms(vocabulary: &Vocabulary, axis: Axis, random: &mut Random, most: usize) -> Vec<TermOrd> {
    let of_axis = vocabulary.terms().filter(|(_, term)| term.axis == axis);
    let few: Vec<TermOrd> = of_axis.map(|(ord, _)| ord).take(12).collect();
    random.some(&few, most).into_iter().copied().collect()
}

fn random_request(seed: u64) -> SearchRequest {
    let vocabulary = excerpt();
    let mut random = Random::new(seed);
    let scope = *random.one(&[Scope::Masked, Scope::Everything]);
    let text: &&str = random.one(&TEXTS);
    let mut request = SearchRequest::parse(text, scope, NOW, [9; 32]);
    let mut chosen = |axis, percent| {
        let most = usize::from(random.happens(percent)) * 2;
        terms(&vocabulary, axis, &mut random, most)
    };
    request.filters = Filters {
        roles: chosen(Axis::Role, 20),
        domains: chosen(Axis::Domain, 30),
        certifications: chosen(Axis::Certification, 10),
        languages: chosen(Axis::Language, 20),
        ..Filters::default()
    };
    if random.happens(30) {
        request.filters.lands = vec![1, 2];
    }
    if random.happens(30) {
        request.filters.availability = vec![Readiness::Now, Readiness::Within72Hours];
    }
    if random.happens(30) {
        request.filters.modes = vec![WorkMode::Remote];
    }
    request.filters.min_level = u8::try_from(random.below(4)).unwrap();
    request.display_lands[3] = 2;
    request.limit = 1_000;
    request
}

fn search(snapshot: &Snapshot, request: &SearchRequest) -> SearchResult {
    snapshot.search(request).unwrap()
}

/// Whether an entry has one of some terms, as a filter understands it.
fn has_any(entry: &ExpertDocument, wanted: &[TermOrd], request: &SearchRequest) -> bool {
    let vocabulary = excerpt();
    let wanted: Vec<TermOrd> = wanted
        .iter()
        .flat_map(|term| vocabulary.with_narrower(*term))
        .collect();
    let level = request.filters.min_level;
    let mut skills = entry.skills.iter();
    let mut languages = entry.languages.iter();
    let mut certificates = entry.certifications.iter();

    skills.any(|skill| wanted.contains(&skill.term) && skill.level >= level)
        || languages.any(|language| wanted.contains(&language.term))
        || certificates.any(|held| {
            wanted.contains(&held.term) && held.valid_until.is_none_or(|until| NOW < until)
        })
}

/// How many hits have a term, over a search without the selection of its facet.
fn recount(snapshot: &Snapshot, request: &SearchRequest, axis: Axis) -> BTreeMap<TermOrd, usize> {
    let mut open = request.clone();
    match axis {
        Axis::Role => open.filters.roles.clear(),
        Axis::Domain => open.filters.domains.clear(),
        Axis::Procedure => open.filters.procedures.clear(),
        Axis::Product => open.filters.products.clear(),
        Axis::Certification => open.filters.certifications.clear(),
        Axis::Language => open.filters.languages.clear(),
    }
    let hits = search(snapshot, &open).hits;
    let vocabulary = excerpt();
    let of_axis = vocabulary.terms().filter(|(_, term)| term.axis == axis);
    let counts = of_axis.map(|(ord, _)| {
        let have = hits
            .iter()
            .filter(|hit| has_any(&hit.document, &[ord], request));
        (ord, have.count())
    });
    counts.filter(|(_, count)| *count > 0).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_text_fails(texts in prop::collection::vec("\\PC{0,40}|[a-zäöü\"„“ -]{0,240}|\\p{Any}{0,60}", 8)) {
        let (_world, snapshot) = snapshot_of(&excerpt(), &random_entries(1, 20));
        for text in texts {
            let request = SearchRequest::parse(&text, Scope::Masked, NOW, [0; 32]);
            let result = search(&snapshot, &request);
            prop_assert!(result.hits.len() <= result.total);
        }
    }

    #[test]
    fn hits_have_what_is_filtered_by(entries in any::<u64>(), asked in any::<u64>()) {
        let (_world, snapshot) = snapshot_of(&excerpt(), &random_entries(entries, 40));
        let request = random_request(asked);

        for hit in search(&snapshot, &request).hits {
            let filters = &request.filters;
            for wanted in [&filters.roles, &filters.domains, &filters.certifications, &filters.languages] {
                prop_assert!(wanted.is_empty() || has_any(&hit.document, wanted, &request));
            }
            prop_assert_eq!(hit.readiness, readiness_at(&hit.document.availability, NOW));
        }
    }

    #[test]
    fn counts_are_what_counting_gives(entries in any::<u64>(), asked in any::<u64>()) {
        let (_world, snapshot) = snapshot_of(&excerpt(), &random_entries(entries, 40));
        let request = random_request(asked);

        let result = search(&snapshot, &request);

        let facets = [
            (Axis::Role, &result.facets.roles),
            (Axis::Domain, &result.facets.domains),
            (Axis::Certification, &result.facets.certifications),
            (Axis::Language, &result.facets.languages),
        ];
        for (axis, values) in facets {
            let counts = values.iter().map(|value| (value.term, value.count)).collect();
            prop_assert_eq!(recount(&snapshot, &request, axis), counts);
            prop_assert!(values.is_sorted_by_key(|value| (std::cmp::Reverse(value.count), value.term)));
        }
    }

    #[test]
    fn selecting_a_value_finds_as_many_as_were_counted(entries in any::<u64>(), asked in any::<u64>()) {
        let (_world, snapshot) = snapshot_of(&excerpt(), &random_entries(entries, 40));
        let request = random_request(asked);
        let facets = search(&snapshot, &request).facets;
        let total = |change: &dyn Fn(&mut Filters)| {
            let mut narrowed = request.clone();
            change(&mut narrowed.filters);
            search(&snapshot, &narrowed).total
        };

        for value in &facets.lands {
            prop_assert_eq!(total(&|filters| filters.lands = vec![value.land]), value.count);
        }
        for value in &facets.availability {
            prop_assert_eq!(total(&|filters| filters.availability = vec![value.state]), value.count);
        }
        for value in &facets.modes {
            prop_assert_eq!(total(&|filters| filters.modes = vec![value.mode]), value.count);
        }
        for value in facets.domains.iter().take(5) {
            prop_assert_eq!(total(&|filters| filters.domains = vec![value.term]), value.count);
        }
    }

    #[test]
    fn pages_together_are_the_whole(entries in any::<u64>(), asked in any::<u64>(), limit in 1..9usize) {
        let (_world, snapshot) = snapshot_of(&excerpt(), &random_entries(entries, 30));
        let mut request = random_request(asked);
        let whole: Vec<_> = search(&snapshot, &request).hits.iter().map(|hit| hit.address).collect();

        request.limit = limit;
        let mut together = Vec::new();
        for page in 1..=whole.len().div_ceil(limit) + 1 {
            request.page = page;
            together.extend(search(&snapshot, &request).hits.iter().map(|hit| hit.address));
        }

        prop_assert_eq!(together, whole);
    }

    #[test]
    fn an_index_changed_often_answers_like_a_fresh_one(seed in any::<u64>(), asked in any::<u64>()) {
        let vocabulary = excerpt();
        let wanted = random_entries(seed, 30);
        let (_fresh_world, fresh) = snapshot_of(&vocabulary, &wanted);
        let changed = changed_often(&vocabulary, &wanted, seed);

        let request = random_request(asked);
        let (one, other) = (search(&fresh, &request), search(&changed.index.snapshot(), &request));

        prop_assert_eq!(one.total, other.total);
        prop_assert_eq!(&one.facets, &other.facets);
        prop_assert_eq!(&one.suggestions, &other.suggestions);
        let summary = |result: &SearchResult| -> Vec<_> {
            result.hits.iter().map(|hit| (hit.document.id, hit.score)).collect()
        };
        prop_assert_eq!(summary(&one), summary(&other));
    }
}

/// An index that holds these entries after versions, commits and removals that left no trace.
fn changed_often(vocabulary: &Arc<Vocabulary>, wanted: &[ExpertDocument], seed: u64) -> World {
    let world = World::new(vocabulary);
    let mut random = Random::new(seed ^ 1);
    let mut writer = world.index.writer().unwrap();
    for old in random_entries(seed ^ 2, 45) {
        writer.upsert(&old).unwrap();
        if random.happens(10) {
            writer.commit(1).unwrap();
        }
    }
    for number in 31..=45 {
        writer.remove(entry(number).id);
    }
    for new in wanted {
        writer.upsert(new).unwrap();
        if random.happens(10) {
            writer.commit(2).unwrap();
        }
    }
    writer.commit(3).unwrap();
    drop(writer);
    world
}
