//! Telling the desk that somebody asks.

use serde_json::json;
use uuid::Uuid;
use web::letters::{HelpLetter, help_letter};

use super::recall::note_called;
use crate::access::{self, Role};
use crate::accounts::AccountNotice;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::ids::{AccountId, IncidentId};
use crate::incidents::model::{AGAIN, Step};
use crate::incidents::roster::{self, Desk, OnDuty};
use crate::incidents::store;
use crate::incidents::telling::{Outgoing, ring_account};
use crate::jobs::JobFailure;
use crate::notifications::Post;
use crate::sealing::Keyring;

/// Seconds between two messages: who is flooded with them misses the one that counts.
const QUIET: i64 = 5 * 60;

/// The kind of job that rings somebody.
pub(in crate::incidents) const RING: &str = "incident.ring";

/// Steps that follow unless somebody cares for the incident before.
const LATER: [Step; 3] = [Step::Deputy, Step::Third, Step::All];

/// Calls the desk to an incident that was just asked: whoever is on duty first, others later. Without a roster, and
/// where nobody is on duty, everybody at once.
pub(super) async fn call_desk(txn: &mut Txn, id: IncidentId) -> Result<(), StorageError> {
    let (desk, on_duty) = roster::watch(txn.connection(), txn.now()).await?;
    match desk {
        Desk::NoRoster => {
            tell_all(txn).await?;
            return note_called(txn, id).await;
        }
        Desk::OnDuty | Desk::Nobody => {}
    }
    call(txn, id, (Step::Primary, &on_duty)).await?;
    if on_duty.is_empty() {
        return Ok(());
    }
    for step in LATER {
        let kind = step.kind();
        let run_at = txn.now().plus_seconds(step.after());
        txn.enqueue(Job {
            kind,
            key: format!("{kind} {id}"),
            subject: id.0,
            run_at,
        });
    }
    Ok(())
}

/// It is a step's turn: the call goes further, unless it went so far or somebody cares for the incident.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn escalate(
    db: &Db,
    id: IncidentId,
    step: Step,
) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let (_, on_duty) = roster::watch(txn.connection(), txn.now()).await?;
    if call(&mut txn, id, (step, &on_duty)).await? {
        txn.commit().await?;
    } else {
        txn.rollback().await?;
    }
    Ok(())
}

/// Lets a call go as far as a step asks for; `false` when nobody is to be called.
async fn call(
    txn: &mut Txn,
    id: IncidentId,
    (turn, on_duty): (Step, &OnDuty),
) -> Result<bool, StorageError> {
    let (called, account) = turn.called(on_duty);
    if !store::call(txn, id, (turn, called)).await? {
        return Ok(false);
    }
    store::insert_event(txn, id, (called.into(), None)).await?;
    let seat: &str = called.into();
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action: "incident.escalated",
        subject: id.to_string(),
        details: json!({ "seat": seat, "account": account }),
    });
    if let Some(account) = account {
        tell(txn, account).await?;
    } else {
        tell_all(txn).await?;
        note_called(txn, id).await?;
    }
    Ok(true)
}

/// Tells every coordinator.
pub(super) async fn tell_all(txn: &mut Txn) -> Result<(), StorageError> {
    let now = txn.now();
    let mut all = access::holders(txn.connection(), (Role::Coordinator, None), now).await?;
    // In one order: others may tell the same people at the same time.
    all.sort_unstable();
    for account in all {
        tell(txn, account).await?;
    }
    Ok(())
}

/// Tells one of the desk that somebody asks: at once, and of what follows within minutes together. The message says
/// nothing else.
pub(super) async fn tell(txn: &mut Txn, account: AccountId) -> Result<(), StorageError> {
    if let Some(at) = store::tell_at(txn, account, QUIET).await? {
        AccountNotice::HelpAsked.plan_at(txn, account, at);
        txn.enqueue(Job {
            kind: RING,
            key: format!("{RING} {account} {}", at.as_micros()),
            subject: account.0,
            run_at: at,
        });
    }
    Ok(())
}

/// Rings somebody of the desk who stated a telephone, beside the mail: that wakes nobody. Where somebody cares for all
/// that was asked by then, nobody is rung.
///
/// # Errors
/// The gateway is away, or storage failed.
pub(in crate::incidents) async fn ring(
    db: &Db,
    (keyring, post): (&Keyring, &Post),
    account: AccountId,
) -> Result<(), JobFailure> {
    let taken_before = db.clock().now().plus_seconds(-AGAIN);
    let waiting = store::waiting_for_desk(db.reader(), taken_before).await;
    let waiting = waiting.map_err(StorageError::from)?;
    if waiting.is_empty() {
        return Ok(());
    }
    let is_drill = waiting.into_iter().all(|is_drill| is_drill);
    let told_at = store::told_at(db.reader(), account).await;
    let told_at = told_at.map_err(StorageError::from)?;
    let planned = told_at.map_or(0, |at| planned(at, db.clock().now()).as_micros());
    let says = HelpLetter::DeskCalled;
    let outgoing = Outgoing {
        // Of whatever waits, and not of whoever is rung.
        subject: Uuid::nil(),
        purpose: RING,
        apart: account.0.as_u128() ^ u128::from(planned.unsigned_abs()),
        letter: help_letter(&post.sender, &says, is_drill),
        link: None,
        spoken: None,
    };
    ring_account(db, (keyring, post), account, outgoing).await
}

/// For when a ring that goes out now was planned: of what is planned next, the one before.
fn planned(told_at: Instant, now: Instant) -> Instant {
    if told_at <= now {
        return told_at;
    }
    told_at.plus_seconds(-QUIET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_that_is_tried_again_is_the_same_one_though_another_is_planned() {
        let first = Instant::from_micros(1_764_000_000_000_000);
        let next = first.plus_seconds(QUIET);

        let tried = [(first, 0), (first, 10), (next, 10)].map(|(at, after)| {
            let now = first.plus_seconds(after);
            planned(at, now)
        });

        assert_eq!(tried, [first; 3]);
        assert_eq!(planned(next, next), next);
    }
}
