//! Telling somebody at once, and of what follows within a while together.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};

use crate::clock::Instant;
use crate::db::Txn;

/// Moves when the one row `of` a table was told last, or is told next, at most once in so many seconds; `false` when
/// that is planned already.
pub(in crate::incidents) async fn tell<E: EntityTrait>(
    txn: &Txn,
    (of, told_at): (Expr, E::Column),
    quiet: i64,
) -> Result<bool, DbErr> {
    let (db, now) = (txn.connection(), txn.now());
    let at_once = E::update_many()
        .col_expr(told_at, Expr::value(now))
        .filter(of.clone())
        .filter(told_at.lte(now.plus_seconds(-quiet)))
        .exec(db)
        .await?;
    if at_once.rows_affected == 1 {
        return Ok(true);
    }
    let micros = quiet.saturating_mul(1_000_000);
    let later = E::update_many()
        .col_expr(told_at, Expr::col(told_at).add(micros))
        .filter(of)
        .filter(told_at.lte(now))
        .exec(db)
        .await?;
    Ok(later.rows_affected == 1)
}

/// Since when nobody was ever told.
pub(in crate::incidents) const NEVER: Instant = Instant::from_micros(0);
