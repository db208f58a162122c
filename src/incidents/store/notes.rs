//! What is handed over, sealed with the key of its incident: forgotten with it.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use zeroize::Zeroizing;

use super::row::{name, parsed};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::incident_note::{Column, Entity, Model};
use crate::ids::{IncidentId, IncidentNoteId};
use crate::incidents::model::Note;
use crate::sealed;
use crate::sealing::{DataKey, Keyring, Place, SealError};

/// Keeps a note; `false` where the incident has no key any more.
pub(in crate::incidents) async fn insert_note(
    txn: &Txn,
    ring: &Keyring,
    (incident, by): (IncidentId, String),
    note: &Note,
) -> Result<bool, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
        return Ok(false);
    };
    let row = Model {
        id: note.id,
        incident_id: incident,
        sealed: key.seal(
            &Zeroizing::new(note.text.clone().into_bytes()),
            place(note.id),
        )?,
        side: name(note.side).to_owned(),
        written_by: by,
        at: note.at,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(true)
}

/// Notes of an incident before one of them, newest first.
pub(in crate::incidents) async fn notes<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    incident: IncidentId,
    (before, limit): (Option<IncidentNoteId>, u64),
) -> Result<Vec<Note>, StorageError> {
    let Some(key) = sealed::key(db, ring, incident.0).await? else {
        return Ok(Vec::new());
    };
    let before = before.map(|before| Column::Id.lt(before));
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .filter(Condition::all().add_option(before))
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    rows.iter().map(|row| opened(&key, row)).collect()
}

/// One note of an incident.
pub(in crate::incidents) async fn note(
    txn: &Txn,
    ring: &Keyring,
    (incident, id): (IncidentId, IncidentNoteId),
) -> Result<Option<Note>, StorageError> {
    let key = sealed::key(txn.connection(), ring, incident.0).await?;
    let row = Entity::find_by_id(id)
        .filter(Column::IncidentId.eq(incident))
        .one(txn.connection())
        .await?;
    let found = key.zip(row).map(|(key, row)| opened(&key, &row));
    found.transpose()
}

fn opened(key: &DataKey, row: &Model) -> Result<Note, StorageError> {
    let plain = key.open(&row.sealed, place(row.id))?;
    let text = std::str::from_utf8(&plain).map_err(|_| SealError::DoesNotOpen)?;
    Ok(Note {
        id: row.id,
        at: row.at,
        side: parsed(&row.side, "incident_notes.side")?,
        text: text.to_owned(),
    })
}

/// When notes of an incident were written, oldest first: for whoever may know that, and not what they say.
pub(in crate::incidents) async fn note_times<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<Instant>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::At)
        .filter(Column::IncidentId.eq(incident))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await
}

pub(super) async fn delete_notes(txn: &Txn, incident: IncidentId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn place(id: IncidentNoteId) -> Place {
    Place {
        table: "incident_notes",
        column: "sealed",
        id: id.0,
    }
}
