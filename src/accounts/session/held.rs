//! Listing and ending the own sessions.

use serde_json::json;

use super::store::{self, HeldSession};
use crate::access::Permit;
use crate::access::action::{EndSession, ReadSelf};
use crate::db::{AuditEntry, Db, StorageError};
use crate::ids::SessionId;

/// The sessions of whoever holds the permit.
///
/// # Errors
/// Storage failed.
pub async fn sessions(
    db: &Db,
    permit: &Permit<ReadSelf>,
) -> Result<Vec<HeldSession>, StorageError> {
    let caller = permit.caller();
    Ok(store::held(db, caller.account, &caller.grants).await?)
}

/// Ends one of the own sessions; `false` when there is none such.
///
/// # Errors
/// Storage failed.
pub async fn end_session(
    db: &Db,
    permit: &Permit<EndSession>,
    id: SessionId,
) -> Result<bool, StorageError> {
    let account = permit.caller().account;
    let mut txn = db.begin().await?;
    let has_ended = store::end_of(&txn, account, id).await?;
    if has_ended {
        txn.audit(AuditEntry {
            actor: permit.actor(),
            action: "session.ended",
            subject: account.to_string(),
            details: json!({ "session": id }),
        });
    }
    txn.commit().await?;
    Ok(has_ended)
}

/// Ends all own sessions but the one at hand.
///
/// # Errors
/// Storage failed.
pub async fn end_other_sessions(db: &Db, permit: &Permit<EndSession>) -> Result<(), StorageError> {
    let caller = permit.caller();
    let mut txn = db.begin().await?;
    let ended = store::end_all(&txn, caller.account, caller.session).await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "session.ended",
        subject: caller.account.to_string(),
        details: json!({ "others": ended }),
    });
    txn.commit().await?;
    Ok(())
}

/// Ends the session at hand; `false` when the caller holds none. When somebody goes home is not on record.
///
/// # Errors
/// Storage failed.
pub async fn sign_out(db: &Db, permit: &Permit<EndSession>) -> Result<bool, StorageError> {
    let Some(id) = permit.caller().session else {
        return Ok(false);
    };
    let txn = db.begin().await?;
    let has_ended = store::end(&txn, id).await?;
    txn.commit().await?;
    Ok(has_ended)
}
