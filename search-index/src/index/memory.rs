//! Entries that are searched as those of an index are, but stand in none.

use tantivy::{IndexReader, ReloadPolicy, TantivyDocument};

use super::term_texts::TermTexts;
use super::{IndexError, encoding, settings};
use crate::index::Fields;
use crate::{ExpertDocument, Snapshot};

/// The engine refuses less a thread.
const HEAP_BYTES: usize = 15_000_000;

impl Snapshot {
    /// A snapshot of other entries with the vocabulary of this one. It lives in memory: nothing of it reaches a disk.
    ///
    /// # Errors
    /// The engine fails.
    pub fn of_others(&self, entries: &[ExpertDocument]) -> Result<Self, IndexError> {
        let (schema, fields) = Fields::schema();
        let engine = tantivy::Index::builder()
            .schema(schema)
            .settings(settings())
            .create_in_ram()?;
        engine
            .tokenizers()
            .register(encoding::NAME, encoding::EncodedTokenizer);
        let knowledge = self.shared_knowledge();
        let names = TermTexts::of_all(&knowledge.vocabulary, &knowledge.analyser);
        let mut writer = engine.writer_with_num_threads::<TantivyDocument>(1, HEAP_BYTES)?;
        for entry in entries {
            writer.add_document(fields.encode(entry, &names, &knowledge.analyser)?)?;
        }
        writer.commit()?;
        let reader: IndexReader = engine
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Self::build((reader.searcher(), fields, knowledge), 0, None)
    }
}
