//! Changing an index.

use std::sync::Arc;

use crate::world::World;
use crate::world::entry::{With as _, entry};
use crate::world::taxonomy::vocabulary;

#[test]
fn an_entry_is_replaced_by_its_id() {
    let world = World::new(&vocabulary());
    world.with(&[entry(1).headline("alt"), entry(2)]);

    let snapshot = world.with(&[entry(1).headline("neu")]);

    assert_eq!(snapshot.len(), 2);
    let found = snapshot.find(entry(1).id).unwrap().unwrap();
    assert_eq!(found.headline.de, "neu");
}

#[test]
fn the_last_of_two_versions_in_a_commit_stays() {
    let world = World::new(&vocabulary());

    let snapshot = world.with(&[entry(1).headline("alt"), entry(1).headline("neu")]);

    assert_eq!(snapshot.len(), 1);
    assert_eq!(
        snapshot.find(entry(1).id).unwrap().unwrap().headline.de,
        "neu"
    );
}

#[test]
fn a_removed_entry_is_gone_and_an_old_snapshot_keeps_it() {
    let world = World::new(&vocabulary());
    let before = world.with(&[entry(1), entry(2)]);
    let mut writer = world.index.writer().unwrap();

    writer.remove(entry(1).id);
    let after = writer.commit(2).unwrap();

    assert_eq!(after.find(entry(1).id).unwrap(), None);
    assert_eq!((after.len(), after.position()), (1, 2));
    assert_eq!(before.find(entry(1).id).unwrap(), Some(entry(1)));
    assert_eq!(before.position(), 1);
}

#[test]
fn a_cleared_index_is_empty() {
    let world = World::new(&vocabulary());
    world.with(&[entry(1)]);
    let mut writer = world.index.writer().unwrap();

    writer.clear().unwrap();
    writer.upsert(&entry(2)).unwrap();

    let snapshot = writer.commit(3).unwrap();
    assert_eq!(snapshot.len(), 1);
    assert!(snapshot.find(entry(2).id).unwrap().is_some());
}

#[test]
fn changes_rolled_back_do_not_count() {
    let world = World::new(&vocabulary());
    let mut writer = world.index.writer().unwrap();
    writer.upsert(&entry(1)).unwrap();

    writer.rollback().unwrap();
    writer.upsert(&entry(2)).unwrap();

    let snapshot = writer.commit(1).unwrap();
    assert_eq!(snapshot.find(entry(1).id).unwrap(), None);
    assert!(snapshot.find(entry(2).id).unwrap().is_some());
}

#[test]
fn a_commit_is_the_current_snapshot_of_every_clone() {
    let world = World::new(&vocabulary());
    let clone = world.index.clone();

    world.with(&[entry(1)]);

    assert_eq!(clone.snapshot().position(), 1);
    assert_eq!(clone.snapshot().len(), 1);
}

#[test]
fn columns_tell_what_the_entry_says() {
    let vocabulary = vocabulary();
    let world = World::new(&vocabulary);
    let skilled = entry(1)
        .skill(&vocabulary, "domain:firewall", 3)
        .language(&vocabulary, "de");

    let snapshot = world.with(std::slice::from_ref(&skilled));

    let address = snapshot.address(skilled.id).unwrap().unwrap();
    let segment = Arc::clone(&snapshot.segments()[address.segment]);
    let levels = segment.levels(skilled.skills[0].term).unwrap();
    assert_eq!(levels[address.entry].level(), 3);
    assert_eq!(levels[address.entry].evidence(), skilled.skills[0].evidence);
    assert_eq!(segment.languages(skilled.languages[0].term).unwrap(), [5]);
    assert_eq!(segment.standing(address.entry), skilled.standing);
    assert_eq!(
        segment.levels(vocabulary.ord("domain:vpn-remote-access").unwrap()),
        None
    );
    assert_eq!(snapshot.document(address).unwrap(), skilled);
}

/// Whether any file of an index holds this word, as a term or in a stored entry.
fn holds(folder: &std::path::Path, word: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|item| {
        let path = item.unwrap().path();
        if path.is_dir() {
            return holds(&path, word);
        }
        let bytes = std::fs::read(&path).unwrap();
        bytes
            .windows(word.len())
            .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
    })
}

#[test]
fn what_was_removed_is_dropped_from_the_disk_with_what_was_set_aside() {
    let world = World::new(&vocabulary());
    world.with(&[entry(1).headline("Zirbelknopf"), entry(2)]);
    let aside = world.folder.path().join("aside-1");
    std::fs::create_dir(&aside).unwrap();
    std::fs::write(aside.join("old"), "Zirbelknopf").unwrap();
    let mut writer = world.index.writer().unwrap();
    writer.remove(entry(1).id);
    writer.commit(2).unwrap();
    assert!(holds(world.folder.path(), "zirbelknopf"));

    writer.drop_deleted(2).unwrap();
    writer.collect().unwrap();

    assert!(!holds(world.folder.path(), "zirbelknopf"));
    let snapshot = world.index.snapshot();
    assert_eq!((snapshot.len(), snapshot.position()), (1, 2));
    assert!(snapshot.find(entry(2).id).unwrap().is_some());
    drop(writer);
    let again = crate::world::open(world.folder.path(), &vocabulary());
    assert_eq!(again.snapshot().position(), 2, "it opens as it was left");
}
