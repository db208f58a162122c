//! Stating one's own telephone.

use serde_json::json;

use super::store;
use crate::access::Permit;
use crate::access::action::{ReadSelf, SetNotices};
use crate::db::{AuditEntry, Db, StorageError};
use crate::phone;
use crate::sealing::Keyring;

/// Why a number was not kept.
#[derive(Debug, thiserror::Error)]
pub enum PhoneError {
    /// It is no telephone number.
    #[error("this is no telephone number")]
    NoNumber,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for PhoneError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// The caller's own number.
///
/// # Errors
/// It does not open, or storage failed.
pub async fn of_caller(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadSelf>,
) -> Result<Option<String>, StorageError> {
    store::find(db.reader(), ring, permit.caller().account).await
}

/// Keeps the caller's own number, in any usual spelling; takes it away when nothing is written.
///
/// # Errors
/// It is no number, or storage failed.
pub async fn keep(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<SetNotices>,
    written: &str,
) -> Result<(), PhoneError> {
    let account = permit.caller().account;
    let written = written.trim();
    let number = (!written.is_empty()).then(|| phone::e164(written));
    let mut txn = db.begin().await?;
    let action = match number {
        Some(None) => return Err(PhoneError::NoNumber),
        Some(Some(number)) => {
            store::replace(&txn, ring, (account, &number)).await?;
            "account.phone_set"
        }
        None if store::remove(&txn, account).await? => "account.phone_removed",
        None => return Ok(()),
    };
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: account.to_string(),
        details: json!({}),
    });
    txn.commit().await?;
    Ok(())
}
