//! Queries of private contacts.

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use zeroize::Zeroizing;

use super::model::PrivateContact;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::expert_private_contact::{Column, Entity, Model};
use crate::ids::ExpertId;
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// What a person entered; none where nothing is kept.
pub(in crate::experts) async fn find<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    id: ExpertId,
) -> Result<Option<PrivateContact>, StorageError> {
    let Some(row) = Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let Some(key) = sealed::key(db, ring, id.0).await? else {
        return Ok(None);
    };
    let plain = key.open(&row.sealed, place(id))?;
    let contact = serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?;
    Ok(Some(contact))
}

/// Keeps it in place of what was there.
pub(super) async fn replace(
    txn: &Txn,
    ring: &Keyring,
    id: ExpertId,
    contact: &PrivateContact,
) -> Result<(), StorageError> {
    let key = sealed::key(txn.connection(), ring, id.0).await?;
    let key = key.ok_or(StorageError::Corrupt("data_keys"))?;
    let plain = serde_json::to_vec(contact).map_err(|_| SealError::DoesNotOpen)?;
    let row = Model {
        expert_id: id,
        sealed: key.seal(&Zeroizing::new(plain), place(id))?,
        stated_at: txn.now(),
    };
    let known = OnConflict::column(Column::ExpertId)
        .update_columns([Column::Sealed, Column::StatedAt])
        .to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Deletes what these people entered; how many had anything.
pub(super) async fn remove(txn: &Txn, ids: &[ExpertId]) -> Result<u64, DbErr> {
    let removed = Entity::delete_many()
        .filter(Column::ExpertId.is_in(ids.iter().copied()))
        .exec(txn.connection())
        .await?;
    Ok(removed.rows_affected)
}

/// Who has entered anything, with when.
pub(super) async fn holders<C: ConnectionTrait>(
    db: &C,
) -> Result<HashMap<ExpertId, Instant>, DbErr> {
    let rows: Vec<(ExpertId, Instant)> = Entity::find()
        .select_only()
        .column(Column::ExpertId)
        .column(Column::StatedAt)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

fn place(id: ExpertId) -> Place {
    Place {
        table: "expert_private_contacts",
        column: "sealed",
        id: id.0,
    }
}
