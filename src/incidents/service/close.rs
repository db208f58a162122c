//! It is over.

use serde_json::json;

use super::IncidentError;
use super::providers::tell_of_end;
use crate::access::Permit;
use crate::access::action::CloseIncident;
use crate::db::{Actor, AuditEntry, Txn};
use crate::ids::IncidentId;
use crate::incidents::borrowing;
use crate::incidents::model::{Closed, ClosingReason, Incident};
use crate::incidents::requests::{self, Desk};
use crate::incidents::store;
use crate::input::FieldError;

/// Closes an incident; whoever is asked to help is told that they are needed no more. The town says that it is done, or
/// withdraws it, and no more.
///
/// # Errors
/// Not the caller's to know, not theirs to say, closed already, or storage failed.
pub(in crate::incidents) async fn close(
    desk: &Desk,
    permit: &Permit<CloseIncident>,
    (id, reason): (IncidentId, ClosingReason),
) -> Result<(Incident, i64), IncidentError> {
    let mut txn = desk.db.begin().await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    if !permit.scope().is_everything() && !reason.is_for_the_town() {
        let detail = "that it is a duplicate or not genuine, the coordination office says";
        let error = FieldError::new("/reason", "said_by_the_desk", detail);
        return Err(IncidentError::Invalid(vec![error]));
    }
    end(&mut txn, desk, &incident, (reason, permit.actor())).await?;
    let generation = txn.commit().await?.generation;
    let closed = store::by_id(desk.db.reader(), id).await?;
    Ok((closed.ok_or(IncidentError::NotFound)?, generation))
}

/// Ends an incident in a transaction that somebody else commits.
///
/// # Errors
/// Closed already, or storage failed.
pub(super) async fn end(
    txn: &mut Txn,
    desk: &Desk,
    incident: &Incident,
    (reason, by): (ClosingReason, Actor),
) -> Result<(), IncidentError> {
    let id = incident.id;
    let closed = Closed {
        at: txn.now(),
        by: by.to_string(),
        reason,
    };
    if !store::close(txn, id, &closed).await? {
        return Err(IncidentError::Closed);
    }
    let name: &str = reason.into();
    txn.audit(AuditEntry {
        actor: by,
        action: "incident.closed",
        subject: id.to_string(),
        details: json!({ "as": name }),
    });
    requests::stand_down_of_incident(txn, desk, (id, by), reason.ends_help()).await?;
    borrowing::end_of_incident(txn, (id, by), reason.ends_help()).await?;
    tell_of_end(txn, &desk.reference, incident).await?;
    Ok(())
}
