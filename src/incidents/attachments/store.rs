//! Queries of attachments; their content is sealed with the key of its incident: forgotten with it.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use super::model::Attachment;
use crate::db::{StorageError, Txn};
use crate::entity::incident_attachment::{Column, Entity, Model};
use crate::entity::incident_attachment_content as contents;
use crate::ids::{IncidentAttachmentId, IncidentId};
use crate::sealed;
use crate::sealing::{Keyring, Place};

/// Attachments of an incident, the newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<Attachment>, StorageError> {
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(attachment).collect()
}

/// One attachment of an incident.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    (incident, id): (IncidentId, IncidentAttachmentId),
) -> Result<Option<Attachment>, StorageError> {
    let row = Entity::find_by_id(id)
        .filter(Column::IncidentId.eq(incident))
        .one(db)
        .await?;
    row.map(attachment).transpose()
}

fn attachment(row: Model) -> Result<Attachment, StorageError> {
    let Model {
        id,
        incident_id: _,
        format,
        size,
        side,
        added_by: _,
        at,
    } = row;
    let corrupt = StorageError::Corrupt;
    Ok(Attachment {
        id,
        format: format
            .parse()
            .map_err(|_| corrupt("incident_attachments.format"))?,
        size: u32::try_from(size).map_err(|_| corrupt("incident_attachments.size"))?,
        at,
        side: side
            .parse()
            .map_err(|_| corrupt("incident_attachments.side"))?,
    })
}

/// Keeps an attachment; `false` where the incident has no key any more.
pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    (incident, by): (IncidentId, String),
    (new, bytes): (&Attachment, &[u8]),
) -> Result<bool, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
        return Ok(false);
    };
    let row = Model {
        id: new.id,
        incident_id: incident,
        format: <&str>::from(new.format).to_owned(),
        size: i32::try_from(new.size).unwrap_or(i32::MAX),
        side: <&str>::from(new.side).to_owned(),
        added_by: by,
        at: new.at,
    };
    row.into_active_model().insert(txn.connection()).await?;
    let content = contents::Model {
        attachment_id: new.id,
        incident_id: incident,
        sealed: key.seal(bytes, place(new.id))?,
    };
    content.into_active_model().insert(txn.connection()).await?;
    Ok(true)
}

/// What an attachment holds; none when it was deleted or its incident forgotten.
pub(super) async fn content<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (incident, id): (IncidentId, IncidentAttachmentId),
) -> Result<Option<Vec<u8>>, StorageError> {
    let row = contents::Entity::find_by_id(id).one(db).await?;
    let key = sealed::key(db, ring, incident.0).await?;
    let (Some(row), Some(key)) = (row, key) else {
        return Ok(None);
    };
    Ok(Some(key.open(&row.sealed, place(id))?.to_vec()))
}

/// Deletes an attachment; `false` when it is gone already.
pub(super) async fn delete(txn: &Txn, id: IncidentAttachmentId) -> Result<bool, DbErr> {
    contents::Entity::delete_by_id(id)
        .exec(txn.connection())
        .await?;
    let gone = Entity::delete_by_id(id).exec(txn.connection()).await?;
    Ok(gone.rows_affected == 1)
}

/// Deletes all attachments of an incident.
pub(in crate::incidents) async fn forget_attachments(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    contents::Entity::delete_many()
        .filter(contents::Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn place(id: IncidentAttachmentId) -> Place {
    Place {
        table: "incident_attachment_contents",
        column: "sealed",
        id: id.0,
    }
}
