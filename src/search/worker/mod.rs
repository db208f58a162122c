//! Follows the change feed and keeps the index: the database is the truth, the index derived.

mod renewal;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use search_index::{ExpertDocument, Index, IndexError, RebuildReason, Vocabulary, Writer};

use renewal::open;

use super::{Publisher, Snapshot, VocabularyFailed, document, store, vocabulary};
use crate::db::{ChangeKind, Db, StorageError};
use crate::experts::{self, Employer};
use crate::ids::{ExpertId, OrganisationId};
use crate::organisations::{self, Directory};
use crate::reference::{Living, Part, ReferenceError};

/// Entries loaded at once.
const ENTRIES_A_BATCH: usize = 500;
/// How often the feed is looked at when nobody in this process wrote: another process may have.
const POLL: Duration = Duration::from_millis(100);

/// Why the index is not kept.
#[derive(Debug, thiserror::Error)]
pub enum IndexerError {
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The index failed.
    #[error("the index failed")]
    Index(#[from] IndexError),
    /// The vocabulary cannot be indexed.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyFailed),
    /// What changed of the reference data is not usable.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// A blocking task was cancelled.
    #[error("the index worker was stopped")]
    Stopped,
}

impl From<sea_orm::DbErr> for IndexerError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Keeps one index in step with the database.
pub struct Indexer {
    db: Db,
    living: Arc<Living>,
    vocabulary: Arc<Vocabulary>,
    folder: PathBuf,
    publisher: Publisher,
    index: Index,
    writer: Option<Writer>,
    directory: Arc<Directory>,
    /// Why everything must be read again, until it has been.
    rebuild: Option<RebuildReason>,
}

impl std::fmt::Debug for Indexer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Indexer")
            .field("rebuild", &self.rebuild)
            .finish_non_exhaustive()
    }
}

impl Indexer {
    /// Opens the index in a folder; a torn or foreign one is set aside and will be rebuilt.
    ///
    /// # Errors
    /// The folder cannot be used, or another process writes in it.
    pub async fn open(
        db: Db,
        living: Arc<Living>,
        folder: &Path,
        publisher: Publisher,
    ) -> Result<Self, IndexerError> {
        let vocabulary = vocabulary(&living.now().taxonomy)?;
        let (opened, writer) = open(folder.to_owned(), vocabulary.clone()).await?;
        let directory = Arc::new(organisations::load_directory(&db, &living.now().regions).await?);
        Ok(Self {
            db,
            living,
            vocabulary,
            folder: folder.to_owned(),
            publisher,
            index: opened.index,
            writer: Some(writer),
            directory,
            rebuild: opened.rebuild,
        })
    }

    /// Brings the index up to date and publishes it for the first time; everything is read again if it must be.
    ///
    /// # Errors
    /// The database or the index failed.
    pub async fn catch_up(
        &mut self,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<(), IndexerError> {
        let position = i64::try_from(self.index.snapshot().position()).unwrap_or(i64::MAX);
        let head = self.db.generation().await?;
        if self.rebuild.is_some() || position > head {
            tracing::info!(reason = ?self.rebuild, position, head, "the index is rebuilt");
            self.rebuild(progress).await?;
        } else {
            let made_at = store::made_at(self.db.reader(), position).await?;
            self.publish((position, made_at));
        }
        while self.step().await? {}
        Ok(())
    }

    /// Reads every entry again.
    ///
    /// # Errors
    /// The database or the index failed.
    pub async fn rebuild(
        &mut self,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<(), IndexerError> {
        // The head first: what changes while reading is read again from the feed.
        let head = self.db.generation().await?;
        let made_at = store::made_at(self.db.reader(), head).await?;
        self.renew_words().await?;
        let ids = store::all_ids(self.db.reader()).await?;
        self.directory =
            Arc::new(organisations::load_directory(&self.db, &self.living.now().regions).await?);
        let employers = self.employers(None).await?;
        self.with_writer(Writer::clear).await?;
        for (batch, ids_of_batch) in ids.chunks(ENTRIES_A_BATCH).enumerate() {
            self.apply(ids_of_batch, &employers).await?;
            progress(
                (batch * ENTRIES_A_BATCH + ids_of_batch.len()).min(ids.len()),
                ids.len(),
            );
        }
        self.commit((head, made_at)).await?;
        self.rebuild = None;
        // Whoever was erased meanwhile is in nothing that was set aside, and in no file that is left.
        let position = u64::try_from(head).unwrap_or(0);
        self.with_writer(move |writer| writer.drop_deleted(position))
            .await
    }

    /// Follows the feed until the task is dropped.
    pub async fn run(mut self) {
        let changed = self.db.changed().clone();
        loop {
            let notified = changed.notified();
            match self.step().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(error = &error as &dyn std::error::Error, "the index waits");
                    self.recover().await;
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
            let _ = tokio::time::timeout(POLL, notified).await;
        }
    }

    /// After a failed commit the writer may hold half a batch: it is given up and read again.
    async fn recover(&mut self) {
        if let Err(error) = self.with_writer(Writer::rollback).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the index writer is broken"
            );
        }
    }

    /// Applies the next stretch of the feed; `false` when there is none.
    async fn step(&mut self) -> Result<bool, IndexerError> {
        if self.rebuild.is_some() {
            self.rebuild(&|_, _| {}).await?;
            return Ok(true);
        }
        let position = self
            .publisher
            .current()
            .map_or(-1, |snapshot| snapshot.generation);
        let Some(stretch) = store::changes_after(self.db.reader(), position).await? else {
            return Ok(false);
        };
        let (mut entries, mut changed_organisations) = (BTreeSet::new(), BTreeSet::new());
        let mut has_erased = false;
        let mut parts = Vec::new();
        for change in &stretch.changes {
            match change.kind {
                ChangeKind::Expert => _ = entries.insert(ExpertId(change.subject)),
                ChangeKind::Erased => {
                    has_erased = true;
                    entries.insert(ExpertId(change.subject));
                }
                ChangeKind::Organisation => {
                    _ = changed_organisations.insert(OrganisationId(change.subject));
                }
                ChangeKind::Reference => parts.extend(Part::of(change.subject)),
            }
        }
        self.reload(&parts).await?;
        if self.rebuild.is_some() {
            return Ok(true);
        }
        if !changed_organisations.is_empty() {
            self.directory = Arc::new(
                organisations::load_directory(&self.db, &self.living.now().regions).await?,
            );
            let ids: Vec<_> = changed_organisations.into_iter().collect();
            entries.extend(experts::ids_of(self.db.reader(), &ids).await?);
        }
        let entries: Vec<_> = entries.into_iter().collect();
        for batch in entries.chunks(ENTRIES_A_BATCH) {
            self.apply(batch, &HashMap::new()).await?;
        }
        if has_erased {
            self.drop_deleted(position).await?;
        }
        self.commit(stretch.last).await?;
        if has_erased {
            // The snapshot that was just replaced held the old files.
            self.with_writer(Writer::collect).await?;
        }
        Ok(true)
    }

    /// Writes the current rows of these entries; those that are gone are removed.
    async fn apply(
        &mut self,
        ids: &[ExpertId],
        known: &HashMap<OrganisationId, Employer>,
    ) -> Result<(), IndexerError> {
        let entries = experts::load(self.db.reader(), ids).await?;
        let loaded = if known.is_empty() {
            let employers: BTreeSet<_> = entries.iter().map(|entry| entry.organisation).collect();
            self.employers(Some(employers)).await?
        } else {
            HashMap::new()
        };
        let employers = if known.is_empty() { &loaded } else { known };
        let now = self.db.clock().now();
        let reference = self.living.now();
        let words = (&*reference, &*self.vocabulary);
        let documents = entries.iter().filter_map(|entry| {
            let organisation = self.directory.get(entry.organisation)?;
            let employer = employers
                .get(&entry.organisation)
                .copied()
                .unwrap_or_default();
            document::document(entry, (organisation, employer), words, now)
        });
        let documents: Vec<ExpertDocument> = documents.collect();
        let gone: Vec<ExpertId> = ids
            .iter()
            .copied()
            .filter(|id| !documents.iter().any(|document| document.id == id.0))
            .collect();
        self.with_writer(move |writer| {
            for id in gone {
                writer.remove(id.0);
            }
            documents
                .iter()
                .try_for_each(|document| writer.upsert(document))
        })
        .await
    }

    /// Rewrites what holds deleted entries. The position stays behind until that is done, so that whatever goes wrong in
    /// between, it is done again.
    async fn drop_deleted(&mut self, position: i64) -> Result<(), IndexerError> {
        let position = u64::try_from(position).unwrap_or(0);
        self.with_writer(move |writer| {
            writer.commit(position)?;
            writer.drop_deleted(position)
        })
        .await
    }

    /// What counts of these employers, or of all.
    async fn employers(
        &self,
        ids: Option<BTreeSet<OrganisationId>>,
    ) -> Result<HashMap<OrganisationId, Employer>, IndexerError> {
        let all = || self.directory.iter().map(|(id, _)| id).collect();
        let mut employers = HashMap::new();
        for id in ids.unwrap_or_else(all) {
            let Some(organisation) = self.directory.get(id) else {
                continue;
            };
            let days_left = match organisation.yearly_person_days {
                None => None,
                Some(days) => Some(
                    experts::used_person_days(self.db.reader(), id, self.db.clock().now())
                        .await?
                        .left_of(days.into()),
                ),
            };
            let employer = Employer {
                participation_from: organisation.participation_from,
                struck_since: organisation.struck_since,
                days_left,
                member_until: organisation.member_until,
            };
            employers.insert(id, employer);
        }
        Ok(employers)
    }

    async fn commit(&mut self, last: (i64, crate::clock::Instant)) -> Result<(), IndexerError> {
        let position = u64::try_from(last.0).unwrap_or(0);
        self.with_writer(move |writer| writer.commit(position).map(drop))
            .await?;
        self.publish(last);
        Ok(())
    }

    fn publish(&self, last: (i64, crate::clock::Instant)) {
        let now = self.db.clock().now();
        self.publisher.publish(Snapshot::new(
            self.index.snapshot(),
            self.directory.clone(),
            last,
            now,
        ));
    }

    /// Lends the writer to a blocking thread.
    async fn with_writer<F>(&mut self, work: F) -> Result<(), IndexerError>
    where
        F: FnOnce(&mut Writer) -> Result<(), IndexError> + Send + 'static,
    {
        let mut writer = match self.writer.take() {
            Some(writer) => writer,
            None => self.index.writer()?,
        };
        let lent = blocking(move || {
            let result = work(&mut writer);
            (writer, result)
        });
        let (writer, result) = lent.await?;
        self.writer = Some(writer);
        Ok(result?)
    }
}

pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, IndexerError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| IndexerError::Stopped)
}
