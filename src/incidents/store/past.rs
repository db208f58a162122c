//! Incidents that were kept long enough.

use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};
use strum::VariantArray;

use super::events::delete_events;
use super::notes::delete_notes;
use super::told::delete_told;
use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::deployment;
use crate::entity::incident::{Column, Entity};
use crate::ids::IncidentId;
use crate::incidents::attachments::forget_attachments;
use crate::incidents::care::forget_care;
use crate::incidents::deployments::DeploymentState;
use crate::incidents::legal::forget_legal;
use crate::incidents::readiness::forget_papers;

/// Before when what is past.
#[derive(Clone, Copy, Debug)]
pub(in crate::incidents) struct Before {
    /// Asked, and never verified.
    pub(in crate::incidents) asked: Instant,
    /// Closed.
    pub(in crate::incidents) closed: Instant,
    /// Closed, where somebody was committed: orders are kept longer.
    pub(in crate::incidents) ordered: Instant,
}

/// Kept long enough: asked before and never verified, or closed before.
fn is_past(before: Before) -> Condition {
    let unverified = Condition::all()
        .add(Column::VerifiedAt.is_null())
        .add(Column::AskedAt.lt(before.asked));
    let over = is_over(before).add(
        Condition::any()
            .add(Column::Id.not_in_subquery(with_orders()))
            .add(Column::ClosedAt.lt(before.ordered)),
    );
    Condition::any().add(unverified).add(over)
}

fn is_over(before: Before) -> Condition {
    Condition::all()
        .add(Column::VerifiedAt.is_not_null())
        .add(Column::ClosedAt.lt(before.closed))
}

/// Incidents in which somebody was committed.
fn with_orders() -> SelectStatement {
    let ordered = DeploymentState::VARIANTS.iter().copied();
    let ordered = ordered.filter(|state| state.fills_a_place());
    let ordered = ordered.map(<&str>::from);
    Query::select()
        .column(deployment::Column::IncidentId)
        .from(deployment::Entity)
        .and_where(deployment::Column::State.is_in(ordered))
        .to_owned()
}

/// Some of those kept long enough.
pub(in crate::incidents) async fn past<C: ConnectionTrait>(
    db: &C,
    before: Before,
    limit: u64,
) -> Result<Vec<IncidentId>, DbErr> {
    ids(db, is_past(before), limit).await
}

/// Some of those closed long enough ago that are kept for their orders, and still say who asked.
pub(in crate::incidents) async fn past_but_ordered<C: ConnectionTrait>(
    db: &C,
    before: Before,
    limit: u64,
) -> Result<Vec<IncidentId>, DbErr> {
    let says = Condition::all()
        .add(is_over(before))
        .add(Column::Sealed.ne(Vec::<u8>::new()));
    ids(db, says, limit).await
}

async fn ids<C: ConnectionTrait>(
    db: &C,
    which: Condition,
    limit: u64,
) -> Result<Vec<IncidentId>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(which)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// Forgets who asked, and when the town was told last.
pub(in crate::incidents) async fn blank(txn: &Txn, id: IncidentId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    delete_told(txn, id).await
}

/// Deletes an incident kept long enough, with its notes, attachments, papers, reports and events; `false` when it is not, any more.
pub(in crate::incidents) async fn forget(
    txn: &Txn,
    id: IncidentId,
    before: Before,
) -> Result<bool, DbErr> {
    let kept = Entity::find_by_id(id)
        .select_only()
        .column(Column::Id)
        .filter(is_past(before))
        .into_tuple::<IncidentId>()
        .one(txn.connection())
        .await?;
    if kept.is_none() {
        return Ok(false);
    }
    delete_notes(txn, id).await?;
    forget_legal(txn, id).await?;
    forget_attachments(txn, id).await?;
    forget_papers(txn, id).await?;
    delete_events(txn, id).await?;
    delete_told(txn, id).await?;
    forget_care(txn, id).await?;
    let result = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(is_past(before))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
