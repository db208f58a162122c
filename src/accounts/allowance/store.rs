//! Queries of the day's counters.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

use super::{AllowanceError, Key};
use crate::db::{Db, Txn};
use crate::entity::daily_usage::{ActiveModel, Column, Entity};

pub(super) async fn draw(
    db: &Db,
    key: &Key,
    wanted: i32,
    limit: i32,
) -> Result<(), AllowanceError> {
    let txn = db.begin().await?;
    if !add(&txn, key, wanted, limit).await? {
        txn.rollback().await?;
        return Err(AllowanceError::UsedUp);
    }
    txn.commit().await?;
    Ok(())
}

/// Adds to a counter in one statement, unless it would pass its limit.
pub(super) async fn add(
    txn: &Txn,
    key: &Key,
    wanted: i32,
    limit: i32,
) -> Result<bool, AllowanceError> {
    insert_zero(txn, key).await?;
    let (account, day, what) = key;
    let result = Entity::update_many()
        .col_expr(Column::Used, Expr::col(Column::Used).add(wanted))
        .filter(Column::AccountId.eq(*account))
        .filter(Column::Day.eq(day.to_string()))
        .filter(Column::What.eq(what.as_str()))
        .filter(Column::Used.lte(limit - wanted))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Whether the counter is new.
pub(super) async fn insert_zero(txn: &Txn, key: &Key) -> Result<bool, AllowanceError> {
    let (account, day, what) = key;
    let row = ActiveModel {
        account_id: Set(*account),
        day: Set(day.to_string()),
        what: Set(what.clone()),
        used: Set(0),
    };
    let exists = OnConflict::columns([Column::AccountId, Column::Day, Column::What])
        .do_nothing()
        .to_owned();
    let inserted = Entity::insert(row)
        .on_conflict(exists)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}
