//! Rows of decoys.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};

use super::model::{Decoy, KeptDecoy};
use crate::db::{StorageError, Txn};
use crate::entity::decoy::{Column, Entity, Model};
use crate::ids::{DecoyId, ExpertId};
use crate::sealed;
use crate::sealing::{Keyring, Place, Purpose, SealError};

pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    kept: &KeptDecoy,
) -> Result<(), StorageError> {
    let row = Model {
        id: kept.id,
        shown_lookup: lookup(ring, kept.decoy.id)?.to_vec(),
        sealed: sealed::seal(txn, ring, place(kept.id), &kept.decoy).await?,
        made_by: kept.made_by,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(super) async fn count(txn: &Txn) -> Result<u64, DbErr> {
    Entity::find().count(txn.connection()).await
}

/// All decoys, oldest first.
pub(super) async fn all<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
) -> Result<Vec<KeptDecoy>, StorageError> {
    let rows = Entity::find().order_by_asc(Column::Id).all(db).await?;
    let mut decoys = Vec::with_capacity(rows.len());
    for row in rows {
        decoys.extend(opened(db, ring, row).await?);
    }
    Ok(decoys)
}

/// The decoy that shows an id.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    shown: ExpertId,
) -> Result<Option<Decoy>, StorageError> {
    let row = Entity::find()
        .filter(Column::ShownLookup.eq(lookup(ring, shown)?.to_vec()))
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let kept = opened(db, ring, row).await?;
    Ok(kept.map(|kept| kept.decoy))
}

/// Removes a decoy with its key; `false` when there is none.
pub(super) async fn delete(txn: &Txn, id: DecoyId) -> Result<bool, StorageError> {
    let result = Entity::delete_by_id(id).exec(txn.connection()).await?;
    sealed::forget(txn, id.0).await?;
    Ok(result.rows_affected == 1)
}

async fn opened<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    row: Model,
) -> Result<Option<KeptDecoy>, StorageError> {
    let decoy = sealed::open(db, ring, (place(row.id), &row.sealed)).await?;
    Ok(decoy.map(|decoy| KeptDecoy {
        id: row.id,
        made_by: row.made_by,
        decoy,
    }))
}

/// Finds a decoy by the id it shows, which stands in the database nowhere.
fn lookup(ring: &Keyring, shown: ExpertId) -> Result<[u8; 32], SealError> {
    ring.keyed_hash(Purpose::Decoys, shown.0.as_bytes())
}

fn place(id: DecoyId) -> Place {
    Place {
        table: "decoys",
        column: "sealed",
        id: id.0,
    }
}
