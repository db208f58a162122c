//! What those who care for an incident hand over to each other.

use serde_json::json;

use super::report::Kit;
use super::sight::sight;
use super::view::Seen;
use super::{After, IncidentError};
use crate::access::Permit;
use crate::access::action::WriteIncidentNote;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{AuditEntry, StorageError};
use crate::ids::{self, IncidentId, IncidentNoteId};
use crate::incidents::model::Note;
use crate::incidents::store;

/// Notes before one of them, newest first; one more than asked for when there are others.
///
/// # Errors
/// Held back, they do not open, or storage failed.
pub(in crate::incidents) async fn notes(
    kit: Kit<'_>,
    seen: &Seen,
    (before, limit): After<IncidentNoteId>,
) -> Result<Vec<Note>, IncidentError> {
    if seen.is_held_back() {
        return Err(IncidentError::HeldBack);
    }
    let asked = (before, limit + 1);
    Ok(store::notes(kit.db.reader(), kit.ring, seen.incident.id, asked).await?)
}

/// Hands something over. Sent twice under a key it is said once.
///
/// # Errors
/// Not the caller's to know, held back, over, a key used with another body, or storage failed.
pub(in crate::incidents) async fn write_note(
    kit: Kit<'_>,
    permit: &Permit<WriteIncidentNote>,
    (id, text): (IncidentId, &str),
    attempt: Option<Attempt>,
) -> Result<(Note, i64), IncidentError> {
    let sight = sight(kit, permit).await?;
    let mut txn = kit.db.begin().await?;
    // Whoever closes it meanwhile is waited for.
    store::hold(&txn, id).await?;
    let found = store::by_id(txn.connection(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    let side = sight.side(&incident).ok_or(IncidentError::NotFound)?;
    if incident.holds_back_from(side) {
        return Err(IncidentError::HeldBack);
    }
    let note = Note {
        id: IncidentNoteId(ids::ordered(txn.now())),
        at: txn.now(),
        side,
        text: text.to_owned(),
    };
    // What was said once stands, even if it is over since.
    if let Some(attempt) = attempt {
        match idempotency::claim(&txn, &attempt, note.id.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(IncidentError::KeyReused),
            Earlier::Made(made) => {
                let made = made
                    .parse()
                    .map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?;
                let made = store::note(&txn, kit.ring, (id, made)).await?;
                txn.rollback().await?;
                let generation = kit.db.generation().await?;
                return Ok((made.ok_or(IncidentError::NotFound)?, generation));
            }
        }
    }
    if incident.closed.is_some() {
        return Err(IncidentError::Closed);
    }
    let author = (id, permit.actor().to_string());
    if !store::insert_note(&txn, kit.ring, author, &note).await? {
        return Err(IncidentError::NotFound);
    }
    let side: &str = side.into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.note_added",
        subject: id.to_string(),
        details: json!({ "as": side }),
    });
    let generation = txn.commit().await?.generation;
    Ok((note, generation))
}
