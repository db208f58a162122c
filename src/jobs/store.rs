//! Queries of the job table.

use std::collections::HashSet;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::{Db, Job, StorageError, Txn};
use crate::entity::job::{Column, Entity, Model};

/// A job as it is stored.
pub(super) type StoredJob = Model;

/// The next job that is due and not leased.
pub(super) async fn next_due(txn: &Txn) -> Result<Option<Model>, DbErr> {
    let now = txn.now();
    let free = Condition::any()
        .add(Column::LeasedUntil.is_null())
        .add(Column::LeasedUntil.lt(now));
    Entity::find()
        .filter(Column::RunAt.lte(now))
        .filter(Column::GivenUpAt.is_null())
        .filter(free)
        .order_by_asc(Column::RunAt)
        .one(txn.connection())
        .await
}

/// Takes a job unless another node was faster.
pub(super) async fn lease(txn: &Txn, job: &Model, until: Instant) -> Result<bool, DbErr> {
    let untouched = match job.leased_until {
        None => Column::LeasedUntil.is_null(),
        Some(seen) => Column::LeasedUntil.eq(seen),
    };
    let result = Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(until))
        .col_expr(Column::Attempts, Expr::value(job.attempts + 1))
        .filter(Column::Id.eq(job.id))
        .filter(untouched)
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn delete(txn: &Txn, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(txn.connection()).await?;
    Ok(())
}

/// How often a job was begun, this time included; 0 when there is none of this key.
///
/// # Errors
/// The database is away.
pub async fn tries(db: &Db, key: &str) -> Result<i32, StorageError> {
    let found = Entity::find().filter(Column::Key.eq(key));
    let job = found.one(db.reader()).await?;
    Ok(job.map_or(0, |job| job.attempts))
}

/// Gives a job back, to be tried at `run_at`.
pub(super) async fn postpone(txn: &Txn, id: Uuid, run_at: Instant) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(Option::<Instant>::None))
        .col_expr(Column::RunAt, Expr::value(run_at))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Lets a job wait for an operator, with what kept it from being done.
pub(super) async fn give_up(txn: &Txn, id: Uuid, failure: &str) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(Option::<Instant>::None))
        .col_expr(Column::GivenUpAt, Expr::value(txn.now()))
        .col_expr(Column::Failure, Expr::value(failure))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Jobs that wait for an operator, the latest first.
pub(super) async fn given_up<C: ConnectionTrait>(db: &C, most: u64) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::GivenUpAt.is_not_null())
        .order_by_desc(Column::GivenUpAt)
        .order_by_asc(Column::Id)
        .limit(most)
        .all(db)
        .await
}

/// How many jobs wait for an operator.
pub(super) async fn count_given_up<C: ConnectionTrait>(db: &C) -> Result<u64, DbErr> {
    let waiting = Entity::find().filter(Column::GivenUpAt.is_not_null());
    waiting.count(db).await
}

/// Lets a job that was given up begin anew; `false` when there is no such job.
pub(super) async fn begin_anew(txn: &Txn, id: Uuid) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::GivenUpAt, Expr::value(Option::<Instant>::None))
        .col_expr(Column::Failure, Expr::value(Option::<String>::None))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::RunAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::GivenUpAt.is_not_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Deletes a job that was given up; `false` when there is no such job.
pub(super) async fn drop_given_up(txn: &Txn, id: Uuid) -> Result<bool, DbErr> {
    let result = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::GivenUpAt.is_not_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Deletes jobs that were given up before this instant.
pub(super) async fn drop_given_up_before(txn: &Txn, at: Instant) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::GivenUpAt.lt(at))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Those of these keys whose job nobody has tried, or somebody is trying: what comes of it is open.
///
/// # Errors
/// The database is away.
pub async fn untried<C: ConnectionTrait>(
    db: &C,
    keys: Vec<String>,
    now: Instant,
) -> Result<HashSet<String>, StorageError> {
    let is_open = Condition::any()
        .add(Column::Attempts.eq(0))
        .add(Column::LeasedUntil.gte(now));
    let rows = Entity::find()
        .filter(Column::Key.is_in(keys))
        .filter(Column::GivenUpAt.is_null())
        .filter(is_open)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.key).collect())
}

/// Seconds by which the oldest due job is late; 0 when none is.
///
/// # Errors
/// The database is away.
pub async fn lag_seconds(db: &Db) -> Result<i64, StorageError> {
    let now = db.clock().now();
    let oldest = Entity::find()
        .filter(Column::RunAt.lte(now))
        .filter(Column::GivenUpAt.is_null())
        .order_by_asc(Column::RunAt)
        .one(db.reader())
        .await?;
    Ok(oldest.map_or(0, |job| now.as_seconds() - job.run_at.as_seconds()))
}

/// Plans a job that is about the service itself, so many seconds ahead; planned twice it is one job.
///
/// # Errors
/// The database is away.
pub async fn plan(db: &Db, kind: &'static str, seconds_ahead: i64) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let run_at = txn.now().plus_seconds(seconds_ahead);
    let key = format!("{kind} {}", run_at.as_seconds() / seconds_ahead.max(1));
    txn.enqueue(Job {
        kind,
        key,
        subject: Uuid::nil(),
        run_at,
    });
    txn.commit().await?;
    Ok(())
}
