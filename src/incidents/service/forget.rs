//! Forgetting incidents after their time.

use crate::db::{Db, StorageError};
use crate::emergency;
use crate::incidents::store;
use crate::privacy::Retention;
use crate::sealed;

/// Forgets incidents that nobody verified, and those closed long enough ago, with whoever was called back and the
/// words of the call.
///
/// # Errors
/// Storage failed; what is left is forgotten next time.
pub async fn forget_old(db: &Db, retention: &Retention) -> Result<(), StorageError> {
    let now = db.clock().now();
    let ago = |days: u16| now.plus_days(-i64::from(days));
    let unverified = ago(retention.unverified_incident_days);
    let closed = ago(retention.incident_days);
    for id in store::past(db.reader(), (unverified, closed)).await? {
        let txn = db.begin().await?;
        emergency::forget_words(&txn, id.0).await?;
        sealed::forget(&txn, id.0).await?;
        store::delete(&txn, id).await?;
        txn.commit().await?;
    }
    Ok(())
}
