//! Reading the record and checking its chain.

use std::fmt::Write;

use serde_json::json;

use super::store::{self, Entry};
use super::{AuditQuery, AuditRecord};
use crate::access::Permit;
use crate::access::action::ReadAudit;
use crate::db::{AuditEntry, Db, GENESIS, Link, StorageError, link_hash};

/// What an intact chain looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries there are.
    pub entries: i64,
}

/// Where a chain is broken.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// An entry was changed, or one before it removed.
    #[error("the audit record is broken at entry {0}")]
    At(i64),
    /// The last entries are missing.
    #[error("the audit record ends at entry {found}, but {expected} were written")]
    Truncated {
        /// Last entry there is.
        found: i64,
        /// Last entry that was committed.
        expected: i64,
    },
    /// The record cannot be read.
    #[error("the audit record cannot be read")]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for Broken {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Recomputes every hash from the first entry on and compares the end with the commit head.
///
/// # Errors
/// The first place where the chain does not hold.
pub async fn verify(db: &Db) -> Result<Verified, Broken> {
    // The head first: entries committed while reading come after it and do not matter.
    let head = store::head(db).await?.ok_or(Broken::At(0))?;
    let (mut seq, mut hash) = (0, GENESIS.to_vec());
    while seq < head.seq {
        let entries = store::entries_after(db, seq, head.seq).await?;
        if entries.is_empty() {
            return Err(Broken::Truncated {
                found: seq,
                expected: head.seq,
            });
        }
        for entry in entries {
            seq += 1;
            let computed = link_hash(&hash, &link(&entry)).to_vec();
            if entry.seq != seq || entry.previous_hash != hash || entry.hash != computed {
                return Err(Broken::At(seq));
            }
            hash = computed;
        }
    }
    if hash != head.hash {
        return Err(Broken::At(seq));
    }
    Ok(Verified { entries: seq })
}

fn link(entry: &Entry) -> Link<'_> {
    Link {
        seq: entry.seq,
        at: entry.at,
        actor: &entry.actor,
        action: &entry.action,
        subject: &entry.subject,
        details: &entry.details,
    }
}

/// Entries that fit a query, newest first unless it asks for those after a number.
///
/// # Errors
/// Storage failed, or an entry is unreadable.
pub async fn read(
    db: &Db,
    _: &Permit<ReadAudit>,
    query: &AuditQuery,
    limit: u64,
) -> Result<Vec<AuditRecord>, StorageError> {
    let entries = store::find(db, query, limit).await?;
    entries.into_iter().map(record).collect()
}

/// Puts on record that somebody takes a copy, and of what.
///
/// # Errors
/// Storage failed; then nothing may be handed out.
pub async fn note_export(
    db: &Db,
    permit: &Permit<ReadAudit>,
    query: &AuditQuery,
) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "audit.exported",
        subject: permit.caller().account.to_string(),
        details: json!({
            "actor": query.actor.is_some(),
            "subject": query.subject.is_some(),
            "action": query.action.is_some(),
            "from": query.from,
            "until": query.until,
        }),
    });
    txn.commit().await?;
    Ok(())
}

/// The next entries after a number, oldest first, for whoever operates the installation.
///
/// # Errors
/// Storage failed, or an entry is unreadable.
pub async fn export(db: &Db, after: i64, limit: u64) -> Result<Vec<AuditRecord>, StorageError> {
    let query = AuditQuery {
        after: Some(after),
        ..AuditQuery::default()
    };
    let entries = store::find(db, &query, limit).await?;
    entries.into_iter().map(record).collect()
}

fn record(entry: Entry) -> Result<AuditRecord, StorageError> {
    let details = serde_json::from_str(&entry.details);
    Ok(AuditRecord {
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        subject: entry.subject,
        details: details.map_err(|_| StorageError::Corrupt("audit_entries.details"))?,
        previous_hash: hex(&entry.previous_hash),
        hash: hex(&entry.hash),
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
