//! Files that were cut short, changed or lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use search_index::{Index, Opened, RebuildReason, Vocabulary};

use crate::world::entry::{With as _, entry};
use crate::world::random::Random;
use crate::world::taxonomy::excerpt;
use crate::world::{World, snapshot_of};

/// An index with two segments, one of which has a deleted entry.
fn index() -> World {
    let vocabulary = excerpt();
    let world = World::new(&vocabulary);
    let mut writer = world.index.writer().unwrap();
    for number in 1..=3 {
        let skilled = entry(number).skill(&vocabulary, "domain:identity", 3);
        writer
            .upsert(&skilled.headline("Betreut Firewalls"))
            .unwrap();
    }
    writer.commit(1).unwrap();
    writer.remove(entry(2).id);
    writer.upsert(&entry(4)).unwrap();
    writer.commit(2).unwrap();
    writer.finish().unwrap();
    world
}

/// Every file of an index but the locks, which hold nothing.
fn files(folder: &Path) -> Vec<PathBuf> {
    let inside = fs::read_dir(folder.join("segments")).unwrap();
    let mut files: Vec<PathBuf> = inside
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_none_or(|extension| extension != "lock"))
        .collect();
    files.push(folder.join("header"));
    files.sort();
    files
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let path = file.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

/// Opens a copy of an index after damage to one of its files.
fn open_damaged(world: &World, file: &Path, damage: impl Fn(&Path)) -> (tempfile::TempDir, Opened) {
    let copied = tempfile::tempdir().unwrap();
    copy(world.folder.path(), copied.path());
    let inside = file.strip_prefix(world.folder.path()).unwrap();
    damage(&copied.path().join(inside));
    let opened = Index::open(copied.path(), excerpt());
    let opened = opened.unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
    (copied, opened)
}

/// Either the damage was noticed and the index is empty, or nothing of it can be seen.
fn is_noticed_or_harmless(opened: &Opened) -> bool {
    let snapshot = opened.index.snapshot();
    if opened.rebuild.is_some() {
        return snapshot.is_empty() && snapshot.position() == 0;
    }
    let found = |number| snapshot.find(entry(number).id).unwrap();
    snapshot.position() == 2
        && snapshot.len() == 3
        && found(2).is_none()
        && found(4) == Some(entry(4))
        && found(1).is_some_and(|entry| entry.headline.de == "Betreut Firewalls")
}

#[test]
fn a_lost_file_is_noticed() {
    let world = index();
    for file in files(world.folder.path()) {
        let (_folder, opened) = open_damaged(&world, &file, |file| fs::remove_file(file).unwrap());

        // The list of files is for cleaning up only: the engine writes it anew.
        let is_list = file.ends_with(".managed.json");
        assert!(opened.rebuild.is_some() || is_list, "{}", file.display());
        assert!(is_noticed_or_harmless(&opened), "{}", file.display());
    }
}

#[test]
fn a_file_cut_short_is_noticed() {
    let world = index();
    for file in files(world.folder.path()) {
        let length = fs::metadata(&file).unwrap().len();
        for kept in [0, 1, length / 2, length.saturating_sub(1)] {
            let cut = |file: &Path| {
                let file = fs::OpenOptions::new().write(true).open(file).unwrap();
                file.set_len(kept).unwrap();
            };

            let (_folder, opened) = open_damaged(&world, &file, cut);

            assert!(
                is_noticed_or_harmless(&opened),
                "{} to {kept}",
                file.display()
            );
        }
    }
}

#[test]
fn a_flipped_bit_is_noticed() {
    let world = index();
    let mut random = Random::new(3);
    for file in files(world.folder.path()) {
        let length = fs::read(&file).unwrap().len();
        for _ in 0..25 {
            let (byte, bit) = (random.below(length), random.below(8));
            let flip = |file: &Path| {
                let mut bytes = fs::read(file).unwrap();
                bytes[byte] ^= 1 << bit;
                fs::write(file, bytes).unwrap();
            };

            let (_folder, opened) = open_damaged(&world, &file, flip);

            let place = format!("{} byte {byte} bit {bit}", file.display());
            assert!(is_noticed_or_harmless(&opened), "{place}");
        }
    }
}

#[test]
fn a_rebuilt_index_works_and_keeps_few_leftovers() {
    let vocabulary: Arc<Vocabulary> = excerpt();
    let (world, snapshot) = snapshot_of(&vocabulary, &[entry(1)]);
    drop(snapshot);
    let folder = world.folder.path().to_owned();
    for round in 2..6 {
        fs::write(folder.join("segments").join("meta.json"), "{}").unwrap();

        let opened = Index::open(&folder, Arc::clone(&vocabulary)).unwrap();

        assert_eq!(opened.rebuild, Some(RebuildReason::Torn));
        let mut writer = opened.index.writer().unwrap();
        writer.upsert(&entry(round)).unwrap();
        assert_eq!(writer.commit(7).unwrap().len(), 1);
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 4);
}
