//! Somebody of the desk cares for an incident.

use serde_json::json;

use super::IncidentError;
use crate::access::Permit;
use crate::access::action::TakeIncident;
use crate::db::{AuditEntry, Db};
use crate::ids::IncidentId;
use crate::incidents::model::{Incident, Taken};
use crate::incidents::store;

/// Takes an incident over, from whoever had it.
///
/// # Errors
/// Not the caller's to know, closed, or storage failed.
pub(in crate::incidents) async fn take(
    db: &Db,
    permit: &Permit<TakeIncident>,
    id: IncidentId,
) -> Result<(Incident, i64), IncidentError> {
    let mut txn = db.begin().await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let before = found.ok_or(IncidentError::NotFound)?;
    let taken = Taken {
        at: txn.now(),
        by: permit.actor().to_string(),
    };
    if !store::take(&txn, id, &taken).await? {
        return Err(IncidentError::Closed);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.taken",
        subject: id.to_string(),
        details: json!({ "from": before.taken.map(|taken| taken.by) }),
    });
    let generation = txn.commit().await?.generation;
    let taken = store::by_id(db.reader(), id).await?;
    Ok((taken.ok_or(IncidentError::NotFound)?, generation))
}
