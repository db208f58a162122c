//! What is said after deployments is kept no longer than it helps.

use crate::db::{Db, StorageError, Txn};
use crate::ids::IncidentId;
use crate::incidents::review::store;
use crate::privacy::REVIEW_DAYS;

/// Deletes what sides said of deployments that ended a year ago.
///
/// # Errors
/// Storage failed; what is left is deleted next time.
pub(in crate::incidents) async fn forget_old(db: &Db) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    let before = txn.now().plus_days(-i64::from(REVIEW_DAYS));
    store::forget_long_ended(&txn, before).await?;
    txn.commit().await?;
    Ok(())
}

/// Deletes what sides said of an incident of which only the order is kept.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn forget_texts(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), StorageError> {
    Ok(store::forget_texts(txn, incident).await?)
}

/// Deletes all that belongs to an incident that is forgotten; what others learned of it stays, without whose it was,
/// unless the police investigates.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn forget(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), StorageError> {
    store::forget_incident(txn, incident).await?;
    for draft in store::lessons_to_forget(txn, incident).await? {
        store::delete_lesson(txn, draft).await?;
    }
    Ok(store::let_lessons_go(txn, incident).await?)
}
