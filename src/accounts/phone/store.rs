//! Queries of telephones of accounts.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};

use crate::db::{StorageError, Txn};
use crate::entity::account_phone::{Column, Entity, Model};
use crate::ids::AccountId;
use crate::sealed;
use crate::sealing::{Keyring, Place};

/// The number of an account, E.164, for whoever rings it; none where none is stated.
///
/// # Errors
/// It does not open, or storage failed.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    account: AccountId,
) -> Result<Option<String>, StorageError> {
    let Some(row) = Entity::find_by_id(account).one(db).await? else {
        return Ok(None);
    };
    let Some(key) = sealed::key(db, ring, account.0).await? else {
        return Ok(None);
    };
    let opened = key.open(&row.sealed_number, place(account))?;
    Ok(Some(String::from_utf8_lossy(&opened).into_owned()))
}

/// Keeps a number in place of the one there was.
pub(super) async fn replace(
    txn: &Txn,
    ring: &Keyring,
    (account, number): (AccountId, &str),
) -> Result<(), StorageError> {
    let key = sealed::key(txn.connection(), ring, account.0).await?;
    let key = key.ok_or(StorageError::Corrupt("data_keys"))?;
    let row = Model {
        account_id: account,
        sealed_number: key.seal(number.as_bytes(), place(account))?,
        stated_at: txn.now(),
    };
    let known = OnConflict::column(Column::AccountId)
        .update_columns([Column::SealedNumber, Column::StatedAt])
        .to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Takes a number away; `false` when there was none.
pub(super) async fn remove(txn: &Txn, account: AccountId) -> Result<bool, DbErr> {
    let removed = Entity::delete_by_id(account).exec(txn.connection()).await?;
    Ok(removed.rows_affected == 1)
}

fn place(account: AccountId) -> Place {
    Place {
        table: "account_phones",
        column: "sealed_number",
        id: account.0,
    }
}
