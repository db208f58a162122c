//! Tries of the spoken code of an incident.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};

use crate::db::Txn;
use crate::entity::incident::{Column, Entity};
use crate::ids::IncidentId;

/// How often a code can be typed wrong.
const TRIES: i32 = 5;

/// Counts a try of the code before it is looked at; how many are left, and none when there were too many.
pub(in crate::incidents) async fn count_code_try(
    txn: &Txn,
    id: IncidentId,
) -> Result<Option<i32>, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::CodeTries, Expr::col(Column::CodeTries).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::CodeTries.lt(TRIES))
        .exec(txn.connection())
        .await?;
    if result.rows_affected == 0 {
        return Ok(None);
    }
    let row = Entity::find_by_id(id).one(txn.connection()).await?;
    Ok(row.map(|row| TRIES - row.code_tries))
}

/// The code was right: the tries begin anew.
pub(in crate::incidents) async fn forget_code_tries(
    txn: &Txn,
    id: IncidentId,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::CodeTries, Expr::value(0))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}
