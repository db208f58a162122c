//! An index made anew when the terms it is made of changed.

use std::path::PathBuf;
use std::sync::Arc;

use search_index::{Index, IndexError, Opened, RebuildReason, Vocabulary, Writer};

use super::{Indexer, IndexerError, blocking};
use crate::reference::Part;
use crate::search::vocabulary;

impl Indexer {
    /// Takes over what changed of the reference data; where entries are indexed by it, all of them are read again.
    pub(super) async fn reload(&mut self, parts: &[Part]) -> Result<(), IndexerError> {
        if parts.is_empty() {
            return Ok(());
        }
        self.living.reload(&self.db, parts).await?;
        let vocabulary = vocabulary(&self.living.now().taxonomy)?;
        if vocabulary.fingerprint() != self.vocabulary.fingerprint() {
            self.rebuild = Some(RebuildReason::VocabularyChanged);
        } else if parts.contains(&Part::Regions) {
            // Entries are indexed by the Land, the Kreis and the centre of their place.
            self.rebuild = Some(RebuildReason::PlacesChanged);
        }
        Ok(())
    }

    /// Takes over all terms, contacts and places there are now and, where the terms are others, makes the index anew for them. What
    /// was published answers meanwhile.
    pub(super) async fn renew_words(&mut self) -> Result<(), IndexerError> {
        self.living.reload(&self.db, &Part::ALL).await?;
        let vocabulary = vocabulary(&self.living.now().taxonomy)?;
        if vocabulary.fingerprint() != self.vocabulary.fingerprint() {
            // The old index is set aside, which nobody may be writing.
            self.writer = None;
            let (opened, writer) = open(self.folder.clone(), vocabulary.clone()).await?;
            (self.index, self.writer) = (opened.index, Some(writer));
            self.vocabulary = vocabulary;
        }
        Ok(())
    }
}

/// Opens the index in a folder, with its writer.
pub(super) async fn open(
    folder: PathBuf,
    vocabulary: Arc<Vocabulary>,
) -> Result<(Opened, Writer), IndexerError> {
    let opened = blocking(move || {
        let opened = Index::open(&folder, vocabulary)?;
        let writer = opened.index.writer()?;
        Ok::<_, IndexError>((opened, writer))
    });
    Ok(opened.await??)
}
