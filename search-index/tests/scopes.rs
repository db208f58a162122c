//! Who may find whom.

use search_index::{ExpertDocument, Scope, SearchRequest, SearchResult, Snapshot};
use uuid::Uuid;

use crate::world::entry::{With as _, entry};
use crate::world::taxonomy::vocabulary;
use crate::world::{DAY, NOW, snapshot_of};

fn search(snapshot: &Snapshot, text: &str, scope: Scope) -> SearchResult {
    let request = SearchRequest::parse(text, scope, NOW, [1; 32]);
    snapshot.search(&request).unwrap()
}

/// An entry that was withdrawn.
fn hidden(number: u128) -> ExpertDocument {
    let mut hidden = entry(number).headline("Geheimwort Quastenflosser");
    hidden.standing.consent = None;
    hidden
}

#[test]
fn requesters_find_only_who_is_eligible_now() {
    let mut lapsed = entry(2);
    lapsed.standing.released = Some((NOW - DAY, NOW));
    let (_world, snapshot) = snapshot_of(&vocabulary(), &[entry(1), lapsed, hidden(3)]);

    let found = search(&snapshot, "", Scope::Masked);

    assert_eq!(found.total, 1);
    assert_eq!(found.hits[0].document.id, entry(1).id);
}

#[test]
fn a_member_finds_its_own_entries_whatever_their_state() {
    let own = Uuid::from_u128(77);
    let mut mine = hidden(1);
    mine.organisation = own;
    let (_world, snapshot) = snapshot_of(&vocabulary(), &[mine, hidden(2), entry(3)]);

    assert_eq!(search(&snapshot, "", Scope::Organisation(own)).total, 1);
    assert_eq!(search(&snapshot, "", Scope::Everything).total, 3);
}

#[test]
fn nothing_tells_of_words_only_hidden_entries_have() {
    let (_world, snapshot) = snapshot_of(&vocabulary(), &[entry(1), hidden(2)]);

    for text in ["Quastenflosser", "Quastenflossr", "Quastenf", "Geheimwort"] {
        let found = search(&snapshot, text, Scope::Masked);

        assert_eq!(found.total, 0, "{text}");
        assert!(
            found.suggestions.is_empty(),
            "{text}: {:?}",
            found.suggestions
        );
        assert!(found.facets.lands.is_empty());
        assert_eq!(
            search(&snapshot, text, Scope::Everything).total,
            1,
            "{text}"
        );
    }
}

#[test]
fn suggestions_never_come_out_of_entries() {
    let (_world, snapshot) = snapshot_of(&vocabulary(), &[hidden(1), entry(2).headline("Quaste")]);

    assert!(
        snapshot
            .suggest("Quast", search_index::Language::German, 9)
            .is_empty()
    );
    let known = snapshot.suggest("Datensich", search_index::Language::German, 9);
    assert!(known[0].starts_with("Datensicherung"), "{known:?}");
}
