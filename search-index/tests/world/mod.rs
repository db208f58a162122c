//! The real vocabulary, and entries with defaults.

pub(crate) mod entry;
pub(crate) mod random;
pub(crate) mod taxonomy;

use std::path::Path;
use std::sync::Arc;

use search_index::{ExpertDocument, Index, Instant, Snapshot, Vocabulary};

/// The moment of all tests: 2026-06-01, 12:00 UTC.
pub(crate) const NOW: Instant = 1_780_315_200;
pub(crate) const DAY: Instant = 86_400;

/// An index in a folder of its own that goes with it.
pub(crate) struct World {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) index: Index,
}

impl World {
    pub(crate) fn new(vocabulary: &Arc<Vocabulary>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let index = open(folder.path(), vocabulary);
        Self { folder, index }
    }

    /// A snapshot of these entries and whatever was there.
    pub(crate) fn with(&self, entries: &[ExpertDocument]) -> Snapshot {
        let mut writer = self.index.writer().unwrap();
        for entry in entries {
            writer.upsert(entry).unwrap();
        }
        writer.commit(1).unwrap()
    }
}

pub(crate) fn open(folder: &Path, vocabulary: &Arc<Vocabulary>) -> Index {
    Index::open(folder, Arc::clone(vocabulary)).unwrap().index
}

/// A snapshot of just these entries.
pub(crate) fn snapshot_of(
    vocabulary: &Arc<Vocabulary>,
    entries: &[ExpertDocument],
) -> (World, Snapshot) {
    let world = World::new(vocabulary);
    let snapshot = world.with(entries);
    (world, snapshot)
}
