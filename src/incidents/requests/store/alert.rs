//! Queries of alerts. Whoever changes one holds its request.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, SqlErr, UpdateMany,
};

use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::alert::{Column, Entity, Model};
use crate::ids::{AlertId, ExpertId, RequestId};
use crate::incidents::requests::model::{Alert, AlertState, AnswerKind, History};

/// Adds an alert; `false` when the person was asked for this need before, or holds another open one.
pub(in crate::incidents) async fn insert_alert(
    txn: &Txn,
    alert: &Alert,
    token_hash: Vec<u8>,
) -> Result<bool, DbErr> {
    let row = Model {
        id: alert.id,
        request_id: alert.request,
        need_id: alert.need,
        expert_id: alert.expert,
        wave: alert.wave.into(),
        state: name(AlertState::Queued),
        channel: None,
        token_hash,
        made_at: alert.made_at,
        expires_at: alert.expires_at,
        sent_at: None,
        seen_at: None,
        answered_at: None,
        answered_by: None,
        answer: None,
        answer_from: None,
        closed_at: None,
    };
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// Alerts of a request, oldest first.
pub(in crate::incidents) async fn alerts_of<C: ConnectionTrait>(
    db: &C,
    request: RequestId,
) -> Result<Vec<Alert>, StorageError> {
    let rows = Entity::find()
        .filter(Column::RequestId.eq(request))
        .order_by_asc(Column::MadeAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

pub(in crate::incidents) async fn alert<C: ConnectionTrait>(
    db: &C,
    id: AlertId,
) -> Result<Option<Alert>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(read).transpose()
}

pub(in crate::incidents) async fn alert_of_token<C: ConnectionTrait>(
    db: &C,
    hash: &[u8],
) -> Result<Option<Alert>, StorageError> {
    let row = Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .one(db)
        .await?;
    row.map(read).transpose()
}

/// Who of these holds an open alert.
pub(in crate::incidents) async fn open_among<C: ConnectionTrait>(
    db: &C,
    experts: &[ExpertId],
) -> Result<HashSet<ExpertId>, DbErr> {
    let held: Vec<ExpertId> = Entity::find()
        .select_only()
        .column(Column::ExpertId)
        .filter(Column::ExpertId.is_in(experts.iter().copied()))
        .filter(Column::ClosedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(held.into_iter().collect())
}

/// Requests by which somebody is asked, or said yes and waits.
pub(in crate::incidents) async fn requests_asking<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
) -> Result<Vec<RequestId>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::RequestId)
        .filter(Column::ExpertId.eq(expert))
        .filter(Column::ClosedAt.is_null())
        .into_tuple()
        .all(db)
        .await
}

/// What there was with each of these since an instant.
pub(in crate::incidents) async fn histories<C: ConnectionTrait>(
    db: &C,
    experts: &[ExpertId],
    since: Instant,
) -> Result<HashMap<ExpertId, History>, DbErr> {
    let rows: Vec<(ExpertId, Option<String>, Option<Instant>)> = Entity::find()
        .select_only()
        .column(Column::ExpertId)
        .column(Column::Answer)
        .column(Column::AnsweredAt)
        .filter(Column::ExpertId.is_in(experts.iter().copied()))
        .filter(Column::MadeAt.gte(since))
        // Who was never reached was not asked.
        .filter(
            Column::SentAt
                .is_not_null()
                .or(Column::AnsweredAt.is_not_null()),
        )
        .into_tuple()
        .all(db)
        .await?;
    let mut histories: HashMap<ExpertId, History> = HashMap::new();
    for (expert, answer, answered_at) in rows {
        let history = histories.entry(expert).or_default();
        history.alerts += 1;
        if answer.as_deref() == Some(AnswerKind::NotTonight.into()) {
            history.not_tonight_at = Ord::max(history.not_tonight_at, answered_at);
        }
    }
    Ok(histories)
}

/// It went out by a way, whatever became of it meanwhile: whoever was told is told of the end, too.
pub(in crate::incidents) async fn sent(
    txn: &Txn,
    id: AlertId,
    channel: &str,
) -> Result<bool, DbErr> {
    let went = Entity::update_many()
        .col_expr(Column::Channel, Expr::value(channel))
        .col_expr(Column::SentAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::SentAt.is_null());
    run(txn, went).await?;
    let update = waiting(id)
        .col_expr(Column::State, Expr::value(name(AlertState::Sent)))
        .filter(Column::State.eq(name(AlertState::Queued)));
    run(txn, update).await
}

/// What had gone out did not arrive, and went by another way.
pub(in crate::incidents) async fn sent_again(
    txn: &Txn,
    id: AlertId,
    channel: &str,
) -> Result<bool, DbErr> {
    let update = waiting(id).col_expr(Column::Channel, Expr::value(channel));
    run(txn, update).await
}

/// It was looked at first.
pub(in crate::incidents) async fn seen(txn: &Txn, id: AlertId) -> Result<bool, DbErr> {
    let update = waiting(id)
        .col_expr(Column::State, Expr::value(name(AlertState::Seen)))
        .col_expr(Column::SeenAt, Expr::value(txn.now()))
        .filter(Column::SeenAt.is_null());
    run(txn, update).await
}

/// It was answered; `false` when it is no longer waited for. A no ends it.
pub(in crate::incidents) async fn answer(
    txn: &Txn,
    id: AlertId,
    (kind, from): (AnswerKind, Option<Instant>),
    by: Actor,
) -> Result<bool, DbErr> {
    let closed = (!kind.is_yes()).then_some(txn.now());
    let update = waiting(id)
        .col_expr(Column::State, Expr::value(name(AlertState::Answered)))
        .col_expr(Column::Answer, Expr::value(<&str>::from(kind)))
        .col_expr(Column::AnswerFrom, Expr::value(from))
        .col_expr(Column::AnsweredAt, Expr::value(txn.now()))
        .col_expr(Column::AnsweredBy, Expr::value(by.to_string()))
        .col_expr(Column::ClosedAt, Expr::value(closed));
    run(txn, update).await
}

/// Takes an answer back, so that it can be given anew until then; the caller made sure that nothing else is open of the
/// person; `false` when they are asked elsewhere meanwhile.
pub(in crate::incidents) async fn undo(
    txn: &Txn,
    id: AlertId,
    until: Instant,
) -> Result<bool, DbErr> {
    let update = Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(name(AlertState::Answered)))
        .col_expr(Column::ExpiresAt, Expr::value(until))
        .col_expr(Column::State, Expr::value(name(AlertState::Seen)))
        .col_expr(Column::Answer, Expr::value(None::<String>))
        .col_expr(Column::AnswerFrom, Expr::value(None::<Instant>))
        .col_expr(Column::AnsweredAt, Expr::value(None::<Instant>))
        .col_expr(Column::AnsweredBy, Expr::value(None::<String>))
        .col_expr(Column::ClosedAt, Expr::value(None::<Instant>));
    match run(txn, update).await {
        Err(error) if is_duplicate(&error) => Ok(false),
        undone => undone,
    }
}

/// Whether another row has what must be unique.
fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Nobody answered in time.
pub(in crate::incidents) async fn expire(txn: &Txn, id: AlertId) -> Result<bool, DbErr> {
    end(txn, id, AlertState::Expired).await
}

/// No way to reach them worked.
pub(in crate::incidents) async fn fail(txn: &Txn, id: AlertId) -> Result<bool, DbErr> {
    end(txn, id, AlertState::Failed).await
}

/// Somebody whom no way reached was phoned; the caller made sure that nothing else is open of the person.
pub(in crate::incidents) async fn reopen(txn: &Txn, id: AlertId) -> Result<bool, DbErr> {
    let update = Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(name(AlertState::Failed)))
        .col_expr(Column::State, Expr::value(name(AlertState::Queued)))
        .col_expr(Column::ClosedAt, Expr::value(None::<Instant>));
    run(txn, update).await
}

async fn end(txn: &Txn, id: AlertId, state: AlertState) -> Result<bool, DbErr> {
    let update = waiting(id)
        .col_expr(Column::State, Expr::value(name(state)))
        .col_expr(Column::ClosedAt, Expr::value(txn.now()));
    run(txn, update).await
}

/// It is needed no more, answered or not.
pub(in crate::incidents) async fn stand_down_alert(txn: &Txn, id: AlertId) -> Result<bool, DbErr> {
    let update = Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::ClosedAt.is_null())
        .col_expr(Column::State, Expr::value(name(AlertState::StoodDown)))
        .col_expr(Column::ClosedAt, Expr::value(txn.now()));
    run(txn, update).await
}

/// It came to an end: a deployment is committed, or nothing comes of it. The answer stays.
pub(in crate::incidents) async fn close(txn: &Txn, id: AlertId) -> Result<bool, DbErr> {
    let update = Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::ClosedAt.is_null())
        .col_expr(Column::ClosedAt, Expr::value(txn.now()));
    run(txn, update).await
}

fn waiting(id: AlertId) -> UpdateMany<Entity> {
    let states = [
        AlertState::Queued,
        AlertState::Sent,
        AlertState::Delivered,
        AlertState::Seen,
    ];
    Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::ClosedAt.is_null())
        .filter(Column::State.is_in(states.map(name)))
}

async fn run(txn: &Txn, update: UpdateMany<Entity>) -> Result<bool, DbErr> {
    let result = update.exec(txn.connection()).await?;
    Ok(result.rows_affected == 1)
}

fn name(state: AlertState) -> String {
    <&str>::from(state).to_owned()
}

fn read(row: Model) -> Result<Alert, StorageError> {
    let wave = u16::try_from(row.wave);
    let state = row.state.parse();
    let answer = row.answer.map(|answer| answer.parse()).transpose();
    let answer = answer.map_err(|_| StorageError::Corrupt("alerts.answer"))?;
    Ok(Alert {
        id: row.id,
        request: row.request_id,
        need: row.need_id,
        expert: row.expert_id,
        wave: wave.map_err(|_| StorageError::Corrupt("alerts.wave"))?,
        state: state.map_err(|_| StorageError::Corrupt("alerts.state"))?,
        channel: row.channel,
        made_at: row.made_at,
        expires_at: row.expires_at,
        sent_at: row.sent_at,
        seen_at: row.seen_at,
        answer: answer.zip(row.answered_at),
        answer_from: row.answer_from,
        closed_at: row.closed_at,
    })
}
