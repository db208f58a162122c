//! What serves while people help, after its time.

use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::{arrival_sheet, deployment, hand_over, incident, readiness_tick};
use crate::ids::{ExpertId, IncidentId};
use crate::incidents::readiness::model::Part;

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

/// Forgets what somebody who was erased handed over; that they did, and when, stays.
///
/// # Errors
/// The database failed.
pub(in crate::incidents) async fn blank_hand_overs_of(
    txn: &Txn,
    expert: ExpertId,
) -> Result<(), DbErr> {
    let theirs = Query::select()
        .column(deployment::Column::Id)
        .from(deployment::Entity)
        .and_where(deployment::Column::ExpertId.eq(expert))
        .to_owned();
    hand_over::Entity::update_many()
        .col_expr(hand_over::Column::Sealed, Expr::value(Vec::<u8>::new()))
        .filter(hand_over::Column::DeploymentId.in_subquery(theirs))
        .filter(hand_over::Column::Side.eq(<&str>::from(Part::Expert)))
        .exec(txn.connection())
        .await?;
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
