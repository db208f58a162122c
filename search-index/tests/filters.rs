//! What filters leave.

use search_index::{
    ExpertDocument, Filters, Near, Readiness, Scope, SearchRequest, SearchResult, Sort, WorkMode,
};

use crate::world::entry::{With as _, entry};
use crate::world::taxonomy::vocabulary;
use crate::world::{DAY, NOW, snapshot_of};

fn search(entries: &[ExpertDocument], filters: Filters, sort: Sort) -> SearchResult {
    let (_world, snapshot) = snapshot_of(&vocabulary(), entries);
    let mut request = SearchRequest::parse("", Scope::Masked, NOW, [1; 32]);
    request.filters = filters;
    request.sort = sort;
    snapshot.search(&request).unwrap()
}

fn numbers(result: &SearchResult) -> Vec<u128> {
    let hits = result.hits.iter();
    hits.map(|hit| hit.document.id.as_u128()).collect()
}

/// Numbers found in ascending order.
fn found(entries: &[ExpertDocument], filters: Filters) -> Vec<u128> {
    let mut numbers = numbers(&search(entries, filters, Sort::Relevance));
    numbers.sort_unstable();
    numbers
}

#[test]
fn a_selected_term_includes_narrower_ones_at_the_level_asked_for() {
    let vocabulary = vocabulary();
    let entries = [
        entry(1).skill(&vocabulary, "domain:kerberos", 3),
        entry(2).skill(&vocabulary, "domain:identity", 2),
        entry(3).skill(&vocabulary, "domain:firewall", 4),
    ];
    let domains = vec![vocabulary.ord("domain:identity").unwrap()];

    let any = Filters {
        domains: domains.clone(),
        ..Filters::default()
    };
    let alone = Filters {
        domains,
        min_level: 3,
        ..Filters::default()
    };

    assert_eq!(found(&entries, any), [1, 2]);
    assert_eq!(found(&entries, alone), [1]);
}

#[test]
fn all_of_needs_all_and_a_facet_any() {
    let vocabulary = vocabulary();
    let entries = [
        entry(1)
            .skill(&vocabulary, "domain:firewall", 3)
            .skill(&vocabulary, "domain:wlan", 3),
        entry(2).skill(&vocabulary, "domain:wlan", 3),
    ];
    let terms = vec![
        vocabulary.ord("domain:firewall").unwrap(),
        vocabulary.ord("domain:wlan").unwrap(),
    ];

    let any = Filters {
        domains: terms.clone(),
        ..Filters::default()
    };
    let all = Filters {
        all_of: terms,
        ..Filters::default()
    };

    assert_eq!(found(&entries, any), [1, 2]);
    assert_eq!(found(&entries, all), [1]);
}

#[test]
fn a_distance_is_rounded_up_before_it_filters_and_sorts() {
    let mut nearby = entry(1);
    nearby.base.lat += 0.30;
    let mut nearer = entry(2);
    nearer.base.lat += 0.28;
    let far = {
        let mut far = entry(3);
        far.base.lat += 0.40;
        far
    };
    let filters = Filters {
        near: Some(Near::new(51.482, 11.97, 40)),
        ..Filters::default()
    };

    let result = search(&[nearby, nearer, far], filters, Sort::Distance);

    assert_eq!(result.total, 2);
    assert!(result.hits.iter().all(|hit| hit.distance_km == Some(40)));
}

#[test]
fn a_circle_is_never_smaller_than_25_kilometres() {
    let mut nearby = entry(1);
    nearby.base.lat += 0.15;
    let filters = Filters {
        near: Some(Near::new(51.482, 11.97, 1)),
        ..Filters::default()
    };

    assert_eq!(found(&[nearby], filters), [1]);
}

#[test]
fn on_site_and_remote_include_either() {
    let works = |number, mode| {
        let mut entry = entry(number);
        entry.mode = mode;
        entry
    };
    let entries = [
        works(1, WorkMode::OnSite),
        works(2, WorkMode::Remote),
        works(3, WorkMode::Either),
    ];

    let remote = Filters {
        modes: vec![WorkMode::Remote],
        ..Filters::default()
    };

    assert_eq!(found(&entries, remote), [2, 3]);
}

#[test]
fn who_is_busy_in_the_window_is_not_available() {
    let mut busy = entry(1);
    busy.availability.absences = vec![(NOW + 2 * DAY, NOW + 3 * DAY)];
    let mut short = entry(2);
    short.max_days = 2;
    let mut late = entry(3);
    late.availability.readiness = Readiness::Within72Hours;
    let entries = [busy, short, late, entry(4)];
    let window = |from, days| Filters {
        available_from: Some(from),
        available_days: Some(days),
        ..Filters::default()
    };

    assert_eq!(found(&entries, window(NOW, 5)), [4]);
    assert_eq!(found(&entries, window(NOW, 1)), [1, 2, 4]);
    assert_eq!(found(&entries, window(NOW + 3 * DAY, 5)), [1, 3, 4]);
}

#[test]
fn who_can_start_first_comes_first() {
    let ready = |number, readiness| {
        let mut entry = entry(number);
        entry.availability.readiness = readiness;
        entry
    };
    let entries = [
        ready(1, Readiness::Unavailable),
        ready(2, Readiness::Within24Hours),
        ready(3, Readiness::Now),
    ];

    let result = search(&entries, Filters::default(), Sort::Availability);

    assert_eq!(numbers(&result), [3, 2, 1]);
}

#[test]
fn kreis_and_clearance_filter() {
    let mut cleared = entry(1);
    cleared.clearance = 2;
    cleared.clearance_until = Some(NOW + 1);
    let mut expired = cleared.clone();
    expired.id = entry(2).id;
    expired.clearance_until = Some(NOW);
    let mut elsewhere = entry(3);
    elsewhere.base.kreis = 15_003;
    let entries = [cleared, expired, elsewhere];

    let clearance = Filters {
        min_clearance: 2,
        ..Filters::default()
    };
    let kreis = Filters {
        kreise: vec![15_003],
        ..Filters::default()
    };

    assert_eq!(found(&entries, clearance), [1]);
    assert_eq!(found(&entries, kreis), [3]);
}

#[test]
fn a_term_of_another_vocabulary_finds_nobody() {
    let filters = Filters {
        roles: vec![search_index::TermOrd(u16::MAX)],
        ..Filters::default()
    };

    assert!(found(&[entry(1)], filters).is_empty());
}
