//! Queries of the day's counters.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
};

use super::{CARD, CARDS, Counter};
use crate::db::{Db, StorageError, Txn};
use crate::entity::daily_usage::{ActiveModel, Column, Entity};
use crate::ids::AccountId;

/// What refused questions are counted as.
const REFUSED: &str = "refused";

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

/// How many cards an account saw on each day of a window.
pub(super) async fn cards_by_day(
    txn: &Txn,
    account: AccountId,
    window: (NaiveDate, NaiveDate),
) -> Result<Vec<(NaiveDate, i32)>, StorageError> {
    let rows: Vec<(String, i32)> = Entity::find()
        .select_only()
        .columns([Column::Day, Column::Used])
        .filter(Column::AccountId.eq(account))
        .filter(Column::Day.is_in(days(window)))
        .filter(Column::What.eq(CARDS))
        .into_tuple()
        .all(txn.connection())
        .await?;
    let dated = rows.into_iter().map(|(day, used)| {
        let day = day
            .parse()
            .map_err(|_| StorageError::Corrupt("daily_usage.day"))?;
        Ok((day, used))
    });
    dated.collect()
}

/// How many different cards an account saw in a window.
pub(super) async fn different_cards(
    txn: &Txn,
    account: AccountId,
    window: (NaiveDate, NaiveDate),
) -> Result<i32, DbErr> {
    let seen: Vec<String> = Entity::find()
        .select_only()
        .column(Column::What)
        .filter(Column::AccountId.eq(account))
        .filter(Column::Day.is_in(days(window)))
        .into_tuple()
        .all(txn.connection())
        .await?;
    let cards = seen.iter().filter(|what| what.starts_with(CARD));
    let different: HashSet<&String> = cards.collect();
    Ok(i32::try_from(different.len()).unwrap_or(i32::MAX))
}

/// Counts that an account was refused today; how often that is now.
pub(super) async fn count_refusal(
    txn: &Txn,
    account: AccountId,
    day: NaiveDate,
) -> Result<i32, DbErr> {
    let counter = Counter {
        account,
        day,
        what: REFUSED,
        limit: i32::MAX,
    };
    insert_zeros(txn, counter, &[REFUSED.to_owned()]).await?;
    Entity::update_many()
        .col_expr(Column::Used, Expr::col(Column::Used).add(1))
        .filter(Column::AccountId.eq(account))
        .filter(Column::Day.eq(day.to_string()))
        .filter(Column::What.eq(REFUSED))
        .exec(txn.connection())
        .await?;
    let key = (account, day.to_string(), REFUSED.to_owned());
    let row = Entity::find_by_id(key).one(txn.connection()).await?;
    Ok(row.map_or(0, |row| row.used))
}

/// The days of a window as they are stored.
fn days((first, last): (NaiveDate, NaiveDate)) -> impl Iterator<Item = String> {
    let all = first.iter_days().take_while(move |day| *day <= last);
    all.map(|day| day.to_string())
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
