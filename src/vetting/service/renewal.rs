//! What keeps admissions from ending by surprise: reminders, and renewals that "Stimmt noch alles?" opens.

use serde_json::json;

use super::application::insert;
use super::audit;
use crate::access::{self, Role};
use crate::accounts::AccountNotice;
use crate::clock::Instant;
use crate::db::{Actor, Db, Job, StorageError, Txn};
use crate::experts::{self, EntryKind};
use crate::ids::ExpertId;
use crate::sealing::Keyring;
use crate::vetting::model::{Opening, ending};
use crate::vetting::store;

/// Kind of the job that reminds of the end of an admission.
pub(in crate::vetting) const REMINDER: &str = "vetting.admission_ends";
/// Days before its end on which people are reminded.
const REMINDER_DAYS: [i64; 3] = [90, 30, 7];

/// Plans the reminders of the end of an admission that begins now.
pub(super) fn plan_reminders(txn: &mut Txn, expert: ExpertId, until: Instant) {
    for days in REMINDER_DAYS {
        let run_at = until.plus_days(-days);
        txn.enqueue(Job {
            kind: REMINDER,
            key: format!("{REMINDER} {expert} {} {days}", until.as_micros()),
            subject: expert.0,
            run_at,
        });
    }
}

/// Tells the person, or the employer's managers where there is none, that an admission ends; not if it was renewed or
/// taken away meanwhile, or vetters look at the renewal already.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn remind(db: &Db, expert: ExpertId) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let now = txn.now();
    let found = experts::load(txn.connection(), &[expert]).await?.pop();
    let entry = found.filter(|entry| entry.hidden_since.is_none());
    let Some(entry) = entry.filter(|entry| ending(&entry.admissions, now).is_some()) else {
        return Ok(());
    };
    let open = store::with_open_case(txn.connection(), &[expert]).await?;
    if open.contains(&expert) {
        return Ok(());
    }
    if let Some(account) = entry.account {
        AccountNotice::AdmissionEnds.plan_daily(&mut txn, account);
    } else {
        let house = (Role::MemberManager, Some(entry.organisation));
        for account in access::holders(txn.connection(), house, txn.now()).await? {
            AccountNotice::TeamAdmissionEnds.plan_daily(&mut txn, account);
        }
    }
    txn.commit().await?;
    Ok(())
}

/// Opens a renewal for a person who has just confirmed the entry, if the admission ends soon.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn renew(
    db: &Db,
    ring: &Keyring,
    expert: ExpertId,
) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let found = experts::load(txn.connection(), &[expert]).await?.pop();
    let person = found.filter(|entry| entry.kind == EntryKind::Person);
    let Some(entry) = person else { return Ok(()) };
    // What is claimed beyond the grade held is found when it is assessed.
    let Some(held) = ending(&entry.admissions, txn.now()) else {
        return Ok(());
    };
    let opening = Opening::application(held.grade, &entry.admissions, txn.now());
    let Some(case) = insert(&mut txn, ring, expert, &opening).await? else {
        return Ok(());
    };
    let subject = ("expert.submitted", expert.to_string());
    audit(&mut txn, Actor::Service, subject, json!({ "case": case }));
    txn.commit().await?;
    Ok(())
}
