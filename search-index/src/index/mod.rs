//! The index on disk: opening, checking, writing.

mod encoding;
mod error;
mod folder;
mod header;
mod integrity;
mod memory;
mod position;
mod schema;
mod term_texts;
mod writer;

pub use error::IndexError;
pub(crate) use schema::Fields;
pub use writer::Writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::{IndexReader, IndexSettings, ReloadPolicy, TantivyDocument};

use crate::knowledge::Knowledge;
use crate::{ExpertDocument, Snapshot, Vocabulary};
use header::Header;
use term_texts::TermTexts;

/// Small, because a search reads twenty entries from all over the store.
const STORE_BLOCK_BYTES: usize = 4_096;

/// An index in a folder. Cheap to clone; all clones are the same index.
#[derive(Clone)]
pub struct Index {
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    engine: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
    knowledge: Arc<Knowledge>,
    names: Vec<TermTexts>,
    current: RwLock<Snapshot>,
}

/// An index, and why it is empty if it had to be made anew.
pub struct Opened {
    /// The index.
    pub index: Index,
    /// Why it lacks everything; `None` when it is as it was left.
    pub rebuild: Option<RebuildReason>,
}

/// Why an index was made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RebuildReason {
    /// There was none, or its header was missing.
    Missing,
    /// Its header is not one.
    Unreadable,
    /// Another version of this program wrote it.
    SchemaChanged,
    /// It was made with other rules for words.
    AnalyserChanged,
    /// It was made for other terms.
    VocabularyChanged,
    /// The places of the entries are others.
    PlacesChanged,
    /// Files were missing or damaged.
    Torn,
}

impl Index {
    /// Opens the index in a folder, or sets what is there aside and makes an empty one.
    ///
    /// # Errors
    /// The file system refuses, or a writer is at work on an index that would be set aside.
    pub fn open(folder: &Path, vocabulary: Arc<Vocabulary>) -> Result<Opened, IndexError> {
        std::fs::create_dir_all(folder).map_err(IndexError::Io)?;
        let knowledge = Arc::new(Knowledge::new(vocabulary));
        let header = Header::new(&knowledge.analyser, &knowledge.vocabulary);

        let rebuild = match header.differs(folder).map_err(IndexError::Io)? {
            Some(reason) => reason,
            None => match Self::open_existing(folder, &knowledge) {
                Ok(index) => {
                    return Ok(Opened {
                        index,
                        rebuild: None,
                    });
                }
                Err(IndexError::Damaged(_) | IndexError::NoSuchEntry) => RebuildReason::Torn,
                Err(error) => return Err(error),
            },
        };
        folder::set_aside(folder)?;
        let index = Self::create(folder, &knowledge)?;
        header.write(folder).map_err(IndexError::Io)?;

        Ok(Opened {
            index,
            rebuild: Some(rebuild),
        })
    }

    /// The one writer.
    ///
    /// # Errors
    /// [`IndexError::LockBusy`] while there is another, in this process or elsewhere.
    pub fn writer(&self) -> Result<Writer, IndexError> {
        Writer::open(self)
    }

    /// What was committed last.
    pub fn snapshot(&self) -> Snapshot {
        let current = self.shared.current.read();
        current.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn open_existing(folder: &Path, knowledge: &Arc<Knowledge>) -> Result<Self, IndexError> {
        let (schema, fields) = Fields::schema();
        let (engine, position) = integrity::open_checked(&folder::in_use(folder), &schema)?;
        Self::with_engine(folder, engine, fields, knowledge, position)
    }

    fn create(folder: &Path, knowledge: &Arc<Knowledge>) -> Result<Self, IndexError> {
        let (schema, fields) = Fields::schema();
        let engine = tantivy::Index::builder()
            .schema(schema)
            .settings(settings())
            .create_in_dir(folder::in_use(folder))?;
        Self::with_engine(folder, engine, fields, knowledge, 0)
    }

    fn with_engine(
        folder: &Path,
        engine: tantivy::Index,
        fields: Fields,
        knowledge: &Arc<Knowledge>,
        position: u64,
    ) -> Result<Self, IndexError> {
        engine
            .tokenizers()
            .register(encoding::NAME, encoding::EncodedTokenizer);
        let reader: IndexReader = engine
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let knowledge = Arc::clone(knowledge);
        let names = TermTexts::of_all(&knowledge.vocabulary, &knowledge.analyser);
        let source = (reader.searcher(), fields, Arc::clone(&knowledge));
        let first = Snapshot::build(source, position, None)?;

        Ok(Self {
            shared: Arc::new(Shared {
                folder: folder.to_owned(),
                engine,
                reader,
                fields,
                knowledge,
                names,
                current: RwLock::new(first),
            }),
        })
    }

    fn engine(&self) -> &tantivy::Index {
        &self.shared.engine
    }

    fn fields(&self) -> Fields {
        self.shared.fields
    }

    /// Forgets indexes that were set aside.
    fn forget_aside(&self) -> Result<(), IndexError> {
        folder::forget_aside(&self.shared.folder)
    }

    /// What is indexed for an entry.
    fn encode(&self, entry: &ExpertDocument) -> Result<TantivyDocument, IndexError> {
        let shared = &self.shared;
        let analyser = &shared.knowledge.analyser;
        shared.fields.encode(entry, &shared.names, analyser)
    }

    /// Loads what was committed and makes it the current snapshot.
    fn publish(&self, position: u64) -> Result<Snapshot, IndexError> {
        let shared = &self.shared;
        shared.reader.reload()?;
        let before = self.snapshot();
        let source = (
            shared.reader.searcher(),
            shared.fields,
            Arc::clone(&shared.knowledge),
        );
        let snapshot = Snapshot::build(source, position, Some(&before))?;
        let mut current = shared
            .current
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *current = snapshot.clone();
        Ok(snapshot)
    }
}

fn settings() -> IndexSettings {
    IndexSettings {
        docstore_blocksize: STORE_BLOCK_BYTES,
        ..IndexSettings::default()
    }
}
