//! Incidents as those see them who may.

use serde_json::json;

use super::{After, IncidentError};
use crate::access::Permit;
use crate::access::action::{ReadIncidents, RevealIncidentContact};
use crate::db::{AuditEntry, Db};
use crate::ids::IncidentId;
use crate::incidents::model::{Incident, IncidentState, Particulars};
use crate::incidents::store::{self, Which};
use crate::sealing::Keyring;

/// Incidents the caller may know of, newest first; one more than asked for when there are others.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn list(
    db: &Db,
    permit: &Permit<ReadIncidents>,
    (state, (before, limit)): (Option<IncidentState>, After),
) -> Result<Vec<Incident>, IncidentError> {
    let which = state.map_or(Which::All, Which::In);
    let asked = (which, before, limit + 1);
    Ok(store::list(db.reader(), permit.scope(), asked).await?)
}

/// The same of those that do not wait to be called back.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn settled(
    db: &Db,
    permit: &Permit<ReadIncidents>,
    (before, limit): After,
) -> Result<Vec<Incident>, IncidentError> {
    let asked = (Which::Settled, before, limit + 1);
    Ok(store::list(db.reader(), permit.scope(), asked).await?)
}

/// Those that wait to be called back, the longest waiting first: none is hidden by how many come after it. One more than
/// asked for when there are others.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn waiting(
    db: &Db,
    permit: &Permit<ReadIncidents>,
    (after, limit): After,
) -> Result<Vec<Incident>, IncidentError> {
    Ok(store::waiting(db.reader(), permit.scope(), (after, limit + 1)).await?)
}

/// An incident.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn show(
    db: &Db,
    permit: &Permit<ReadIncidents>,
    id: IncidentId,
) -> Result<Incident, IncidentError> {
    let found = store::find(db.reader(), permit.scope(), id).await?;
    found.ok_or(IncidentError::NotFound)
}

/// Shows who is called back, and what they said. The record says so before anything is opened.
///
/// # Errors
/// Not the caller's to know, it does not open, or storage failed.
pub(in crate::incidents) async fn contact(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<RevealIncidentContact>,
    id: IncidentId,
) -> Result<Particulars, IncidentError> {
    let found = store::find(db.reader(), permit.scope(), id).await?;
    if found.is_none() {
        return Err(IncidentError::NotFound);
    }
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.contact_revealed",
        subject: id.to_string(),
        details: json!({}),
    });
    txn.commit().await?;
    let particulars = store::particulars(db.reader(), ring, id).await?;
    particulars.ok_or(IncidentError::NotFound)
}
