//! Use cases of attachments.

use serde_json::json;

use super::model::{Attachment, MOST_BYTES, MOST_FILES, NoRoom, check_room};
use super::store;
use crate::access::Permit;
use crate::access::action::{KeepIncidentAttachments, ReadIncidents};
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::experts::EvidenceFormat;
use crate::ids::{self, IncidentAttachmentId, IncidentId};
use crate::incidents::model::Side;
use crate::incidents::service::{IncidentError, Kit, Seen, show};
use crate::incidents::store as incidents;

/// Why an attachment was not shown, taken or deleted.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    /// There is none of this incident.
    #[error("there is no such attachment")]
    NotFound,
    /// It is neither PDF nor PNG nor JPEG.
    #[error("send a PDF, PNG or JPEG file")]
    Format,
    /// There are as many as there may be.
    #[error("an incident has at most {MOST_FILES} attachments")]
    TooMany,
    /// Together they would be too long.
    #[error("the attachments of an incident have at most {MOST_BYTES} bytes together")]
    Full,
    /// What else is said of incidents.
    #[error(transparent)]
    Incident(#[from] IncidentError),
}

impl From<StorageError> for AttachmentError {
    fn from(error: StorageError) -> Self {
        Self::Incident(error.into())
    }
}

impl From<sea_orm::DbErr> for AttachmentError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Incident(error.into())
    }
}

impl From<NoRoom> for AttachmentError {
    fn from(no: NoRoom) -> Self {
        match no {
            NoRoom::TooMany => Self::TooMany,
            NoRoom::Full => Self::Full,
        }
    }
}

/// Attachments of an incident, the newest first.
///
/// # Errors
/// Held back, or storage failed.
pub(in crate::incidents) async fn list(
    kit: Kit<'_>,
    seen: &Seen,
) -> Result<Vec<Attachment>, AttachmentError> {
    if seen.is_held_back() {
        return Err(IncidentError::HeldBack.into());
    }
    Ok(store::list(kit.db.reader(), seen.incident.id).await?)
}

/// Keeps a file with an incident. Sent twice under a key it is kept once.
///
/// # Errors
/// Not the caller's to know, over, another format, no room, a key used with another file, or storage failed.
pub(in crate::incidents) async fn add(
    kit: Kit<'_>,
    permit: &Permit<KeepIncidentAttachments>,
    (id, bytes): (IncidentId, &[u8]),
    attempt: Option<Attempt>,
) -> Result<(Attachment, i64), AttachmentError> {
    let mut txn = kit.db.begin().await?;
    // Whoever sends several at once must not get past the limits.
    incidents::hold(&txn, id).await?;
    let found = incidents::find(txn.connection(), permit.scope(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    let format = EvidenceFormat::of(bytes).ok_or(AttachmentError::Format)?;
    let file = Attachment {
        id: IncidentAttachmentId(ids::ordered(txn.now())),
        format,
        size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        at: txn.now(),
        side: side(permit),
    };
    // What was kept once stands, even if there is no room or it is over since.
    if let Some(attempt) = attempt {
        match idempotency::claim(&txn, &attempt, file.id.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(IncidentError::KeyReused.into()),
            Earlier::Made(made) => return kept_before(kit, txn, (id, &made)).await,
        }
    }
    if incident.closed.is_some() {
        return Err(IncidentError::Closed.into());
    }
    check_room(&store::list(txn.connection(), id).await?, bytes.len())?;
    let by = permit.actor().to_string();
    if !store::insert(&txn, kit.ring, (id, by), (&file, bytes)).await? {
        return Err(IncidentError::NotFound.into());
    }
    let whose = (permit.actor(), file.side);
    record(&mut txn, whose, "incident.attachment_added", (id, &file));
    let generation = txn.commit().await?.generation;
    Ok((file, generation))
}

async fn kept_before(
    kit: Kit<'_>,
    txn: Txn,
    (incident, made): (IncidentId, &str),
) -> Result<(Attachment, i64), AttachmentError> {
    let corrupt = |_| StorageError::Corrupt("idempotency_keys.resource");
    let made = made.parse().map_err(corrupt)?;
    let kept = store::find(txn.connection(), (incident, made)).await?;
    txn.rollback().await?;
    let generation = kit.db.generation().await?;
    Ok((kept.ok_or(AttachmentError::NotFound)?, generation))
}

/// Opens an attachment for whoever reads the incident. The record says so first.
///
/// # Errors
/// Not the caller's to know, held back, no such attachment, or storage failed: then nothing is shown.
pub(in crate::incidents) async fn open(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    (id, attachment): (IncidentId, IncidentAttachmentId),
) -> Result<(Attachment, Vec<u8>), AttachmentError> {
    let seen = show(kit, permit, id).await?;
    if seen.is_held_back() {
        return Err(IncidentError::HeldBack.into());
    }
    let found = store::find(kit.db.reader(), (id, attachment)).await?;
    let file = found.ok_or(AttachmentError::NotFound)?;
    let mut txn = kit.db.begin().await?;
    let whose = (permit.actor(), seen.side);
    record(&mut txn, whose, "incident.attachment_read", (id, &file));
    txn.commit().await?;
    let bytes = store::content(kit.db.reader(), kit.ring, (id, attachment)).await?;
    Ok((file, bytes.ok_or(AttachmentError::NotFound)?))
}

/// Deletes an attachment, after the end of the incident too.
///
/// # Errors
/// Not the caller's to know, no such attachment, or storage failed.
pub(in crate::incidents) async fn remove(
    kit: Kit<'_>,
    permit: &Permit<KeepIncidentAttachments>,
    (id, attachment): (IncidentId, IncidentAttachmentId),
) -> Result<(), AttachmentError> {
    let mut txn = kit.db.begin().await?;
    let found = incidents::find(txn.connection(), permit.scope(), id).await?;
    found.ok_or(IncidentError::NotFound)?;
    let found = store::find(txn.connection(), (id, attachment)).await?;
    let file = found.ok_or(AttachmentError::NotFound)?;
    if !store::delete(&txn, attachment).await? {
        return Err(AttachmentError::NotFound);
    }
    let whose = (permit.actor(), side(permit));
    record(&mut txn, whose, "incident.attachment_removed", (id, &file));
    txn.commit().await?;
    Ok(())
}

fn side(permit: &Permit<KeepIncidentAttachments>) -> Side {
    if permit.scope().is_everything() {
        return Side::Desk;
    }
    Side::Town
}

fn record(
    txn: &mut Txn,
    (actor, side): (Actor, Side),
    action: &'static str,
    (incident, file): (IncidentId, &Attachment),
) {
    let side: &str = side.into();
    txn.audit(AuditEntry {
        actor,
        action,
        subject: incident.to_string(),
        details: json!({ "attachment": file.id, "as": side }),
    });
}
