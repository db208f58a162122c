//! It is over.

use serde_json::json;

use super::IncidentError;
use crate::access::Permit;
use crate::access::action::CloseIncident;
use crate::db::{AuditEntry, Db};
use crate::ids::IncidentId;
use crate::incidents::model::{Closed, ClosingReason, Incident};
use crate::incidents::store;

/// Closes an incident.
///
/// # Errors
/// Not the caller's to know, closed already, or storage failed.
pub(in crate::incidents) async fn close(
    db: &Db,
    permit: &Permit<CloseIncident>,
    (id, reason): (IncidentId, ClosingReason),
) -> Result<(Incident, i64), IncidentError> {
    let mut txn = db.begin().await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    if found.is_none() {
        return Err(IncidentError::NotFound);
    }
    let closed = Closed {
        at: txn.now(),
        by: permit.actor().to_string(),
        reason,
    };
    if !store::close(&txn, id, &closed).await? {
        return Err(IncidentError::Closed);
    }
    let name: &str = reason.into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.closed",
        subject: id.to_string(),
        details: json!({ "as": name }),
    });
    let generation = txn.commit().await?.generation;
    let closed = store::by_id(db.reader(), id).await?;
    Ok((closed.ok_or(IncidentError::NotFound)?, generation))
}
