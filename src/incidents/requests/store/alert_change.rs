//! Changes of alerts. Whoever makes one holds its request.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, SqlErr, UpdateMany};

use super::alert::name;
use crate::clock::Instant;
use crate::db::{Actor, Txn};
use crate::entity::alert::{Column, Entity};
use crate::ids::AlertId;
use crate::incidents::requests::model::{AlertState, AnswerKind};

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
