//! Queries of vouching.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::model::{Cause, OPEN_FOR};
use crate::db::Txn;
use crate::entity::account_recovery::{Column, Entity, Model};
use crate::ids::{self, AccountId};

/// Somebody who vouched and waits for a second.
pub(super) struct Open {
    pub(super) id: Uuid,
    pub(super) first_by: AccountId,
}

/// What is open for an account. Whoever asks holds the account.
pub(super) async fn open(txn: &Txn, account: AccountId) -> Result<Option<Open>, DbErr> {
    let oldest = txn.now().plus_seconds(-OPEN_FOR);
    let row = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::SecondBy.is_null())
        .filter(Column::FirstAt.gt(oldest))
        .one(txn.connection())
        .await?;
    Ok(row.map(|row| Open {
        id: row.id,
        first_by: row.first_by,
    }))
}

pub(super) async fn begin(
    txn: &Txn,
    account: AccountId,
    cause: Cause,
    by: AccountId,
) -> Result<(), DbErr> {
    let row = Model {
        id: ids::ordered(txn.now()),
        account_id: account,
        cause: <&str>::from(cause).to_owned(),
        first_by: by,
        first_at: txn.now(),
        second_by: None,
        second_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Takes a word back that counts no more.
pub(super) async fn discard(txn: &Txn, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::SecondBy.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn finish(txn: &Txn, id: Uuid, by: AccountId) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::SecondBy, Expr::value(by))
        .col_expr(Column::SecondAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::SecondBy.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
