//! Queries of the day's counters.

use chrono::Days;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};

use super::Counter;
use crate::db::{Db, StorageError, Txn};
use crate::entity::daily_usage::{ActiveModel, Column, Entity};

/// Notes the things as seen and counts those that were not; `false` when they pass the limit.
pub(super) async fn draw(txn: &Txn, counter: Counter, things: &[String]) -> Result<bool, DbErr> {
    let Counter {
        account,
        day,
        what,
        limit,
    } = counter;
    // Before the things: whoever draws for the account at the same time waits here.
    insert_zeros(txn, counter, &[what.to_owned()]).await?;
    lock(txn, counter).await?;
    let new = insert_zeros(txn, counter, things).await?;
    let Ok(new) = i32::try_from(new) else {
        return Ok(false);
    };
    let result = Entity::update_many()
        .col_expr(Column::Used, Expr::col(Column::Used).add(new))
        .filter(Column::AccountId.eq(account))
        .filter(Column::Day.eq(day.to_string()))
        .filter(Column::What.eq(what))
        .filter(Column::Used.lte(limit - new))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Takes the counter's row for this transaction.
async fn lock(txn: &Txn, counter: Counter) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Used, Expr::col(Column::Used).add(0))
        .filter(Column::AccountId.eq(counter.account))
        .filter(Column::Day.eq(counter.day.to_string()))
        .filter(Column::What.eq(counter.what))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// How many of the counters are new.
async fn insert_zeros(txn: &Txn, counter: Counter, names: &[String]) -> Result<u64, DbErr> {
    let rows = names.iter().map(|name| ActiveModel {
        account_id: Set(counter.account),
        day: Set(counter.day.to_string()),
        what: Set(name.clone()),
        used: Set(0),
    });
    let exists = OnConflict::columns([Column::AccountId, Column::Day, Column::What])
        .do_nothing()
        .to_owned();
    Entity::insert_many(rows)
        .on_conflict(exists)
        .exec_without_returning(txn.connection())
        .await
}

/// Forgets what was counted so many days ago; never what counts today.
///
/// # Errors
/// The database failed.
pub async fn forget_old(db: &Db, days: u16) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    let oldest = txn.now().date() - Days::new(u64::from(Ord::max(days, 1)));
    Entity::delete_many()
        .filter(Column::Day.lt(oldest.to_string()))
        .exec(txn.connection())
        .await?;
    txn.commit().await?;
    Ok(())
}
