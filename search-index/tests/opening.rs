//! Opening an index again.

use std::sync::Arc;

use search_index::{Axis, Index, IndexError, Localised, RebuildReason, Term, Vocabulary};

use crate::world::entry::entry;
use crate::world::{World, open};

fn vocabulary(synonym: &str) -> Arc<Vocabulary> {
    let term = Term {
        id: "domain:firewall".to_owned(),
        axis: Axis::Domain,
        parent: None,
        label: Localised::default(),
        synonyms: vec![synonym.to_owned()],
        is_privileged: false,
    };
    Arc::new(Vocabulary::new(vec![term]).unwrap())
}

#[test]
fn a_folder_without_an_index_gets_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();

    let opened = Index::open(folder.path(), vocabulary("a")).unwrap();

    assert_eq!(opened.rebuild, Some(RebuildReason::Missing));
    assert!(opened.index.snapshot().is_empty());
    assert_eq!(opened.index.snapshot().position(), 0);
}

#[test]
fn entries_and_position_outlive_the_process() {
    let world = World::new(&vocabulary("a"));
    let mut writer = world.index.writer().unwrap();
    writer.upsert(&entry(1)).unwrap();
    writer.commit(42).unwrap();
    drop(writer);

    let opened = Index::open(world.folder.path(), vocabulary("a")).unwrap();

    assert_eq!(opened.rebuild, None);
    let snapshot = opened.index.snapshot();
    assert_eq!((snapshot.position(), snapshot.len()), (42, 1));
    assert_eq!(snapshot.find(entry(1).id).unwrap(), Some(entry(1)));
}

#[test]
fn what_is_not_committed_is_lost() {
    let world = World::new(&vocabulary("a"));
    let mut writer = world.index.writer().unwrap();
    writer.upsert(&entry(1)).unwrap();
    drop(writer);

    assert!(
        open(world.folder.path(), &vocabulary("a"))
            .snapshot()
            .is_empty()
    );
}

#[test]
fn other_terms_make_an_index_useless() {
    let world = World::new(&vocabulary("a"));
    world.with(&[entry(1)]);

    let opened = Index::open(world.folder.path(), vocabulary("b")).unwrap();

    assert_eq!(opened.rebuild, Some(RebuildReason::VocabularyChanged));
    assert!(opened.index.snapshot().is_empty());
}

#[test]
fn there_is_only_one_writer() {
    let world = World::new(&vocabulary("a"));
    let _writer = world.index.writer().unwrap();

    let second = world.index.writer();

    assert!(matches!(second, Err(IndexError::LockBusy)));
}

#[test]
fn an_index_is_not_set_aside_under_its_writer() {
    let world = World::new(&vocabulary("a"));
    let _writer = world.index.writer().unwrap();

    let opened = Index::open(world.folder.path(), vocabulary("b"));

    assert!(matches!(opened.err(), Some(IndexError::LockBusy)));
    assert!(Index::open(world.folder.path(), vocabulary("a")).is_ok());
}

#[test]
fn a_file_in_place_of_the_folder_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("index");
    std::fs::write(&path, "no folder").unwrap();

    let opened = Index::open(&path, vocabulary("a"));

    assert!(matches!(opened.err(), Some(IndexError::Io(_))));
}
