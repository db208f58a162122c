//! Queries of passkeys.

mod ceremony;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use webauthn_rs::prelude::Passkey;

pub(in crate::accounts) use ceremony::{Purpose, forget_old};
pub(super) use ceremony::{begin, take};

use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::passkey::{Column, Entity, Model};
use crate::ids::{self, AccountId, PasskeyId};

/// A passkey as it is stored.
pub(super) struct Stored {
    pub(super) id: PasskeyId,
    pub(super) account: AccountId,
    pub(super) key: Passkey,
    pub(super) created_at: Instant,
    pub(super) last_used_at: Option<Instant>,
}

fn stored(row: &Model) -> Result<Stored, StorageError> {
    let key = serde_json::from_str(&row.credential);
    Ok(Stored {
        id: row.id,
        account: row.account_id,
        key: key.map_err(|_| StorageError::Corrupt("passkeys.credential"))?,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
    })
}

fn text(key: &Passkey) -> Result<String, StorageError> {
    serde_json::to_string(key).map_err(|_| StorageError::Corrupt("passkeys.credential"))
}

/// The passkeys of an account, oldest first.
pub(super) async fn of<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Vec<Stored>, StorageError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.iter().map(stored).collect()
}

/// Whether an account has any.
pub(in crate::accounts) async fn any<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<bool, DbErr> {
    let held = Entity::find().filter(Column::AccountId.eq(account));
    Ok(held.count(db).await? > 0)
}

/// The passkey a device names.
pub(super) async fn by_credential<C: ConnectionTrait>(
    db: &C,
    credential: &[u8],
) -> Result<Option<Stored>, StorageError> {
    let row = Entity::find()
        .filter(Column::CredentialId.eq(credential))
        .one(db)
        .await?;
    row.as_ref().map(stored).transpose()
}

/// Stores a new one; the device's id of it must be new to all accounts.
pub(super) async fn insert(
    txn: &Txn,
    account: AccountId,
    key: &Passkey,
) -> Result<PasskeyId, StorageError> {
    let row = Model {
        id: PasskeyId(ids::ordered(txn.now())),
        account_id: account,
        credential_id: AsRef::<[u8]>::as_ref(key.cred_id()).to_vec(),
        credential: text(key)?,
        created_at: txn.now(),
        last_used_at: None,
    };
    let id = row.id;
    row.into_active_model().insert(txn.connection()).await?;
    Ok(id)
}

/// Notes a use, and the counter the device has reached; `false` when the passkey is gone.
pub(super) async fn used(txn: &Txn, id: PasskeyId, key: &Passkey) -> Result<bool, StorageError> {
    let result = Entity::update_many()
        .col_expr(Column::Credential, Expr::value(text(key)?))
        .col_expr(Column::LastUsedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Removes one of an account; `false` when there is none such.
pub(super) async fn remove(txn: &Txn, account: AccountId, id: PasskeyId) -> Result<bool, DbErr> {
    let result = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::AccountId.eq(account))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Removes all of an account.
pub(in crate::accounts) async fn remove_all(txn: &Txn, account: AccountId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::AccountId.eq(account))
        .exec(txn.connection())
        .await?;
    Ok(())
}
