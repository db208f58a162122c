//! Reading the record.

use super::store::{self, Entry};
use super::{AuditQuery, AuditRecord};
use crate::access::Permit;
use crate::access::action::ReadAudit;
use crate::db::{Db, StorageError};
use crate::sealing::hex;

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

/// An entry as the auditor reads it.
///
/// # Errors
/// Its details are not JSON.
pub(super) fn record(entry: Entry) -> Result<AuditRecord, StorageError> {
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
