//! What is sealed of an incident.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::incident::{Column, Entity};
use crate::ids::IncidentId;
use crate::incidents::model::Particulars;
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// Who is called back, and what they said; none once it was forgotten.
pub(in crate::incidents) async fn particulars<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    id: IncidentId,
) -> Result<Option<Particulars>, StorageError> {
    let Some(row) = Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    sealed::open(db, ring, (place(id), row.sealed.as_slice())).await
}

/// Keeps why a coordinator vouched for whoever asks, sealed with the rest.
pub(in crate::incidents) async fn vouch(
    txn: &Txn,
    ring: &Keyring,
    (id, reason): (IncidentId, &str),
) -> Result<(), StorageError> {
    let known = particulars(txn.connection(), ring, id).await?;
    let Some(mut particulars) = known else {
        return Ok(());
    };
    particulars.vouched = Some(reason.to_owned());
    keep(txn, ring, (id, &particulars)).await
}

/// Keeps what is sealed of an incident instead of what was, under the same key; nothing once that was forgotten.
pub(in crate::incidents) async fn keep(
    txn: &Txn,
    ring: &Keyring,
    (id, particulars): (IncidentId, &Particulars),
) -> Result<(), StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, id.0).await? else {
        return Ok(());
    };
    let plain = serde_json::to_vec(particulars).map_err(|_| SealError::DoesNotOpen)?;
    let sealed = key.seal(&Zeroizing::new(plain), place(id))?;
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) fn place(id: IncidentId) -> Place {
    Place {
        table: "incidents",
        column: "sealed",
        id: id.0,
    }
}
