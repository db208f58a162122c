//! Taking entries out.

use serde_json::json;

use super::table::table;
use crate::access::Permit;
use crate::access::action::{ExportExperts, ReadIdentity};
use crate::db::{Actor, AuditEntry, Db, StorageError};
use crate::exchange::imports::ImportError;
use crate::experts;
use crate::ids::OrganisationId;
use crate::reference::Reference;
use crate::sealing::Keyring;

/// The entries of an organisation as CSV. That each name is shown is entered first, and that all were taken out.
///
/// # Errors
/// The organisation is not the caller's, or storage failed.
pub(super) async fn export(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    (permit, reads): (&Permit<ExportExperts>, &Permit<ReadIdentity>),
    organisation: OrganisationId,
) -> Result<String, ImportError> {
    if !permit.scope().covers(organisation) || !reads.scope().covers(organisation) {
        return Err(ImportError::Organisation);
    }
    let roll = experts::roll_shown(db, ring, reads, organisation).await?;
    record(db, permit.actor(), (organisation, roll.len())).await?;
    Ok(table(reference, &roll, db.clock().now()))
}

/// The same for an operator at the command line.
///
/// # Errors
/// Storage failed.
pub async fn export_for_operator(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    organisation: OrganisationId,
) -> Result<String, ImportError> {
    let roll = experts::roll(db.reader(), ring, organisation).await?;
    record(db, Actor::Operator, (organisation, roll.len())).await?;
    Ok(table(reference, &roll, db.clock().now()))
}

async fn record(
    db: &Db,
    actor: Actor,
    (organisation, entries): (OrganisationId, usize),
) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor,
        action: "experts.exported",
        subject: organisation.to_string(),
        details: json!({ "entries": entries }),
    });
    txn.commit().await?;
    Ok(())
}
