//! Changing the plan, and taking over.

use std::collections::{BTreeSet, HashSet};

use serde_json::json;

use super::RosterError;
use super::stand::{held, holders};
use crate::access::action::{KeepRoster, TakeDuty};
use crate::access::{Action, Permit};
use crate::accounts;
use crate::db::{AuditEntry, Db, Txn};
use crate::http::IfMatch;
use crate::ids::{AccountId, ShiftId};
use crate::incidents::roster::model::{Changes, Duty, Shift, changes, check, take_over};
use crate::incidents::roster::store;
use crate::input::FieldError;

/// What the record says was changed.
const SUBJECT: &str = "roster";

/// Puts a whole plan in place of what is still ahead.
///
/// # Errors
/// Another version, shifts that cannot be, or storage failed.
pub(in crate::incidents::roster) async fn replace(
    db: &Db,
    permit: &Permit<KeepRoster>,
    (if_match, plan): (IfMatch, Vec<Duty>),
) -> Result<i64, RosterError> {
    let mut txn = db.begin().await?;
    let kept = begin(&txn, &accounts_of(&plan)).await?;
    if_match.check(kept.version).map_err(RosterError::Version)?;
    save(&mut txn, permit, (&kept, plan)).await?;
    Ok(txn.commit().await?.generation)
}

/// Plans one shift more.
///
/// # Errors
/// A shift that cannot be, or storage failed.
pub(in crate::incidents::roster) async fn add(
    db: &Db,
    permit: &Permit<KeepRoster>,
    duty: Duty,
) -> Result<(), RosterError> {
    let mut txn = db.begin().await?;
    let kept = begin(&txn, &accounts_of(&[duty])).await?;
    let mut plan = vec![duty];
    plan.extend(kept.plan());
    save(&mut txn, permit, (&kept, plan)).await?;
    txn.commit().await?;
    Ok(())
}

/// Takes one shift away; of one that has begun the rest.
///
/// # Errors
/// There is none such, or storage failed.
pub(in crate::incidents::roster) async fn remove(
    db: &Db,
    permit: &Permit<KeepRoster>,
    id: ShiftId,
) -> Result<(), RosterError> {
    let mut txn = db.begin().await?;
    let kept = begin(&txn, &BTreeSet::new()).await?;
    if !kept.held.iter().any(|shift| shift.id == id) {
        return Err(RosterError::NotFound);
    }
    let left = kept.held.iter().filter(|shift| shift.id != id);
    let plan = left.map(|shift| shift.duty).collect();
    save(&mut txn, permit, (&kept, plan)).await?;
    txn.commit().await?;
    Ok(())
}

/// Makes the caller the first who is called, from now on. Of two at once the later one is; done twice it is the same.
///
/// # Errors
/// The account is gone, or storage failed.
pub(in crate::incidents::roster) async fn take(
    db: &Db,
    permit: &Permit<TakeDuty>,
) -> Result<i64, RosterError> {
    let account = permit.caller().account;
    let mut txn = db.begin().await?;
    let kept = begin(&txn, &BTreeSet::from([account])).await?;
    if !kept.holders.contains(&account) {
        return Err(RosterError::NotFound);
    }
    if let Some(plan) = take_over(&kept.plan(), account, txn.now()) {
        let changes = changes(&kept.all, plan, txn.now());
        store::change(&txn, &changes, account).await?;
        record(&mut txn, permit, ("roster.duty_taken", &changes));
    }
    Ok(txn.commit().await?.generation)
}

/// The plan as it is kept, held until the transaction ends.
struct Kept {
    version: i32,
    /// All that is not over.
    all: Vec<Shift>,
    /// What of it counts.
    held: Vec<Shift>,
    holders: HashSet<AccountId>,
}

impl Kept {
    fn plan(&self) -> Vec<Duty> {
        self.held.iter().map(|shift| shift.duty).collect()
    }
}

/// Holds the accounts that are to have duty, then the plan. Whoever closes or erases one of them is waited for.
async fn begin(txn: &Txn, accounts: &BTreeSet<AccountId>) -> Result<Kept, RosterError> {
    for account in accounts {
        // One that is closed is no coordinator, which is found below.
        accounts::hold_open(txn, *account).await?;
    }
    let version = store::hold(txn).await?;
    let holders = holders(txn.connection(), txn.now()).await?;
    let all = store::coming(txn.connection(), txn.now()).await?;
    Ok(Kept {
        version,
        held: held(all.clone(), &holders),
        all,
        holders,
    })
}

/// In one order for everybody who holds several.
fn accounts_of(plan: &[Duty]) -> BTreeSet<AccountId> {
    plan.iter().map(|duty| duty.account).collect()
}

/// Keeps a plan that is right.
async fn save(
    txn: &mut Txn,
    permit: &Permit<KeepRoster>,
    (kept, plan): (&Kept, Vec<Duty>),
) -> Result<(), RosterError> {
    let mut errors = check(&plan, txn.now());
    for (place, duty) in plan.iter().enumerate() {
        if !kept.holders.contains(&duty.account) {
            let detail = "only a coordinator has duty";
            let pointer = format!("/shifts/{place}/account_id");
            errors.push(FieldError::new(pointer, "no_coordinator", detail));
        }
    }
    if !errors.is_empty() {
        return Err(RosterError::Invalid(errors));
    }
    let changes = changes(&kept.all, plan, txn.now());
    if changes.is_empty() {
        return Ok(());
    }
    store::change(txn, &changes, permit.caller().account).await?;
    record(txn, permit, ("roster.planned", &changes));
    Ok(())
}

fn record<A: Action>(
    txn: &mut Txn,
    permit: &Permit<A>,
    (action, changes): (&'static str, &Changes),
) {
    let Changes { ends, dropped, new } = changes;
    let seat = |duty: &Duty| <&str>::from(duty.seat);
    let new: Vec<_> = new
        .iter()
        .map(|duty| json!([duty.account, seat(duty), duty.from, duty.until]))
        .collect();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: SUBJECT.to_owned(),
        details: json!({ "new": new, "ended": ends.len(), "dropped": dropped.len() }),
    });
}
