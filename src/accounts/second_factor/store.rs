//! Queries of second factors and recovery codes.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter,
};

use super::totp::SharedSecret;
use crate::accounts::passkeys;
use crate::accounts::store::data_key;
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::{recovery_code, second_factor};
use crate::ids::{self, AccountId};
use crate::sealing::{Keyring, Place};

/// A second factor as it is stored.
pub(super) struct Stored {
    pub(super) secret: SharedSecret,
    pub(super) confirmed_at: Instant,
}

fn place(account: AccountId) -> Place {
    Place {
        table: "second_factors",
        column: "sealed_secret",
        id: account.0,
    }
}

/// Whether an account has an authenticator.
pub(super) async fn has_authenticator<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<bool, DbErr> {
    let found = second_factor::Entity::find_by_id(account).one(db).await?;
    Ok(found.is_some())
}

/// Whether signing in asks for more than the password.
pub(in crate::accounts) async fn is_set(db: &Db, account: AccountId) -> Result<bool, StorageError> {
    let db = db.reader();
    Ok(has_authenticator(db, account).await? || passkeys::any(db, account).await?)
}

/// The same, as of a transaction.
pub(in crate::accounts) async fn is_left(txn: &Txn, account: AccountId) -> Result<bool, DbErr> {
    let db = txn.connection();
    Ok(has_authenticator(db, account).await? || passkeys::any(db, account).await?)
}

pub(super) async fn find(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
) -> Result<Option<Stored>, StorageError> {
    let found = second_factor::Entity::find_by_id(account)
        .one(db.reader())
        .await?;
    let Some(row) = found else {
        return Ok(None);
    };
    let key = data_key(db, ring, account).await?;
    Ok(Some(Stored {
        secret: SharedSecret::from_bytes(key.open(&row.sealed_secret, place(account))?),
        confirmed_at: row.confirmed_at,
    }))
}

/// Stores a secret whose digits of this step were right.
pub(super) async fn insert(
    db: &Db,
    ring: &Keyring,
    (txn, account): (&Txn, AccountId),
    (secret, step): (&SharedSecret, i64),
) -> Result<(), StorageError> {
    let key = data_key(db, ring, account).await?;
    let row = second_factor::Model {
        account_id: account,
        sealed_secret: key.seal(secret.bytes(), place(account))?,
        last_step: step,
        confirmed_at: txn.now(),
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Uses a step; `false` when it or a later one was used before.
pub(super) async fn use_step(txn: &Txn, account: AccountId, step: i64) -> Result<bool, DbErr> {
    use second_factor::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::LastStep, Expr::value(step))
        .filter(Column::AccountId.eq(account))
        .filter(Column::LastStep.lt(step))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Removes the authenticator; `false` when there is none.
pub(in crate::accounts) async fn remove(txn: &Txn, account: AccountId) -> Result<bool, DbErr> {
    let result = second_factor::Entity::delete_by_id(account)
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Stores new recovery codes instead of those there were.
pub(super) async fn replace_codes(
    txn: &Txn,
    account: AccountId,
    hashes: Vec<Vec<u8>>,
) -> Result<(), DbErr> {
    remove_codes(txn, account).await?;
    let rows = (0..).zip(hashes).map(|(position, code_hash)| {
        let row = recovery_code::Model {
            id: ids::ordered(txn.now()),
            account_id: account,
            position,
            code_hash,
            used_at: None,
        };
        row.into_active_model()
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Removes the recovery codes.
pub(in crate::accounts) async fn remove_codes(txn: &Txn, account: AccountId) -> Result<(), DbErr> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Uses a recovery code; `false` when there is no such code left.
pub(super) async fn use_code(txn: &Txn, account: AccountId, hash: &[u8]) -> Result<bool, DbErr> {
    use recovery_code::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(txn.now()))
        .filter(Column::AccountId.eq(account))
        .filter(Column::CodeHash.eq(hash))
        .filter(Column::UsedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn codes_left<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<u64, DbErr> {
    recovery_code::Entity::find()
        .filter(recovery_code::Column::AccountId.eq(account))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(db)
        .await
}
