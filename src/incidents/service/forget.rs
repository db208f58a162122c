//! Forgetting incidents after their time.

use crate::db::{Db, StorageError};
use crate::emergency;
use crate::incidents::store;
use crate::privacy::Retention;
use crate::sealed;

/// Incidents looked up at once.
const AT_ONCE: u64 = 500;

/// Forgets incidents that nobody verified, and those closed long enough ago, with whoever was called back and the
/// words of the call.
///
/// # Errors
/// Storage failed; what is left is forgotten next time.
pub async fn forget_old(db: &Db, retention: &Retention) -> Result<(), StorageError> {
    let now = db.clock().now();
    let ago = |days: u16| now.plus_days(-i64::from(days));
    let before = (
        ago(retention.unverified_incident_days),
        ago(retention.incident_days),
    );
    loop {
        let past = store::past(db.reader(), before, AT_ONCE).await?;
        for id in &past {
            let txn = db.begin().await?;
            // Somebody may have verified it meanwhile.
            if store::delete(&txn, *id, before).await? {
                emergency::forget_words(&txn, id.0).await?;
                sealed::forget(&txn, id.0).await?;
            }
            txn.commit().await?;
        }
        if (past.len() as u64) < AT_ONCE {
            return Ok(());
        }
    }
}
