//! Queries of the own tokens.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::HeldToken;
use crate::access::TokenScope;
use crate::db::{StorageError, Txn};
use crate::entity::api_token::{Column, Entity};
use crate::ids::{AccountId, TokenId};

/// The tokens of an account that were not revoked, newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Vec<HeldToken>, StorageError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null())
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    let held = rows.into_iter().map(|row| {
        let scopes = row.scopes.split_whitespace().map(str::parse);
        let scopes: Result<Vec<TokenScope>, _> = scopes.collect();
        Ok(HeldToken {
            id: row.id,
            label: row.label,
            scopes: scopes.map_err(|_| StorageError::Corrupt("api_tokens.scopes"))?,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
        })
    });
    held.collect()
}

/// Revokes all tokens of an account.
pub(in crate::accounts) async fn revoke_all(txn: &Txn, account: AccountId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Revokes a token of an account; `false` when there is none to revoke.
pub(super) async fn revoke(txn: &Txn, account: AccountId, id: TokenId) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
