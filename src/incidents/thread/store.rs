//! Queries of messages: they are added, and never changed. What they say in words is sealed with the key of its incident.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use zeroize::Zeroizing;

use super::model::{Message, MessageResponse, MessageSide, Recall, RecallKind, Thread};
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::deployment_message::{Column, Entity, Model};
use crate::entity::{
    deployment, deployment_message_call as calls, deployment_message_text as texts, incident,
};
use crate::ids::{DeploymentId, ExpertId, IncidentId, MessageId};
use crate::incidents::store::{NEVER, tell};
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// The messages of a deployment.
pub(super) async fn thread<C: ConnectionTrait>(
    db: &C,
    deployment: DeploymentId,
) -> Result<Thread, StorageError> {
    let rows = Entity::find()
        .filter(Column::DeploymentId.eq(deployment))
        .order_by_asc(Column::Position)
        .all(db)
        .await?;
    let messages: Result<Vec<_>, _> = rows.into_iter().map(message).collect();
    Ok(Thread::new(messages?))
}

/// Keeps a message. Of two that were to have the same place one fails.
pub(super) async fn insert(txn: &Txn, message: &Message) -> Result<(), StorageError> {
    let Message {
        id,
        deployment,
        position,
        sent_at,
        verb,
        originating,
        preceding,
        side,
        recall,
        response,
        schedule,
    } = message.clone();
    let schedule = serde_json::to_string(&schedule);
    let row = Model {
        id,
        deployment_id: deployment,
        position,
        sent_at,
        verb: <&str>::from(verb).to_owned(),
        originating_id: originating,
        preceding_id: preceding,
        side: <&str>::from(side).to_owned(),
        recall: recall.map(|recall| <&str>::from(recall.kind).to_owned()),
        recalled_id: recall.map(|recall| recall.message),
        response: response.map(|response| <&str>::from(response).to_owned()),
        schedule: schedule.map_err(|_| StorageError::Corrupt("deployment_messages.schedule"))?,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

fn message(row: Model) -> Result<Message, StorageError> {
    let corrupt = StorageError::Corrupt;
    let kind = row
        .recall
        .map(|kind| kind.parse::<RecallKind>())
        .transpose();
    let kind = kind.map_err(|_| corrupt("deployment_messages.recall"))?;
    let recall = kind.zip(row.recalled_id);
    let response = row
        .response
        .map(|response| response.parse::<MessageResponse>())
        .transpose();
    Ok(Message {
        id: row.id,
        deployment: row.deployment_id,
        position: row.position,
        sent_at: row.sent_at,
        verb: row
            .verb
            .parse()
            .map_err(|_| corrupt("deployment_messages.verb"))?,
        originating: row.originating_id,
        preceding: row.preceding_id,
        side: row
            .side
            .parse()
            .map_err(|_| corrupt("deployment_messages.side"))?,
        recall: recall.map(|(kind, message)| Recall { kind, message }),
        response: response.map_err(|_| corrupt("deployment_messages.response"))?,
        schedule: serde_json::from_str(&row.schedule)
            .map_err(|_| corrupt("deployment_messages.schedule"))?,
    })
}

/// Keeps what a message says in words; `false` where the incident has no key any more.
pub(super) async fn insert_text(
    txn: &Txn,
    ring: &Keyring,
    incident: IncidentId,
    (id, text): (MessageId, &str),
) -> Result<bool, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
        return Ok(false);
    };
    let plain = Zeroizing::new(text.as_bytes().to_vec());
    let row = texts::Model {
        message_id: id,
        incident_id: incident,
        sealed: key.seal(&plain, place(id))?,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(true)
}

/// What these messages of an incident say in words; what was forgotten is left out.
pub(super) async fn texts<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (incident, ids): (IncidentId, &[MessageId]),
) -> Result<HashMap<MessageId, String>, StorageError> {
    let Some(key) = sealed::key(db, ring, incident.0).await? else {
        return Ok(HashMap::new());
    };
    let rows = texts::Entity::find()
        .filter(texts::Column::IncidentId.eq(incident))
        .filter(texts::Column::MessageId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let opened = rows.into_iter().map(|row| {
        let plain = key.open(&row.sealed, place(row.message_id))?;
        let text = std::str::from_utf8(&plain).map_err(|_| SealError::DoesNotOpen)?;
        Ok((row.message_id, text.to_owned()))
    });
    opened.collect()
}

/// Forgets what was said in words about incidents closed before an instant: verbs and times stay.
///
/// # Errors
/// Storage failed; what is left is forgotten next time.
pub(in crate::incidents) async fn forget_texts(
    db: &Db,
    closed_before: Instant,
) -> Result<(), StorageError> {
    let over = Query::select()
        .column(incident::Column::Id)
        .from(incident::Entity)
        .and_where(incident::Column::ClosedAt.lt(closed_before))
        .to_owned();
    let txn = db.begin().await?;
    texts::Entity::delete_many()
        .filter(texts::Column::IncidentId.in_subquery(over))
        .exec(txn.connection())
        .await?;
    txn.commit().await?;
    Ok(())
}

/// Forgets what somebody who was erased said in words.
///
/// # Errors
/// The database failed.
pub(in crate::incidents) async fn forget_texts_of(
    txn: &Txn,
    expert: ExpertId,
) -> Result<(), DbErr> {
    let theirs = Query::select()
        .column(deployment::Column::Id)
        .from(deployment::Entity)
        .and_where(deployment::Column::ExpertId.eq(expert))
        .to_owned();
    let said = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::DeploymentId.in_subquery(theirs))
        .and_where(Column::Side.eq(<&str>::from(MessageSide::Expert)))
        .to_owned();
    texts::Entity::delete_many()
        .filter(texts::Column::MessageId.in_subquery(said))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// When a side is told next that somebody wrote, at most once in so many seconds; none when that is planned already.
pub(super) async fn tell_at(
    txn: &Txn,
    (deployment, side): (DeploymentId, MessageSide),
    seconds: i64,
) -> Result<Option<Instant>, DbErr> {
    use calls::{Column, Entity, Model};
    let db = txn.connection();
    let side: &str = side.into();
    let never = Model {
        deployment_id: deployment,
        side: side.to_owned(),
        told_at: NEVER,
    };
    let known = OnConflict::columns([Column::DeploymentId, Column::Side])
        .do_nothing()
        .to_owned();
    Entity::insert(never.into_active_model())
        .on_conflict(known)
        .exec_without_returning(db)
        .await?;
    let of: Expr = Column::DeploymentId
        .eq(deployment)
        .and(Column::Side.eq(side));
    if !tell::<Entity>(txn, (of, Column::ToldAt), seconds).await? {
        return Ok(None);
    }
    let row = Entity::find_by_id((deployment, side.to_owned()))
        .one(db)
        .await?;
    Ok(row.map(|row| row.told_at))
}

fn place(id: MessageId) -> Place {
    Place {
        table: "deployment_message_texts",
        column: "sealed",
        id: id.0,
    }
}
