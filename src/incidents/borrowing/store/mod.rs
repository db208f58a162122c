//! Queries of requests for offers. Whoever changes one holds its offer.

mod past;
mod row;
mod words;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

pub(in crate::incidents) use past::{blank_borrowing, forget_borrowing};
use row::{name, request, row};
pub(in crate::incidents) use words::Words;
pub(super) use words::{Said, seal_answer, seal_message, texts};

use super::model::{OfferRequest, OfferRequestState, Promise};
use crate::access::Scope;
use crate::db::{StorageError, Txn};
use crate::entity::offer_request::{Column, Entity};
use crate::ids::{IncidentId, OfferId, OfferRequestId, OrganisationId};

/// Keeps a new request with its sealed message.
pub(super) async fn insert(
    txn: &Txn,
    new: &OfferRequest,
    message: Option<Vec<u8>>,
) -> Result<(), DbErr> {
    let row = row(new.clone(), message);
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(super) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: OfferRequestId,
) -> Result<Option<OfferRequest>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    row.map(request).transpose()
}

/// Those of an incident, oldest first.
pub(super) async fn of_incident<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<OfferRequest>, StorageError> {
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(request).collect()
}

/// Those of which a town or a house has to do with, newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    (towns, houses): (Option<&Scope>, Option<&Scope>),
    (before, limit): (Option<OfferRequestId>, u64),
) -> Result<Vec<OfferRequest>, StorageError> {
    let mut query = Entity::find().order_by_desc(Column::Id).limit(limit);
    if !towns.is_some_and(Scope::is_everything) {
        let named = |scope: Option<&Scope>| -> Vec<OrganisationId> {
            scope.map_or_else(Vec::new, |scope| scope.organisations().to_vec())
        };
        let sides = Condition::any()
            .add(Column::RequesterId.is_in(named(towns)))
            .add(Column::ProviderId.is_in(named(houses)));
        query = query.filter(sides);
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.all(db).await?;
    rows.into_iter().map(request).collect()
}

/// What an offer is promised for, apart from one request.
pub(super) async fn promised<C: ConnectionTrait>(
    db: &C,
    offer: OfferId,
    but: OfferRequestId,
) -> Result<Vec<Promise>, StorageError> {
    let states = [OfferRequestState::Agreed, OfferRequestState::Running].map(name);
    let rows = Entity::find()
        .filter(Column::OfferId.eq(offer))
        .filter(Column::State.is_in(states))
        .filter(Column::Id.ne(but))
        .all(db)
        .await?;
    let promises = rows.into_iter().map(|row| Ok(request(row)?.promise()));
    promises.collect()
}

/// Saves a request that was read while its offer was held; `false` when somebody was faster.
pub(super) async fn save(txn: &Txn, changed: &OfferRequest) -> Result<bool, DbErr> {
    let more_days = changed.more_days.map(i32::from);
    let (answered_at, answered_by) = changed.answered.clone().unzip();
    let (started_at, started_by) = changed.started.clone().unzip();
    let (ended_at, ended_by) = changed.ended.clone().unzip();
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(name(changed.state)))
        .col_expr(Column::Quantity, Expr::value(row::number(changed.quantity)))
        .col_expr(Column::UntilAt, Expr::value(changed.period.until))
        .col_expr(Column::MoreDays, Expr::value(more_days))
        .col_expr(Column::DueAt, Expr::value(changed.due_at))
        .col_expr(Column::AnsweredAt, Expr::value(answered_at))
        .col_expr(Column::AnsweredBy, Expr::value(answered_by))
        .col_expr(Column::StartedAt, Expr::value(started_at))
        .col_expr(Column::StartedBy, Expr::value(started_by))
        .col_expr(Column::EndedAt, Expr::value(ended_at))
        .col_expr(Column::EndedBy, Expr::value(ended_by))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(changed.id))
        .filter(Column::Version.eq(changed.version))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Keeps what the house said, sealed.
pub(super) async fn keep_answer(
    txn: &Txn,
    id: OfferRequestId,
    sealed: Vec<u8>,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Answer, Expr::value(sealed))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}
