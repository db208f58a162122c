//! What of an import is sealed.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::import::{Column, Entity};
use crate::ids::ImportId;
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// What of an import is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange::imports) enum Part {
    /// The file as it was uploaded.
    File,
    /// What was found.
    Report,
    /// What entries held before.
    Former,
}

impl Part {
    pub(super) fn place(self, id: ImportId) -> Place {
        let column = match self {
            Self::File => "sealed_file",
            Self::Report => "sealed_report",
            Self::Former => "sealed_former",
        };
        Place {
            table: "imports",
            column,
            id: id.0,
        }
    }

    const fn column(self) -> Column {
        match self {
            Self::File => Column::SealedFile,
            Self::Report => Column::SealedReport,
            Self::Former => Column::SealedFormer,
        }
    }
}

/// What is sealed in one part; none when nothing is there (any more).
pub(in crate::exchange::imports) async fn bytes<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (id, part): (ImportId, Part),
) -> Result<Option<Zeroizing<Vec<u8>>>, StorageError> {
    let row = Entity::find_by_id(id)
        .select_only()
        .column(part.column())
        .into_tuple::<Option<Vec<u8>>>();
    let (sealed, key) = (
        row.one(db).await?.flatten(),
        sealed::key(db, ring, id.0).await?,
    );
    let (Some(sealed), Some(key)) = (sealed, key) else {
        return Ok(None);
    };
    Ok(Some(key.open(&sealed, part.place(id))?))
}

/// What is sealed in one part, read.
pub(in crate::exchange::imports) async fn value<C: ConnectionTrait, T: DeserializeOwned>(
    db: &C,
    ring: &Keyring,
    at: (ImportId, Part),
) -> Result<Option<T>, StorageError> {
    let Some(plain) = bytes(db, ring, at).await? else {
        return Ok(None);
    };
    let value = serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?;
    Ok(Some(value))
}

/// Seals a part under the import's key.
pub(in crate::exchange::imports) async fn put<T: Serialize>(
    txn: &Txn,
    ring: &Keyring,
    (id, part): (ImportId, Part),
    value: &T,
) -> Result<(), StorageError> {
    let key = sealed::key(txn.connection(), ring, id.0).await?;
    let key = key.ok_or(StorageError::Corrupt("data_keys"))?;
    let plain = Zeroizing::new(serde_json::to_vec(value).map_err(|_| SealError::DoesNotOpen)?);
    let sealed = key.seal(&plain, part.place(id))?;
    set(txn, (id, part), Some(sealed)).await?;
    Ok(())
}

/// Forgets a part.
pub(in crate::exchange::imports) async fn drop_part(
    txn: &Txn,
    at: (ImportId, Part),
) -> Result<(), DbErr> {
    set(txn, at, None).await
}

async fn set(txn: &Txn, (id, part): (ImportId, Part), value: Option<Vec<u8>>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(part.column(), Expr::value(value))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}
