//! Queries of requests for help.

mod alert;
mod alert_change;
mod cohort;
mod need;
mod past;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

pub(in crate::incidents) use alert::{
    alert, alert_of_token, alerts_of, histories, insert_alert, open_among, requests_asking,
};
pub(in crate::incidents) use alert_change::{
    answer, close, expire, fail, reopen, seen, sent, sent_again, stand_down_alert, undo,
};
pub(in crate::incidents) use cohort::cohorts;
pub(in crate::incidents) use need::{
    choices_of, choose, insert_needs, needs_of, prolong_wave, start_wave, wave_ends_now,
};

pub(in crate::incidents) use past::{forget_answers, forget_requests, forget_traces, forget_unmet};

use super::model::HelpRequest;
use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::help_request::{Column, Entity, Model};
use crate::ids::{IncidentId, RequestId};

pub(in crate::incidents) async fn insert(
    txn: &Txn,
    request: &HelpRequest,
    by: Actor,
) -> Result<(), DbErr> {
    let HelpRequest {
        id,
        incident,
        from,
        days,
        made_at,
        begun_at,
        paused_at,
        filled_at,
        stood_down: _,
        first_yes_counts,
        version,
    } = request.clone();
    let row = Model {
        id,
        incident_id: incident,
        from_at: from,
        days: days.into(),
        made_by: by.to_string(),
        made_at,
        begun_at,
        paused_at,
        filled_at,
        stood_down_at: None,
        stood_down_by: None,
        stood_down_why: None,
        first_yes_counts,
        version,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(in crate::incidents) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: RequestId,
) -> Result<Option<HelpRequest>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    row.map(request).transpose()
}

/// Requests of an incident, oldest first.
pub(in crate::incidents) async fn of_incident<C: ConnectionTrait>(
    db: &C,
    id: IncidentId,
) -> Result<Vec<HelpRequest>, StorageError> {
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(id))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(request).collect()
}

/// Keeps others from changing a request, its needs, alerts and deployments until the transaction ends, and reads it
/// then: what was read before may be old.
pub(in crate::incidents) async fn hold(
    txn: &Txn,
    id: RequestId,
) -> Result<Option<HelpRequest>, StorageError> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    by_id(txn.connection(), id).await
}

/// Begins to ask people; `false` when that was done before.
pub(in crate::incidents) async fn begin(txn: &Txn, id: RequestId) -> Result<bool, DbErr> {
    set(
        txn,
        id,
        (Column::BegunAt, Some(txn.now())),
        Column::BegunAt.is_null(),
    )
    .await
}

/// Says since when nobody new is asked, or that it goes on.
pub(in crate::incidents) async fn pause(
    txn: &Txn,
    id: RequestId,
    at: Option<Instant>,
) -> Result<bool, DbErr> {
    set(
        txn,
        id,
        (Column::PausedAt, at),
        Column::StoodDownAt.is_null(),
    )
    .await
}

/// Says since when every place is taken, or that one is open again.
pub(in crate::incidents) async fn fill(
    txn: &Txn,
    id: RequestId,
    at: Option<Instant>,
) -> Result<bool, DbErr> {
    set(
        txn,
        id,
        (Column::FilledAt, at),
        Column::StoodDownAt.is_null(),
    )
    .await
}

async fn set(
    txn: &Txn,
    id: RequestId,
    (column, at): (Column, Option<Instant>),
    provided: sea_orm::sea_query::SimpleExpr,
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(column, Expr::value(at))
        .filter(Column::Id.eq(id))
        .filter(provided)
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Ends a request; `false` when it has ended already.
pub(in crate::incidents) async fn stand_down(
    txn: &Txn,
    id: RequestId,
    (by, why): (Actor, &str),
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::StoodDownAt, Expr::value(txn.now()))
        .col_expr(Column::StoodDownBy, Expr::value(by.to_string()))
        .col_expr(Column::StoodDownWhy, Expr::value(why))
        .filter(Column::Id.eq(id))
        .filter(Column::StoodDownAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

fn request(row: Model) -> Result<HelpRequest, StorageError> {
    let days = u16::try_from(row.days);
    Ok(HelpRequest {
        id: row.id,
        incident: row.incident_id,
        from: row.from_at,
        days: days.map_err(|_| StorageError::Corrupt("help_requests.days"))?,
        made_at: row.made_at,
        begun_at: row.begun_at,
        paused_at: row.paused_at,
        filled_at: row.filled_at,
        stood_down: row.stood_down_at.zip(row.stood_down_why),
        first_yes_counts: row.first_yes_counts,
        version: row.version,
    })
}
