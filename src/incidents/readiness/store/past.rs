//! What serves while people help, after its time.

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::{arrival_sheet, hand_over, incident, readiness_tick};
use crate::ids::IncidentId;

/// Deletes sheets and hand-overs of incidents closed before an instant. What was ticked stays with the order.
///
/// # Errors
/// Storage failed; what is left is deleted next time.
pub(in crate::incidents) async fn forget_past_papers(
    db: &Db,
    closed_before: Instant,
) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    let past = || closed(closed_before);
    arrival_sheet::Entity::delete_many()
        .filter(arrival_sheet::Column::IncidentId.in_subquery(past()))
        .exec(txn.connection())
        .await?;
    hand_over::Entity::delete_many()
        .filter(hand_over::Column::IncidentId.in_subquery(past()))
        .exec(txn.connection())
        .await?;
    txn.commit().await?;
    Ok(())
}

/// Incidents closed before an instant.
fn closed(before: Instant) -> SelectStatement {
    Query::select()
        .column(incident::Column::Id)
        .from(incident::Entity)
        .and_where(incident::Column::ClosedAt.lt(before))
        .to_owned()
}

/// Deletes all of it with its incident.
pub(in crate::incidents) async fn forget_papers(txn: &Txn, id: IncidentId) -> Result<(), DbErr> {
    readiness_tick::Entity::delete_many()
        .filter(readiness_tick::Column::IncidentId.eq(id))
        .exec(txn.connection())
        .await?;
    arrival_sheet::Entity::delete_many()
        .filter(arrival_sheet::Column::IncidentId.eq(id))
        .exec(txn.connection())
        .await?;
    hand_over::Entity::delete_many()
        .filter(hand_over::Column::IncidentId.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}
