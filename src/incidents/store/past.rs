//! Incidents that were kept long enough.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};

use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::incident::{Column, Entity};
use crate::ids::IncidentId;

/// Kept long enough: asked before and never verified, or closed before.
fn is_past((asked, closed): (Instant, Instant)) -> Condition {
    let unverified = Condition::all()
        .add(Column::VerifiedAt.is_null())
        .add(Column::AskedAt.lt(asked));
    let over = Condition::all()
        .add(Column::VerifiedAt.is_not_null())
        .add(Column::ClosedAt.lt(closed));
    Condition::any().add(unverified).add(over)
}

/// Some of those kept long enough.
pub(in crate::incidents) async fn past<C: ConnectionTrait>(
    db: &C,
    before: (Instant, Instant),
    limit: u64,
) -> Result<Vec<IncidentId>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(is_past(before))
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// Deletes an incident kept long enough; `false` when it is not, any more.
pub(in crate::incidents) async fn delete(
    txn: &Txn,
    id: IncidentId,
    before: (Instant, Instant),
) -> Result<bool, DbErr> {
    let result = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(is_past(before))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
