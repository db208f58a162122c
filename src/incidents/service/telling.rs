//! Telling the desk that somebody asks.

use crate::access::{self, Role};
use crate::accounts::AccountNotice;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::ids::IncidentId;
use crate::incidents::store;

/// Seconds between two messages: who is flooded with them misses the one that counts.
const QUIET: i64 = 5 * 60;

/// Tells every coordinator that somebody asks: at once, and of those that follow within minutes together. The message
/// says nothing else.
pub(super) async fn call_coordinators(txn: &mut Txn, id: IncidentId) -> Result<(), StorageError> {
    let now = txn.now();
    let was_told = store::is_asked_since(txn, now.plus_seconds(-QUIET), id).await?;
    let at = if was_told { next(now) } else { now };
    let all = access::holders(txn.connection(), (Role::Coordinator, None), now).await?;
    for account in all {
        AccountNotice::HelpAsked.plan_at(txn, account, at);
    }
    Ok(())
}

/// The end of the period it is now.
fn next(now: Instant) -> Instant {
    let begun = now.as_seconds().div_euclid(QUIET);
    Instant::from_micros((begun + 1) * QUIET * 1_000_000)
}
