//! The one kind of transaction: rows, audit entries, changes and jobs, one ordered commit.

use std::sync::Arc;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr,
    EntityTrait, QueryFilter, Statement,
};
use tokio::sync::Notify;
use uuid::Uuid;

use super::StorageError;
use super::chain::{Link, link_hash};
use crate::clock::Instant;
use crate::entity::{audit_entry, change, commit_head, job};
use crate::ids::{self, AccountId};

/// Arbitrary number of the PostgreSQL advisory lock that orders commits.
const COMMIT_LOCK: i64 = 0x4b41_5441;
/// Rows a statement carries at most: SQLite allows 32,766 parameters.
const ROWS_A_STATEMENT: usize = 2_000;

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody signed in.
    Account(AccountId),
    /// An operator at the command line.
    Operator,
    /// The service itself.
    Service,
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Account(id) => id.fmt(f),
            Self::Operator => f.write_str("operator"),
            Self::Service => f.write_str("service"),
        }
    }
}

/// What the feed says changed; readers load the current rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum ChangeKind {
    /// An entry of the register.
    Expert,
    /// An entry that was erased: nothing of it may be left in what is derived.
    Erased,
    /// An organisation, and with it all its entries.
    Organisation,
    /// A part of the reference data.
    Reference,
}

/// One line of the feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// What changed.
    pub kind: ChangeKind,
    /// Its id.
    pub subject: Uuid,
}

/// One line of the audit record. `details` holds ids and names of fields, never personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Who acted.
    pub actor: Actor,
    /// What was done, for example `expert.created`.
    pub action: &'static str,
    /// Id of what it was done to.
    pub subject: String,
    /// A JSON object.
    pub details: serde_json::Value,
}

/// Work that follows from a use case; at most one job a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Name of its handler.
    pub kind: &'static str,
    /// The same key is the same job.
    pub key: String,
    /// What it is about.
    pub subject: Uuid,
    /// Not before.
    pub run_at: Instant,
}

/// What a commit was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Number of the last change so far: what a reader must have seen to see this commit.
    pub generation: i64,
    /// Number of the last audit entry so far.
    pub audit_seq: i64,
}

/// An open transaction. Dropping it rolls back.
#[derive(Debug)]
pub struct Txn {
    inner: DatabaseTransaction,
    now: Instant,
    changed: Arc<Notify>,
    changes: Vec<Change>,
    audit: Vec<AuditEntry>,
    jobs: Vec<Job>,
}

impl Txn {
    pub(super) fn new(inner: DatabaseTransaction, now: Instant, changed: Arc<Notify>) -> Self {
        Self {
            inner,
            now,
            changed,
            changes: Vec::new(),
            audit: Vec::new(),
            jobs: Vec::new(),
        }
    }

    /// Where queries run.
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.inner
    }

    /// When the use case began.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Tells readers of the feed; the same change twice in a commit is one.
    pub fn changed(&mut self, kind: ChangeKind, subject: Uuid) {
        let change = Change { kind, subject };
        if self.changes.len() > ROWS_A_STATEMENT || !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    /// Adds to the record.
    pub fn audit(&mut self, entry: AuditEntry) {
        self.audit.push(entry);
    }

    /// Leaves work for later.
    pub fn enqueue(&mut self, job: Job) {
        self.jobs.push(job);
    }

    /// Numbers the changes and audit entries, chains the audit, and commits: the order of numbers
    /// is the order of commits, so no reader can skip one.
    ///
    /// # Errors
    /// Nothing was written.
    pub async fn commit(mut self) -> Result<Committed, StorageError> {
        self.write_jobs().await?;
        let head = self.lock_head().await?;
        let change_seq = self.write_changes(head.change_seq).await?;
        let (audit_seq, audit_hash) = self.write_audit(head.audit_seq, head.audit_hash).await?;
        commit_head::Entity::update_many()
            .col_expr(commit_head::Column::ChangeSeq, Expr::value(change_seq))
            .col_expr(commit_head::Column::AuditSeq, Expr::value(audit_seq))
            .col_expr(commit_head::Column::AuditHash, Expr::value(audit_hash))
            .filter(commit_head::Column::Id.eq(1))
            .exec(&self.inner)
            .await?;
        let Self { inner, changed, .. } = self;
        inner.commit().await?;
        changed.notify_waiters();
        Ok(Committed {
            generation: change_seq,
            audit_seq,
        })
    }

    /// Gives everything up, now rather than on drop.
    ///
    /// # Errors
    /// The connection failed; nothing was written either way.
    pub async fn rollback(self) -> Result<(), DbErr> {
        self.inner.rollback().await
    }

    /// From here to the commit nobody else commits. SQLite's writer holds its lock already.
    async fn lock_head(&self) -> Result<commit_head::Model, StorageError> {
        if self.inner.get_database_backend() == DbBackend::Postgres {
            let lock = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_advisory_xact_lock($1)",
                [COMMIT_LOCK.into()],
            );
            self.inner.execute_raw(lock).await?;
        }
        commit_head::Entity::find_by_id(1)
            .one(&self.inner)
            .await?
            .ok_or(StorageError::Corrupt("commit_head"))
    }

    async fn write_changes(&mut self, mut seq: i64) -> Result<i64, DbErr> {
        for chunk in std::mem::take(&mut self.changes).chunks(ROWS_A_STATEMENT) {
            let rows: Vec<_> = chunk
                .iter()
                .map(|change| {
                    seq += 1;
                    let kind: &'static str = change.kind.into();
                    change::ActiveModel {
                        seq: Set(seq),
                        at: Set(self.now),
                        kind: Set(kind.to_owned()),
                        subject: Set(change.subject),
                    }
                })
                .collect();
            change::Entity::insert_many(rows)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(seq)
    }

    async fn write_audit(
        &mut self,
        mut seq: i64,
        mut head: Vec<u8>,
    ) -> Result<(i64, Vec<u8>), DbErr> {
        for chunk in std::mem::take(&mut self.audit).chunks(ROWS_A_STATEMENT) {
            let mut rows = Vec::with_capacity(chunk.len());
            for entry in chunk {
                seq += 1;
                let (actor, details) = (entry.actor.to_string(), entry.details.to_string());
                let link = Link {
                    seq,
                    at: self.now,
                    actor: &actor,
                    action: entry.action,
                    subject: &entry.subject,
                    details: &details,
                };
                let hash = link_hash(&head, &link).to_vec();
                rows.push(audit_entry::ActiveModel {
                    seq: Set(seq),
                    at: Set(self.now),
                    actor: Set(actor.clone()),
                    action: Set(entry.action.to_owned()),
                    subject: Set(entry.subject.clone()),
                    previous_hash: Set(std::mem::replace(&mut head, hash.clone())),
                    details: Set(details),
                    hash: Set(hash),
                });
            }
            audit_entry::Entity::insert_many(rows)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok((seq, head))
    }

    async fn write_jobs(&mut self) -> Result<(), DbErr> {
        let now = self.now;
        let rows: Vec<_> = std::mem::take(&mut self.jobs)
            .into_iter()
            .map(|job| job::ActiveModel {
                id: Set(ids::ordered(now)),
                kind: Set(job.kind.to_owned()),
                key: Set(job.key),
                subject: Set(job.subject),
                run_at: Set(job.run_at),
                attempts: Set(0),
                leased_until: Set(None),
                given_up_at: Set(None),
                failure: Set(None),
            })
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        let same_key = sea_orm::sea_query::OnConflict::column(job::Column::Key)
            .do_nothing()
            .to_owned();
        job::Entity::insert_many(rows)
            .on_conflict(same_key)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }
}
