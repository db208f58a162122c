//! Queries of alerts.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use crate::clock::Instant;
use crate::db::{StorageError, Txn};
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

pub(super) fn name(state: AlertState) -> String {
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
