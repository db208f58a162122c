//! Somebody ticks what is settled, or takes it back.

use serde_json::json;

use super::ReadinessError;
use super::part::Seen;
use crate::db::{Actor, AuditEntry, Db};
use crate::incidents::deployments::Deployment;
use crate::incidents::readiness::model::{Tick, Ticked, listed};
use crate::incidents::readiness::store;
use crate::incidents::store as incidents;

/// All seven of a deployment with what was ticked, those still open first.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn ticked(
    db: &Db,
    deployment: &Deployment,
) -> Result<Vec<(Tick, Option<Ticked>)>, ReadinessError> {
    let of = (deployment.id, deployment.incident);
    Ok(listed(&store::ticked(db.reader(), of).await?))
}

/// Whether anything is still to be settled: not once it is over.
pub(in crate::incidents) fn is_changed_still(deployment: &Deployment) -> bool {
    deployment.is_pending() || deployment.state.is_committed()
}

/// Ticks something, or takes the tick back. Said twice it is said once.
///
/// # Errors
/// The deployment or its incident is over, or storage failed.
pub(in crate::incidents) async fn set_tick(
    db: &Db,
    (seen, actor): (&Seen, Actor),
    (tick, is_done): (Tick, bool),
) -> Result<i64, ReadinessError> {
    let side = seen.side()?;
    let deployment = &seen.deployment;
    if !is_changed_still(deployment) {
        return Err(ReadinessError::Over);
    }
    let mut txn = db.begin().await?;
    // Whoever closes it meanwhile is waited for.
    incidents::hold(&txn, deployment.incident).await?;
    let incident = incidents::by_id(txn.connection(), deployment.incident).await?;
    let incident = incident.ok_or(ReadinessError::NotFound)?;
    if incident.closed.is_some() {
        return Err(ReadinessError::Over);
    }
    let of = (deployment.id, deployment.incident);
    let is_changed = if is_done {
        store::tick(&txn, of, (tick, side), actor.to_string()).await?
    } else {
        store::untick(&txn, of, tick).await?
    };
    if !is_changed {
        txn.rollback().await?;
        return Ok(db.generation().await?);
    }
    let (name, side): (&str, &str) = (tick.into(), side.into());
    txn.audit(AuditEntry {
        actor,
        action: if is_done {
            "deployment.tick_set"
        } else {
            "deployment.tick_taken_back"
        },
        subject: deployment.id.to_string(),
        details: json!({ "tick": name, "as": side }),
    });
    Ok(txn.commit().await?.generation)
}
