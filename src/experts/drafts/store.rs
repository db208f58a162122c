//! Queries of drafts.

use sea_orm::sea_query::{ExprTrait, OnConflict, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use zeroize::Zeroizing;

use super::service::{Draft, DraftForm};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::expert_draft::{Column, Entity, Model};
use crate::ids::{AccountId, ExpertId};
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// Whose draft of which form of which entry.
pub(super) type Owner = (AccountId, ExpertId, DraftForm);

pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    owner: Owner,
) -> Result<Option<Draft>, StorageError> {
    let Some(row) = Entity::find().filter(is(owner)).one(db).await? else {
        return Ok(None);
    };
    let Some(key) = sealed::key(db, ring, row.expert_id.0).await? else {
        return Ok(None);
    };
    let plain = key.open(&row.sealed, place(row.expert_id))?;
    Ok(Some(Draft {
        fields: serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?,
        saved_at: row.saved_at,
    }))
}

/// Keeps a draft in place of the one before, sealed with the entry's key; a capacity gets its key with its first draft.
pub(super) async fn replace(
    txn: &Txn,
    ring: &Keyring,
    (account, expert, form): Owner,
    fields: &[(String, String)],
) -> Result<(), StorageError> {
    let key = match sealed::key(txn.connection(), ring, expert.0).await? {
        Some(key) => key,
        None => sealed::new_key(txn, ring, expert.0).await?,
    };
    let plain = serde_json::to_vec(fields).map_err(|_| SealError::DoesNotOpen)?;
    let row = Model {
        id: uuid::Uuid::now_v7(),
        account_id: account,
        expert_id: expert,
        form: <&str>::from(form).to_owned(),
        sealed: key.seal(&Zeroizing::new(plain), place(expert))?,
        saved_at: txn.now(),
    };
    let known = OnConflict::columns([Column::AccountId, Column::ExpertId, Column::Form])
        .update_columns([Column::Sealed, Column::SavedAt])
        .to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn remove(txn: &Txn, owner: Owner) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(is(owner))
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn remove_before(txn: &Txn, at: Instant) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::SavedAt.lt(at))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn is((account, expert, form): Owner) -> SimpleExpr {
    Column::AccountId
        .eq(account)
        .and(Column::ExpertId.eq(expert))
        .and(Column::Form.eq(<&str>::from(form)))
}

fn place(expert: ExpertId) -> Place {
    Place {
        table: "expert_drafts",
        column: "sealed",
        id: expert.0,
    }
}
