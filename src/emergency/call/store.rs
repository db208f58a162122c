//! Queries of the words of a call-back.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

use crate::db::Txn;
use crate::entity::call_words::{Column, Entity, Model};

/// What is stored of a pair of words.
pub(super) type StoredWords = Model;

pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    subject: Uuid,
) -> Result<Option<StoredWords>, DbErr> {
    Entity::find()
        .filter(Column::Subject.eq(subject))
        .one(db)
        .await
}

pub(super) async fn insert(
    txn: &Txn,
    id: Uuid,
    subject: Uuid,
    sealed: Vec<u8>,
) -> Result<(), DbErr> {
    let row = Model {
        id,
        subject,
        sealed,
        tries: 0,
        made_at: txn.now(),
        confirmed_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(super) async fn delete(txn: &Txn, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(txn.connection()).await?;
    Ok(())
}

/// Counts a try; `false` when there were as many as there may be.
pub(super) async fn count_try(txn: &Txn, id: Uuid, limit: i32) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::Tries.lt(limit))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn confirm(txn: &Txn, id: Uuid) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::ConfirmedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::ConfirmedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}
