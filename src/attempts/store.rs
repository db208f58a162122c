//! Queries of counters.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};

use super::Counter;
use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::sign_in_attempt::{ActiveModel, Column, Entity};

/// Adds one to a counter; `false` when it passes its limit.
pub(super) async fn count(txn: &Txn, counter: &Counter, until: Instant) -> Result<bool, DbErr> {
    let row = ActiveModel {
        scope: Set(counter.scope.to_owned()),
        subject: Set(counter.subject.clone()),
        until_at: Set(until),
        used: Set(0),
    };
    let exists = OnConflict::columns([Column::Scope, Column::Subject, Column::UntilAt])
        .do_nothing()
        .to_owned();
    Entity::insert(row)
        .on_conflict(exists)
        .exec_without_returning(txn.connection())
        .await?;
    let result = Entity::update_many()
        .col_expr(Column::Used, Expr::col(Column::Used).add(1))
        .filter(Column::Scope.eq(counter.scope))
        .filter(Column::Subject.eq(counter.subject.as_slice()))
        .filter(Column::UntilAt.eq(until))
        .filter(Column::Used.lt(counter.limit))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Takes one off a counter.
pub(super) async fn give_back(txn: &Txn, counter: &Counter, until: Instant) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Used, Expr::col(Column::Used).sub(1))
        .filter(Column::Scope.eq(counter.scope))
        .filter(Column::Subject.eq(counter.subject.as_slice()))
        .filter(Column::UntilAt.eq(until))
        .filter(Column::Used.gt(0))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Forgets counters whose period is over.
///
/// # Errors
/// The database failed.
pub async fn forget_old(txn: &Txn) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::UntilAt.lt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(())
}
