//! Queries of one-time links.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};

use super::LinkPurpose;
use crate::accounts::Secret;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::account_link::{self, Column, Entity};
use crate::ids::{self, AccountId};
use crate::sealing::Keyring;

/// Makes a link; earlier ones of the account for the same purpose work no more. Whoever calls it holds the account.
pub(in crate::accounts) async fn issue(
    txn: &Txn,
    ring: &Keyring,
    account: AccountId,
    purpose: LinkPurpose,
) -> Result<Secret, StorageError> {
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(txn.now()))
        .filter(Column::AccountId.eq(account))
        .filter(Column::Purpose.eq(<&str>::from(purpose)))
        .filter(Column::UsedAt.is_null())
        .exec(txn.connection())
        .await?;
    let id = ids::ordered(txn.now());
    // The id is ordered by time, but the key is not known outside.
    let name: &str = purpose.into();
    let token = super::token(ring, name, id)?;
    let row = account_link::Model {
        id,
        account_id: account,
        purpose: name.to_owned(),
        token_hash: token.hash(),
        expires_at: txn.now().plus_seconds(purpose.seconds()),
        used_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(token)
}

/// Whose link this is; none when it is used, expired, or for something else.
pub(in crate::accounts) async fn open<C: ConnectionTrait>(
    db: &C,
    token: &Secret,
    purpose: LinkPurpose,
    now: Instant,
) -> Result<Option<AccountId>, DbErr> {
    let found = Entity::find()
        .filter(Column::TokenHash.eq(token.hash()))
        .filter(Column::Purpose.eq(<&str>::from(purpose)))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    Ok(found.map(|row| row.account_id))
}

/// A link that has not expired, used or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundLink {
    /// Whose it is.
    pub account: AccountId,
    /// It was not used, and no later one was sent.
    pub is_open: bool,
}

/// The link of a token, unless it has expired or is for something else.
///
/// # Errors
/// Storage failed.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    token: &Secret,
    purpose: LinkPurpose,
    now: Instant,
) -> Result<Option<FoundLink>, StorageError> {
    let found = Entity::find()
        .filter(Column::TokenHash.eq(token.hash()))
        .filter(Column::Purpose.eq(<&str>::from(purpose)))
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    Ok(found.map(|row| FoundLink {
        account: row.account_id,
        is_open: row.used_at.is_none(),
    }))
}

/// Uses a link; `false` when somebody else was faster or it does not work any more.
///
/// # Errors
/// The database failed.
pub async fn use_up(txn: &Txn, token: &Secret, purpose: LinkPurpose) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(txn.now()))
        .filter(Column::TokenHash.eq(token.hash()))
        .filter(Column::Purpose.eq(<&str>::from(purpose)))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Uses up all links of an account: its credentials have changed.
pub(in crate::accounts) async fn use_up_all(txn: &Txn, account: AccountId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(txn.now()))
        .filter(Column::AccountId.eq(account))
        .filter(Column::UsedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Forgets links that work no more.
pub(in crate::accounts) async fn forget_old(txn: &Txn) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::ExpiresAt.lt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(())
}
