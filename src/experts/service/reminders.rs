//! What keeps entries true: reminders of confirmations that are due, and of consents that end.

use uuid::Uuid;

use crate::access::{self, Role};
use crate::accounts::AccountNotice;
use crate::clock::Instant;
use crate::db::{Db, Job, StorageError, Txn};
use crate::experts::model::Entry;
use crate::experts::store;
use crate::ids::ExpertId;

/// Kind of the job that reminds of the end of a consent.
pub const CONSENT_ENDS: &str = "consent.reminder";
/// Kind of the job that asks whether an entry is still right.
pub const CONFIRMATION_DUE: &str = "expert.confirmation_due";

/// Days after a confirmation on which the next one is asked for: after four months it is due, after a year the entry is
/// hidden (mechanics, "Time and periods").
const CONFIRMATION_DAYS: [i64; 3] = [120, 240, 335];

/// Plans the questions that follow a confirmation made now.
pub(in crate::experts) fn plan_confirmations(txn: &mut Txn, id: ExpertId) {
    let confirmed = txn.now();
    for days in CONFIRMATION_DAYS {
        txn.enqueue(Job {
            kind: CONFIRMATION_DUE,
            key: format!("{CONFIRMATION_DUE} {id} {} {days}", confirmed.as_micros()),
            subject: id.0,
            run_at: confirmed.plus_days(days),
        });
    }
}

/// Asks whether an entry is still right, unless it was confirmed since or is no more: the person, or the employer's
/// managers where there is no account.
///
/// # Errors
/// Storage failed.
pub async fn remind_of_confirmation(db: &Db, id: ExpertId) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let found = store::load(txn.connection(), &[id]).await?.pop();
    let Some(entry) = found.filter(|entry| is_due(entry, txn.now())) else {
        return Ok(());
    };
    if let Some(account) = entry.account {
        AccountNotice::ConfirmationDue.plan_daily(&mut txn, account);
    } else {
        let house = (Role::MemberManager, Some(entry.organisation));
        for account in access::holders(txn.connection(), house, txn.now()).await? {
            AccountNotice::TeamConfirmationDue.plan_daily(&mut txn, account);
        }
    }
    txn.commit().await?;
    Ok(())
}

pub(super) fn is_due(entry: &Entry, now: Instant) -> bool {
    let [first, ..] = CONFIRMATION_DAYS;
    let is_old = |confirmed: Instant| confirmed.plus_days(first) <= now;
    entry.hidden_since.is_none() && entry.confirmed_at.is_some_and(is_old)
}

/// Reminds the person that a consent ends, unless it was withdrawn or renewed since.
///
/// # Errors
/// Storage failed.
pub async fn remind_of_consent(db: &Db, consent: Uuid) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let Some(expert) = store::expert_of_last_consent(txn.connection(), consent).await? else {
        return Ok(());
    };
    let entry = store::load(txn.connection(), &[expert]).await?.pop();
    if let Some(account) = entry.and_then(|entry| entry.account) {
        AccountNotice::ConsentEnds.plan_daily(&mut txn, account);
        txn.commit().await?;
    }
    Ok(())
}
