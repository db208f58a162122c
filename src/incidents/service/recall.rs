//! Calling the desk again, for as long as nobody verified who asks: "Wir versuchen es weiter" (trust.md 8).

use serde_json::json;

use super::telling::{tell, tell_all};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::ids::IncidentId;
use crate::incidents::model::{Incident, Recall};
use crate::incidents::{roster, store};

/// The kind of job.
pub(in crate::incidents) const CALL_AGAIN: &str = "incident.call_again";

/// Plans to call again for an incident that was just asked or taken over.
pub(super) fn plan_recall(txn: &mut Txn, incident: &Incident) {
    if let Some((due, _)) = incident.next_recall(None) {
        plan(txn, incident.id, due);
    }
}

/// Notes that all were called just now, and plans to call again.
pub(super) async fn note_called(txn: &mut Txn, id: IncidentId) -> Result<(), StorageError> {
    store::set_called(txn, id).await?;
    let incident = store::by_id(txn.connection(), id).await?;
    let next = incident.and_then(|incident| incident.next_recall(Some(txn.now())));
    if let Some((due, _)) = next {
        plan(txn, id, due);
    }
    Ok(())
}

/// For the same instant it is the same job.
fn plan(txn: &mut Txn, id: IncidentId, run_at: Instant) {
    txn.enqueue(Job {
        kind: CALL_AGAIN,
        key: format!("{CALL_AGAIN} {id} {}", run_at.as_micros()),
        subject: id.0,
        run_at,
    });
}

/// Calls the desk again if it is time to, or plans when it is. Run twice it finds that it was just done.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn call_again(db: &Db, id: IncidentId) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    store::hold(&txn, id).await?;
    let last = store::called_at(&txn, id).await?;
    let found = store::by_id(txn.connection(), id).await?;
    let Some((due, whom)) = found.and_then(|incident| incident.next_recall(last)) else {
        txn.rollback().await?;
        return Ok(());
    };
    if due <= txn.now() {
        tell_again(&mut txn, whom).await?;
        let whom: &str = whom.into();
        txn.audit(AuditEntry {
            actor: Actor::Service,
            action: "incident.called_again",
            subject: id.to_string(),
            details: json!({ "whom": whom }),
        });
        note_called(&mut txn, id).await?;
    } else {
        plan(&mut txn, id, due);
    }
    txn.commit().await?;
    Ok(())
}

async fn tell_again(txn: &mut Txn, whom: Recall) -> Result<(), StorageError> {
    let (_, on_duty) = roster::watch(txn.connection(), txn.now()).await?;
    match whom {
        Recall::OnDuty if !on_duty.is_empty() => {
            // In one order: others may tell the same people at the same time.
            let mut all: Vec<_> = on_duty.accounts().collect();
            all.sort_unstable();
            for account in all {
                tell(txn, account).await?;
            }
            Ok(())
        }
        Recall::OnDuty | Recall::All => tell_all(txn).await,
    }
}
