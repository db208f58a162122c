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
