//! Jobs that were given up: an admin looks why, lets them begin anew or drops them.

use serde_json::json;

use super::store;
use crate::access::Permit;
use crate::access::action::KeepDeliveries;
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError};
use crate::ids::JobId;

/// Days a job is kept that was given up.
pub const KEPT_DAYS: i64 = 90;
/// Most that are shown at once.
const SHOWN: u64 = 200;

/// A job that waits for an operator. Whom it is about is not said: for that, its own record is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// Its id.
    pub id: JobId,
    /// What it was to do.
    pub kind: String,
    /// When it was given up.
    pub at: Instant,
    /// How often it was tried.
    pub tries: i32,
    /// What kept it from being done.
    pub failure: String,
}

/// Why a job was not kept otherwise.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// There is none that was given up.
    #[error("there is no such job")]
    NotFound,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for KeepError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Jobs that wait for an operator, the latest first; 200 at most.
///
/// # Errors
/// Storage failed.
pub async fn given_up(db: &Db, _: &Permit<KeepDeliveries>) -> Result<Vec<GivenUp>, StorageError> {
    let rows = store::given_up(db.reader(), SHOWN).await?;
    let shown = rows.into_iter().filter_map(|row| {
        Some(GivenUp {
            id: JobId(row.id),
            kind: row.kind,
            at: row.given_up_at?,
            tries: row.attempts,
            failure: row.failure.unwrap_or_default(),
        })
    });
    Ok(shown.collect())
}

/// How many jobs wait for an operator.
///
/// # Errors
/// Storage failed.
pub async fn count_given_up(db: &Db) -> Result<u64, StorageError> {
    Ok(store::count_given_up(db.reader()).await?)
}

/// Lets a job begin anew, with all its tries.
///
/// # Errors
/// It was not given up, or storage failed.
pub async fn begin_anew(
    db: &Db,
    permit: &Permit<KeepDeliveries>,
    id: JobId,
) -> Result<(), KeepError> {
    let mut txn = db.begin().await?;
    if !store::begin_anew(&txn, id.0).await? {
        return Err(KeepError::NotFound);
    }
    txn.audit(entry(permit, "job.begun_anew", id));
    txn.commit().await?;
    Ok(())
}

/// Deletes a job that was given up.
///
/// # Errors
/// It was not given up, or storage failed.
pub async fn drop_one(
    db: &Db,
    permit: &Permit<KeepDeliveries>,
    id: JobId,
) -> Result<(), KeepError> {
    let mut txn = db.begin().await?;
    if !store::drop_given_up(&txn, id.0).await? {
        return Err(KeepError::NotFound);
    }
    txn.audit(entry(permit, "job.dropped", id));
    txn.commit().await?;
    Ok(())
}

/// Deletes jobs that were given up 90 days ago: nobody will be told of it any more.
///
/// # Errors
/// Storage failed.
pub async fn forget_old(db: &Db) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    store::drop_given_up_before(&txn, txn.now().plus_days(-KEPT_DAYS)).await?;
    txn.commit().await?;
    Ok(())
}

fn entry(permit: &Permit<KeepDeliveries>, action: &'static str, id: JobId) -> AuditEntry {
    AuditEntry {
        actor: permit.actor(),
        action,
        subject: id.to_string(),
        details: json!({}),
    }
}
