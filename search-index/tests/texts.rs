//! What words find.

use search_index::{ExpertDocument, HighlightedField, Scope, SearchRequest, SearchResult};

use crate::world::entry::{With as _, entry};
use crate::world::taxonomy::vocabulary;
use crate::world::{NOW, snapshot_of};

fn search(entries: &[ExpertDocument], text: &str) -> SearchResult {
    let (_world, snapshot) = snapshot_of(&vocabulary(), entries);
    let request = SearchRequest::parse(text, Scope::Masked, NOW, [1; 32]);
    snapshot.search(&request).unwrap()
}

/// Numbers of the entries found, best first.
fn found(entries: &[ExpertDocument], text: &str) -> Vec<u128> {
    let hits = search(entries, text).hits.into_iter();
    hits.map(|hit| hit.document.id.as_u128()).collect()
}

#[test]
fn umlauts_are_found_however_they_are_typed() {
    let entries = [entry(1).headline("Einsatz in München")];

    for text in ["München", "muenchen", "munchen", "MÜNCHEN"] {
        assert_eq!(found(&entries, text), [1], "{text}");
    }
}

#[test]
fn a_part_of_a_compound_finds_the_whole() {
    let entries = [entry(1).text("Schreibt Datensicherungskonzepte.")];

    for text in [
        "Konzept",
        "Datensicherung",
        "Datensicherungskonzept",
        "Sicherungen",
    ] {
        assert_eq!(found(&entries, text), [1], "{text}");
    }
    assert!(found(&entries, "icherungskonz ").is_empty());
}

#[test]
fn a_compound_finds_its_parts_apart() {
    let entries = [entry(1).text("Plant die Segmentierung von Netzwerken.")];

    assert_eq!(found(&entries, "Netzwerksegmentierung"), [1]);
}

#[test]
fn a_typing_error_leads_through_a_synonym_to_the_skill() {
    let vocabulary = vocabulary();
    let entries = [
        entry(1).skill(&vocabulary, "domain:backup-restore", 3),
        entry(2),
    ];

    let result = search(&entries, "Datensicherng");

    assert_eq!(result.total, 1);
    assert_eq!(result.suggestions, ["Datensicherung"]);
    let matched: Vec<_> = result.hits[0]
        .matched
        .iter()
        .map(|reason| reason.term)
        .collect();
    assert_eq!(matched, [vocabulary.ord("domain:backup-restore").unwrap()]);
}

#[test]
fn having_a_skill_comes_before_naming_it_and_more_skill_before_less() {
    let vocabulary = vocabulary();
    let entries = [
        entry(1).text("Hat von Firewalls gehört."),
        entry(2).headline("Firewall"),
        entry(3).skill(&vocabulary, "domain:firewall", 1),
        entry(4).skill(&vocabulary, "domain:firewall", 4),
    ];

    assert_eq!(found(&entries, "Firewall"), [4, 3, 2, 1]);
}

#[test]
fn a_narrower_skill_answers_for_the_broader_one() {
    let vocabulary = vocabulary();
    let entries = [
        entry(1).skill(&vocabulary, "domain:kerberos", 4),
        entry(2).skill(&vocabulary, "domain:active-directory", 4),
    ];

    assert_eq!(found(&entries, "Active Directory"), [2, 1]);
}

#[test]
fn all_words_are_needed_unless_nobody_has_them() {
    let entries = [
        entry(1).headline("Telefonie und Wasserwerke"),
        entry(2).headline("Telefonie"),
    ];

    assert_eq!(found(&entries, "Telefonie Wasserwerk"), [1]);
    let relaxed = search(&entries, "Telefonie Gartenbau");
    assert!(relaxed.is_relaxed);
    assert_eq!(relaxed.total, 2);
}

#[test]
fn quoted_words_stand_together() {
    let entries = [
        entry(1).text("Leitet Stäbe großer Lagen."),
        entry(2).text("Leitet große Stäbe."),
    ];

    assert_eq!(found(&entries, "\"große Stäbe\""), [2]);
    assert_eq!(found(&entries, "große Stäbe").len(), 2);
}

#[test]
fn an_excluded_word_excludes() {
    let entries = [entry(1).text("Cloud und Netz"), entry(2).text("Netz")];

    assert_eq!(found(&entries, "Netz -Cloud"), [2]);
    assert_eq!(found(&entries, "-Cloud"), [2]);
}

#[test]
fn the_last_word_may_be_unfinished() {
    let entries = [entry(1).headline("Beurkundungen im Notbetrieb")];

    assert_eq!(found(&entries, "Beurkund"), [1]);
    assert_eq!(found(&entries, "Notbetrieb Beurku"), [1]);
}

#[test]
fn highlights_mark_the_words_that_were_asked_for() {
    let entries = [entry(1)
        .headline("Betreut Firewalls")
        .text("Prüft die Firewallregeln der Städte.")];

    let hit = search(&entries, "firewall").hits.remove(0);

    let marked = |place: usize| {
        let highlight = &hit.highlights[place];
        let (from, until) = highlight.ranges[0];
        (highlight.field, &highlight.text[from..until])
    };
    assert_eq!(marked(0), (HighlightedField::Headline, "Firewalls"));
    assert_eq!(marked(1), (HighlightedField::Text, "Firewallregeln"));
}

#[test]
fn an_expired_certificate_no_longer_answers() {
    let vocabulary = vocabulary();
    let certified =
        |number, until| entry(number).certificate(&vocabulary, "certification:cissp", Some(until));

    let hits = search(&[certified(1, NOW), certified(2, NOW + 1)], "CISSP").hits;

    assert_eq!(hits[0].document.id.as_u128(), 2);
    assert_eq!(hits[0].matched.len(), 1);
    assert!(hits[1].matched.is_empty() && hits[1].score < hits[0].score);
}
