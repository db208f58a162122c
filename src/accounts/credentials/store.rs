//! Queries of passwords.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::db::Txn;
use crate::entity::account;
use crate::ids::AccountId;

/// The password hash of an account.
pub(super) async fn password_hash<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Option<String>, DbErr> {
    let found = account::Entity::find_by_id(account).one(db).await?;
    Ok(found.and_then(|account| account.password_hash))
}

/// Holds the row of an open account until the transaction ends, so that of two changes to its credentials the later
/// one sees the earlier; `false` when the account is closed, or its password is another one than expected.
pub(in crate::accounts) async fn hold(
    txn: &Txn,
    account: AccountId,
    expected_hash: Option<&str>,
) -> Result<bool, DbErr> {
    use account::{Column, Entity};
    let mut held = Entity::update_many()
        .col_expr(Column::CreatedAt, Expr::col(Column::CreatedAt))
        .filter(Column::Id.eq(account))
        .filter(Column::ClosedAt.is_null());
    if let Some(hash) = expected_hash {
        held = held.filter(Column::PasswordHash.eq(hash));
    }
    Ok(held.exec(txn.connection()).await?.rows_affected == 1)
}

pub(super) async fn set_password_hash(
    txn: &Txn,
    account: AccountId,
    hash: String,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .filter(account::Column::Id.eq(account))
        .exec(txn.connection())
        .await?;
    Ok(())
}
