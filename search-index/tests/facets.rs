//! What is counted, on small examples; the property tests count at random.

use search_index::{ExpertDocument, Facets, Filters, LandCount, Scope, SearchRequest, TermCount};

use crate::world::entry::{With as _, entry};
use crate::world::taxonomy::vocabulary;
use crate::world::{NOW, snapshot_of};

fn facets(entries: &[ExpertDocument], change: impl Fn(&mut SearchRequest)) -> Facets {
    let (_world, snapshot) = snapshot_of(&vocabulary(), entries);
    let mut request = SearchRequest::parse("", Scope::Masked, NOW, [1; 32]);
    change(&mut request);
    snapshot.search(&request).unwrap().facets
}

#[test]
fn a_broader_term_counts_each_entry_once() {
    let vocabulary = vocabulary();
    let both = entry(1).skill(&vocabulary, "domain:kerberos", 3).skill(
        &vocabulary,
        "domain:ad-recovery",
        3,
    );

    let facets = facets(&[both], |_| {});

    let identity = vocabulary.ord("domain:identity").unwrap();
    let count = facets.domains.iter().find(|value| value.term == identity);
    assert_eq!(count.unwrap().count, 1);
    assert_eq!(facets.domains.len(), 4);
}

#[test]
fn a_selection_does_not_hide_its_alternatives() {
    let vocabulary = vocabulary();
    let firewall = vocabulary.ord("domain:firewall").unwrap();
    let wlan = vocabulary.ord("domain:wlan").unwrap();
    let entries = [
        entry(1)
            .skill(&vocabulary, "domain:firewall", 3)
            .language(&vocabulary, "fr"),
        entry(2)
            .skill(&vocabulary, "domain:wlan", 3)
            .language(&vocabulary, "da"),
    ];

    let facets = facets(&entries, |request| request.filters.domains = vec![firewall]);

    assert!(facets.domains.contains(&TermCount {
        term: wlan,
        count: 1
    }));
    assert_eq!(facets.languages.len(), 1);
}

#[test]
fn expired_certificates_do_not_count() {
    let vocabulary = vocabulary();
    let entries = [
        entry(1).certificate(&vocabulary, "certification:cissp", Some(NOW)),
        entry(2).certificate(&vocabulary, "certification:cissp", None),
    ];

    let facets = facets(&entries, |_| {});

    assert_eq!(facets.certifications[0].count, 1);
}

#[test]
fn small_länder_are_counted_and_filtered_as_their_group() {
    let mut saarland = entry(1);
    saarland.base.land = 10;
    let mut bremen = entry(2);
    bremen.base.land = 4;

    let facets = facets(&[saarland, bremen, entry(3)], |request| {
        request.display_lands[10] = 100;
        request.display_lands[4] = 100;
        request.filters = Filters {
            lands: vec![15],
            ..Filters::default()
        };
    });

    let group = LandCount {
        land: 100,
        count: 2,
    };
    assert_eq!(facets.lands, [group, LandCount { land: 15, count: 1 }]);
    assert_eq!(facets.modes[0].count, 1);
}
