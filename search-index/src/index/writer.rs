//! The one who changes an index.

use std::time::Duration;

use tantivy::IndexWriter;
use tantivy::TantivyDocument;
use tantivy::indexer::LogMergePolicy;
use uuid::Uuid;

use super::{Index, IndexError, position};
use crate::{ExpertDocument, Snapshot};

/// Memory for changes not yet written; the engine refuses less than 15 MB a thread.
const HEAP_BYTES: usize = 30_000_000;

/// A segment with more deleted entries than this is merged; the engine would ignore them.
const MOST_DELETED: f32 = 0.25;

/// How often segments are looked at, and how long between, until none holds removed entries.
const MERGE_TRIES: u32 = 50;
const MERGE_PAUSE: Duration = Duration::from_millis(20);

/// Changes an index; there is only one at a time. What is not committed is lost when it is dropped.
pub struct Writer {
    index: Index,
    engine: IndexWriter,
}

impl Writer {
    pub(super) fn open(index: &Index) -> Result<Self, IndexError> {
        let engine = index
            .engine()
            .writer_with_num_threads::<TantivyDocument>(1, HEAP_BYTES)?;
        let mut merging = LogMergePolicy::default();
        merging.set_del_docs_ratio_before_merge(MOST_DELETED);
        engine.set_merge_policy(Box::new(merging));

        Ok(Self {
            index: index.clone(),
            engine,
        })
    }

    /// Adds an entry or replaces the one with its id.
    pub fn upsert(&mut self, entry: &ExpertDocument) -> Result<(), IndexError> {
        let document = self.index.encode(entry)?;
        self.remove(entry.id);
        self.engine.add_document(document)?;
        Ok(())
    }

    /// Removes the entry with this id, if there is one.
    pub fn remove(&mut self, id: Uuid) {
        self.engine.delete_term(self.index.fields().id_term(id));
    }

    /// Removes all entries.
    pub fn clear(&mut self) -> Result<(), IndexError> {
        self.engine.delete_all_documents()?;
        Ok(())
    }

    /// Makes the changes durable together with the position up to which they follow the change
    /// feed, and searchable.
    ///
    /// # Errors
    /// Nothing is committed then, and every change since the last commit is dropped: make them
    /// again.
    pub fn commit(&mut self, position: u64) -> Result<Snapshot, IndexError> {
        if let Err(error) = self.try_commit(position) {
            self.rollback()?;
            return Err(error);
        }
        self.index.publish(position)
    }

    /// Rewrites every segment that holds removed entries, so that nothing of them is left on the disk, and forgets
    /// indexes that were set aside. Changes must have been committed before, at this position.
    ///
    /// Files that a snapshot still reads stay until it is dropped: [`Writer::collect`] removes them then.
    pub fn drop_deleted(&mut self, position: u64) -> Result<(), IndexError> {
        for _ in 0..MERGE_TRIES {
            let metas = self.engine.index().searchable_segment_metas()?;
            let stale = metas.iter().filter(|meta| meta.has_deletes());
            let stale: Vec<_> = stale.map(tantivy::SegmentMeta::id).collect();
            if stale.is_empty() {
                break;
            }
            for segment in stale {
                // The engine may be merging it already; then it is looked at again.
                let _ = self.engine.merge(&[segment]).wait();
            }
            std::thread::sleep(MERGE_PAUSE);
        }
        let metas = self.engine.index().searchable_segment_metas()?;
        if metas.iter().any(tantivy::SegmentMeta::has_deletes) {
            return Err(IndexError::StillMerging);
        }
        self.index.publish(position)?;
        self.index.forget_aside()?;
        self.collect()
    }

    /// Removes files that nobody reads any more.
    pub fn collect(&mut self) -> Result<(), IndexError> {
        self.engine.garbage_collect_files().wait()?;
        Ok(())
    }

    /// Drops every change since the last commit.
    pub fn rollback(&mut self) -> Result<(), IndexError> {
        self.engine.rollback()?;
        Ok(())
    }

    /// Waits until segments are merged. For measurements; the writer does it anyway.
    pub fn finish(self) -> Result<(), IndexError> {
        self.engine.wait_merging_threads()?;
        Ok(())
    }

    fn try_commit(&mut self, position: u64) -> Result<(), IndexError> {
        let mut prepared = self.engine.prepare_commit()?;
        let payload = position::payload(position, prepared.opstamp());
        prepared.set_payload(&payload);
        prepared.commit()?;
        Ok(())
    }
}
