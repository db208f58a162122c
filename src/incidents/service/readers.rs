//! The town says who reads along.

use super::IncidentError;
use super::asker::{AskerError, Proof, check_code, of_link};
use super::providers::tell_providers;
use super::report::Kit;
use super::update::handling_changes;
use crate::accounts::Secret;
use crate::db::{Actor, AuditEntry};
use crate::http::Problem;
use crate::incidents::model::{EventKind, IncidentState};
use crate::incidents::store;

/// Who reads along from now on; nothing stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::incidents) struct NewReaders {
    pub(in crate::incidents) land: Option<bool>,
    pub(in crate::incidents) provider: Option<bool>,
}

/// Sets who reads an incident along, by the link of its status page: from the phone that asked, or with the spoken
/// code. A provider that was not told yet is told now.
///
/// # Errors
/// The link opens nothing or nobody was verified, the code is needed or wrong, it is over, or storage failed.
pub(in crate::incidents) async fn set_readers(
    kit: Kit<'_>,
    link: &Secret,
    (proof, new): (Proof<'_>, NewReaders),
) -> Result<(), AskerError> {
    let found = of_link(kit.db, link).await?;
    match found.state() {
        IncidentState::Verified => {}
        IncidentState::Unverified => return Err(IncidentError::NotFound.into()),
        IncidentState::Closed => return Err(IncidentError::Closed.into()),
    }
    if !proof.is_phone {
        check_code((kit.db, kit.ring), &found, proof.code).await?;
    }
    let mut txn = kit.db.begin().await?;
    store::hold(&txn, found.id).await?;
    let before = store::by_id(txn.connection(), found.id).await?;
    let before = before.ok_or(IncidentError::NotFound)?;
    let mut after = before.clone();
    let readers = &mut after.handling.readers;
    readers.land = new.land.unwrap_or(readers.land);
    readers.provider = new.provider.unwrap_or(readers.provider);
    if after == before {
        return Ok(());
    }
    if before.closed.is_some() {
        return Err(IncidentError::Closed.into());
    }
    if !store::update(&txn, &after).await? {
        let detail = "somebody else changed this meanwhile";
        return Err(IncidentError::Version(Problem::precondition_failed(detail)).into());
    }
    store::insert_event(&txn, after.id, (EventKind::Updated, None)).await?;
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action: "incident.updated",
        subject: after.id.to_string(),
        details: handling_changes(&before, &after),
    });
    tell_providers(&mut txn, kit.reference, &after).await?;
    txn.commit().await?;
    Ok(())
}
