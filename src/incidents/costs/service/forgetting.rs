//! What is forgotten of settled costs.

use crate::db::{Db, StorageError};
use crate::incidents::costs::store;

/// Days after settlement within which notes are kept.
const NOTE_DAYS: i64 = 90;

/// Forgets the notes of costs that were paid long enough ago; sums stay as long as the order.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn forget_settled(db: &Db) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    let before = txn.now().plus_days(-NOTE_DAYS);
    if store::blank_settled(&txn, before).await? == 0 {
        txn.rollback().await?;
    } else {
        txn.commit().await?;
    }
    Ok(())
}
