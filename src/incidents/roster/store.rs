//! Queries of the roster.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::model::{Changes, Duty, Shift};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::roster;
use crate::entity::roster_shift::{Column, Entity, Model};
use crate::ids::{self, AccountId, ShiftId};

/// The one row of the roster.
const ROSTER: i32 = 1;

/// Keeps others from changing the plan until the transaction ends; its version.
pub(super) async fn hold(txn: &Txn) -> Result<i32, StorageError> {
    add_to_version(txn, 0).await?;
    version(txn.connection()).await
}

/// The version of the plan.
pub(super) async fn version<C: ConnectionTrait>(db: &C) -> Result<i32, StorageError> {
    let row = roster::Entity::find_by_id(ROSTER).one(db).await?;
    row.map(|row| row.version)
        .ok_or(StorageError::Corrupt("roster"))
}

async fn add_to_version(txn: &Txn, steps: i32) -> Result<(), DbErr> {
    let version = Expr::col(roster::Column::Version).add(steps);
    roster::Entity::update_many()
        .col_expr(roster::Column::Version, version)
        .filter(roster::Column::Id.eq(ROSTER))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Whether any shift is kept, past ones too.
pub(super) async fn is_kept<C: ConnectionTrait>(db: &C) -> Result<bool, DbErr> {
    let found = Entity::find()
        .select_only()
        .column(Column::Id)
        .into_tuple::<ShiftId>()
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Shifts that are not over, the first first.
pub(super) async fn coming<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<Vec<Shift>, StorageError> {
    let rows = Entity::find()
        .filter(Column::UntilAt.gt(now))
        .order_by_asc(Column::FromAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.iter().map(shift).collect()
}

/// When the last of the shifts that are over ended.
pub(super) async fn last_end<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<Option<Instant>, DbErr> {
    let row = Entity::find()
        .filter(Column::UntilAt.lte(now))
        .order_by_desc(Column::UntilAt)
        .one(db)
        .await?;
    Ok(row.map(|row| row.until_at))
}

/// Shifts that are on at a moment.
pub(super) async fn running<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<Vec<Shift>, StorageError> {
    let rows = Entity::find()
        .filter(Column::FromAt.lte(now))
        .filter(Column::UntilAt.gt(now))
        .all(db)
        .await?;
    rows.iter().map(shift).collect()
}

/// All shifts of an account, with when each was planned.
pub(super) async fn of_account<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Vec<(Shift, Instant)>, StorageError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .order_by_asc(Column::FromAt)
        .all(db)
        .await?;
    let planned = rows.iter().map(|row| Ok((shift(row)?, row.planned_at)));
    planned.collect()
}

/// Changes the plan that is held.
pub(super) async fn change(txn: &Txn, changes: &Changes, by: AccountId) -> Result<(), DbErr> {
    let db = txn.connection();
    Entity::delete_many()
        .filter(Column::Id.is_in(changes.dropped.iter().copied()))
        .exec(db)
        .await?;
    for (id, until) in &changes.ends {
        Entity::update_many()
            .col_expr(Column::UntilAt, Expr::value(*until))
            .filter(Column::Id.eq(*id))
            .exec(db)
            .await?;
    }
    let row = |duty: &Duty| {
        let row = Model {
            id: ShiftId(ids::ordered(txn.now())),
            account_id: duty.account,
            seat: <&str>::from(duty.seat).to_owned(),
            from_at: duty.from,
            until_at: duty.until,
            planned_by: by,
            planned_at: txn.now(),
        };
        row.into_active_model()
    };
    if !changes.new.is_empty() {
        Entity::insert_many(changes.new.iter().map(row))
            .exec_without_returning(db)
            .await?;
    }
    add_to_version(txn, 1).await
}

/// Forgets shifts that were over before an instant.
pub(super) async fn forget(txn: &Txn, before: Instant) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::UntilAt.lt(before))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn shift(row: &Model) -> Result<Shift, StorageError> {
    let seat = row.seat.parse();
    Ok(Shift {
        id: row.id,
        duty: Duty {
            account: row.account_id,
            seat: seat.map_err(|_| StorageError::Corrupt("roster_shifts.seat"))?,
            from: row.from_at,
            until: row.until_at,
        },
    })
}
