//! Wrong passwords and codes are on record once an account and minute, with their number: a script must not
//! fill the record.
//!
//! A refusal is only counted; what was counted in a minute is entered when the minute is over. So a refusal
//! costs the same whether the account exists or not, and whether it is the first or the hundredth.

use serde_json::json;
use strum::IntoStaticStr;
use uuid::Uuid;

use super::store;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::ids::AccountId;

/// Kind of the job that enters them.
pub const REFUSALS: &str = "refusals";

const MINUTE: i64 = 60;

/// What was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
pub enum Refusal {
    /// A mail address or password at the sign-in.
    #[strum(serialize = "session.refused")]
    SignIn,
    /// A code after the right password.
    #[strum(serialize = "session.second_factor_refused")]
    SecondFactor,
    /// The own password, by somebody signed in.
    #[strum(serialize = "account.password_refused")]
    Password,
}

/// Counts a refusal; `None` is an account that does not exist.
///
/// # Errors
/// Storage failed.
pub async fn count_refusal(
    txn: &mut Txn,
    refusal: Refusal,
    account: Option<AccountId>,
) -> Result<(), StorageError> {
    let subject = account.map_or_else(|| "unknown".to_owned(), |account| account.to_string());
    let minute = txn.now().as_seconds().div_euclid(MINUTE);
    let begun = Instant::from_micros(0).plus_seconds(minute * MINUTE);
    store::count_refusal(txn, (refusal.into(), subject), begun).await?;
    txn.enqueue(Job {
        kind: REFUSALS,
        key: format!("{REFUSALS} {minute}"),
        subject: Uuid::nil(),
        run_at: begun.plus_seconds(MINUTE),
    });
    Ok(())
}

/// Enters the refusals of minutes that are over; how many entries.
///
/// # Errors
/// Storage failed.
pub async fn record_refusals(db: &Db) -> Result<usize, StorageError> {
    let mut txn = db.begin().await?;
    let mut entered = 0;
    for counted in store::refusals_before(&txn, txn.now().plus_seconds(-MINUTE)).await? {
        // One that grew meanwhile is entered the next time.
        if !store::take_refusals(&txn, &counted).await? {
            continue;
        }
        let action = [Refusal::SignIn, Refusal::SecondFactor, Refusal::Password];
        let mut known = action.into_iter().map(<&'static str>::from);
        let action = known
            .find(|action| *action == counted.action)
            .ok_or(StorageError::Corrupt("audit_refusals.action"))?;
        let of_oneself = action != <&str>::from(Refusal::SignIn);
        let account = counted.subject.parse().ok().filter(|_| of_oneself);
        txn.audit(AuditEntry {
            actor: account.map_or(Actor::Service, Actor::Account),
            action,
            subject: counted.subject,
            details: json!({ "count": counted.count, "from": counted.minute_at }),
        });
        entered += 1;
    }
    if entered == 0 {
        txn.rollback().await?;
        return Ok(0);
    }
    txn.commit().await?;
    Ok(entered)
}
