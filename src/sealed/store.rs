//! Data keys and what they seal.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::data_key;
use crate::sealing::{DataKey, Keyring, Place, SealError, WrappedKey};

/// Seals a value for its place, with a new key that is stored under the id of its row.
///
/// # Errors
/// Sealing or storage failed.
pub async fn seal<T: Serialize>(
    txn: &Txn,
    ring: &Keyring,
    place: Place,
    value: &T,
) -> Result<Vec<u8>, StorageError> {
    let key = new_key(txn, ring, place.id).await?;
    let plain = Zeroizing::new(serde_json::to_vec(value).map_err(|_| SealError::DoesNotOpen)?);
    Ok(key.seal(&plain, place)?)
}

/// A new data key, stored under the id of its row.
///
/// # Errors
/// There is one already, or sealing or storage failed.
pub async fn new_key(txn: &Txn, ring: &Keyring, id: Uuid) -> Result<DataKey, StorageError> {
    let key = DataKey::random();
    let WrappedKey {
        ring_version,
        bytes,
    } = key.wrap(ring, id)?;
    let row = data_key::Model {
        id,
        ring_version,
        wrapped: bytes,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(key)
}

/// The data keys stored under these ids; those forgotten are left out.
///
/// # Errors
/// One does not open, or storage failed.
pub async fn keys<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, DataKey>, StorageError> {
    let rows = data_key::Entity::find()
        .filter(data_key::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut keys = HashMap::with_capacity(rows.len());
    for data_key::Model {
        id,
        ring_version,
        wrapped: bytes,
    } in rows
    {
        let wrapped = WrappedKey {
            ring_version,
            bytes,
        };
        keys.insert(id, DataKey::unwrap(ring, id, &wrapped)?);
    }
    Ok(keys)
}

/// The data key stored under an id; none when it was forgotten, or never there.
///
/// # Errors
/// It does not open, or storage failed.
pub async fn key<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    id: Uuid,
) -> Result<Option<DataKey>, StorageError> {
    let Some(row) = data_key::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let wrapped = WrappedKey {
        ring_version: row.ring_version,
        bytes: row.wrapped,
    };
    Ok(Some(DataKey::unwrap(ring, id, &wrapped)?))
}

/// Opens a value; none when its key was forgotten.
///
/// # Errors
/// It does not open, or storage failed.
pub async fn open<C: ConnectionTrait, T: DeserializeOwned>(
    db: &C,
    ring: &Keyring,
    (place, sealed): (Place, &[u8]),
) -> Result<Option<T>, StorageError> {
    let Some(key) = key(db, ring, place.id).await? else {
        return Ok(None);
    };
    let plain = key.open(sealed, place)?;
    let value = serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?;
    Ok(Some(value))
}

/// Forgets the key of a value, and with it the value.
///
/// # Errors
/// The database failed.
pub async fn forget(txn: &Txn, id: Uuid) -> Result<(), StorageError> {
    data_key::Entity::delete_by_id(id)
        .exec(txn.connection())
        .await?;
    Ok(())
}
