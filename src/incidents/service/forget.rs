//! Forgetting incidents after their time.

use crate::db::{Db, StorageError, Txn};
use crate::ids::IncidentId;
use crate::incidents::attachments::forget_attachments;
use crate::incidents::borrowing::{blank_borrowing, forget_borrowing};
use crate::incidents::costs::forget_settled;
use crate::incidents::legal::forget_legal;
use crate::incidents::readiness::forget_past_papers;
use crate::incidents::requests::{forget_answers, forget_requests, forget_traces, forget_unmet};
use crate::incidents::store::Before;
use crate::incidents::thread::forget_texts;
use crate::incidents::{review, roster, store};
use crate::privacy::{ANSWER_DAYS, MESSAGE_DAYS, ORDER_YEARS, PAPER_DAYS, Retention};
use crate::{emergency, sealed};

/// Incidents looked up at once.
const AT_ONCE: u64 = 500;

/// Forgets incidents that nobody verified, and those closed long enough ago, with whoever was called back, the words of
/// the call, what was handed over and what happened. Of those in which somebody was committed the order is kept, and
/// neither who asked nor the attachments, nor what was said afterwards, nor who was asked besides. Shifts of long ago go too.
///
/// # Errors
/// Storage failed; what is left is forgotten next time.
pub async fn forget_old(db: &Db, retention: &Retention) -> Result<(), StorageError> {
    roster::forget_old(db).await?;
    forget_settled(db).await?;
    review::forget_old(db).await?;
    let now = db.clock().now();
    let ago = |days: u16| now.plus_days(-i64::from(days));
    forget_answers(db, ago(ANSWER_DAYS)).await?;
    forget_texts(db, ago(MESSAGE_DAYS)).await?;
    forget_traces(db, ago(retention.delivery_days)).await?;
    forget_past_papers(db, ago(PAPER_DAYS)).await?;
    let before = Before {
        asked: ago(retention.unverified_incident_days),
        closed: ago(retention.incident_days),
        ordered: ago(ORDER_YEARS * 365),
    };
    loop {
        let past = store::past(db.reader(), before, AT_ONCE).await?;
        for id in &past {
            let txn = db.begin().await?;
            // What belongs to it goes first, and comes back where somebody verified it meanwhile.
            review::forget(&txn, *id).await?;
            forget_requests(&txn, *id).await?;
            forget_borrowing(&txn, *id).await?;
            if store::forget(&txn, *id, before).await? {
                forget_asker(&txn, *id).await?;
                txn.commit().await?;
            } else {
                txn.rollback().await?;
            }
        }
        if (past.len() as u64) < AT_ONCE {
            break;
        }
    }
    for id in store::past_but_ordered(db.reader(), before, AT_ONCE).await? {
        let txn = db.begin().await?;
        store::blank(&txn, id).await?;
        review::forget_texts(&txn, id).await?;
        forget_unmet(&txn, id).await?;
        blank_borrowing(&txn, id).await?;
        forget_attachments(&txn, id).await?;
        forget_legal(&txn, id).await?;
        forget_asker(&txn, id).await?;
        txn.commit().await?;
    }
    Ok(())
}

/// Who was called back, and the words of the call.
async fn forget_asker(txn: &Txn, id: IncidentId) -> Result<(), StorageError> {
    emergency::forget_words(txn, id.0).await?;
    sealed::forget(txn, id.0).await?;
    Ok(())
}
