//! Queries of deliveries.

use sea_orm::sea_query::{Expr, Func, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::model::{Delivery, DeliveryState, Dispatch, Tally};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::message_delivery::{Column, Entity, Model};
use crate::ids;
use crate::notifications::{Channel, Failure};

/// Keeps what a channel did with a message. A second try under the same reference changes what had failed.
pub(super) async fn keep(
    txn: &Txn,
    dispatch: &Dispatch<'_>,
    (way, channel): (usize, Channel),
    outcome: Result<(), Failure>,
) -> Result<(), DbErr> {
    let Dispatch {
        subject,
        purpose,
        attempt,
        reference,
        ways: _,
    } = *dispatch;
    let state = outcome.map_or(DeliveryState::Failed, |()| DeliveryState::Sent);
    let row = Model {
        id: ids::ordered(txn.now()),
        subject,
        purpose: purpose.to_owned(),
        reference,
        channel: <&str>::from(channel).to_owned(),
        way: i32::try_from(way).unwrap_or(i32::MAX),
        state: <&str>::from(state).to_owned(),
        failure: outcome
            .err()
            .map(|failure| <&str>::from(failure).to_owned()),
        attempt,
        tried_at: txn.now(),
        changed_at: txn.now(),
        keyed_at: None,
    };
    let again = row.clone();
    let is_first = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    if is_first == 1 {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::State, Expr::value(again.state))
        .col_expr(Column::Failure, Expr::value(again.failure))
        .col_expr(Column::Way, Expr::value(again.way))
        .col_expr(Column::Attempt, Expr::value(attempt))
        .col_expr(Column::TriedAt, Expr::value(txn.now()))
        .col_expr(Column::ChangedAt, Expr::value(txn.now()))
        .filter(Column::Reference.eq(reference))
        .filter(Column::Channel.eq(<&str>::from(channel)))
        .filter(Column::State.eq(<&str>::from(DeliveryState::Failed)))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// A message on a channel; none when there is no such message.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    (channel, reference): (Channel, Uuid),
) -> Result<Option<Delivery>, StorageError> {
    let row = Entity::find()
        .filter(Column::Reference.eq(reference))
        .filter(Column::Channel.eq(<&str>::from(channel)))
        .one(db)
        .await?;
    row.map(delivery).transpose()
}

/// Notes that a key that means something was pressed in a call; `false` when one was before.
pub(super) async fn note_key(txn: &Txn, reference: Uuid) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::KeyedAt, Expr::value(txn.now()))
        .filter(Column::Reference.eq(reference))
        .filter(Column::Channel.eq(<&str>::from(Channel::Voice)))
        .filter(Column::KeyedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Notes a state that was reported, if the one there is allows it; `false` if it does not.
pub(super) async fn note(
    txn: &Txn,
    (channel, reference): (Channel, Uuid),
    state: DeliveryState,
) -> Result<bool, DbErr> {
    let before = state.after().iter().map(|state| <&str>::from(*state));
    let noted = Entity::update_many()
        .col_expr(Column::State, Expr::value(<&str>::from(state)))
        .col_expr(Column::Failure, Expr::value(Option::<String>::None))
        .col_expr(Column::ChangedAt, Expr::value(txn.now()))
        .filter(Column::Reference.eq(reference))
        .filter(Column::Channel.eq(<&str>::from(channel)))
        .filter(Column::State.is_in(before))
        .exec(txn.connection())
        .await?;
    Ok(noted.rows_affected == 1)
}

/// What each channel did with the message of a reference, oldest first.
pub(super) async fn of_reference<C: ConnectionTrait>(
    db: &C,
    reference: Uuid,
) -> Result<Vec<Delivery>, StorageError> {
    let rows = Entity::find()
        .filter(Column::Reference.eq(reference))
        .order_by_asc(Column::ChangedAt)
        .order_by_asc(Column::Way)
        .all(db)
        .await?;
    rows.into_iter().map(delivery).collect()
}

/// Messages about these objects, in the order in which they were tried.
pub(super) async fn of<C: ConnectionTrait>(
    db: &C,
    subjects: &[Uuid],
) -> Result<Vec<Delivery>, StorageError> {
    let rows = Entity::find()
        .filter(Column::Subject.is_in(subjects.iter().copied()))
        .order_by_asc(Column::TriedAt)
        .order_by_asc(Column::Way)
        .all(db)
        .await?;
    rows.into_iter().map(delivery).collect()
}

/// How often each channel came to each state since an instant, and when it last did; `true` for a refusal of its own.
pub(super) async fn tallies<C: ConnectionTrait>(
    db: &C,
    since: Instant,
) -> Result<Vec<(Channel, (DeliveryState, bool), Tally)>, StorageError> {
    let is_recent = Expr::case(Column::ChangedAt.gte(since), 1).finally(0);
    let rows: Vec<(String, String, Option<String>, Instant, i64)> = Entity::find()
        .select_only()
        .column(Column::Channel)
        .column(Column::State)
        .column(Column::Failure)
        .column_as(Column::ChangedAt.max(), "last")
        .expr_as(Func::sum(is_recent), "recent")
        .group_by(Column::Channel)
        .group_by(Column::State)
        .group_by(Column::Failure)
        .into_tuple()
        .all(db)
        .await?;
    let tally = |(channel, state, failure, last, recent): (String, String, Option<_>, _, i64)| {
        let within_a_day = recent.unsigned_abs();
        Ok((
            known(&channel, "message_deliveries.channel")?,
            (
                known(&state, "message_deliveries.state")?,
                failure.is_some(),
            ),
            Tally { last, within_a_day },
        ))
    };
    rows.into_iter().map(tally).collect()
}

/// Deletes what was last heard of before an instant.
pub(super) async fn forget_before(txn: &Txn, at: Instant) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::TriedAt.lt(at))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn delivery(row: Model) -> Result<Delivery, StorageError> {
    let Model {
        id: _,
        subject,
        purpose,
        reference,
        channel,
        way,
        state,
        failure,
        attempt,
        tried_at,
        changed_at,
        keyed_at: _,
    } = row;
    Ok(Delivery {
        subject,
        purpose,
        reference,
        channel: known(&channel, "message_deliveries.channel")?,
        way: usize::try_from(way).unwrap_or(usize::MAX),
        state: known(&state, "message_deliveries.state")?,
        failure: failure
            .map(|failure| known(&failure, "message_deliveries.failure"))
            .transpose()?,
        attempt,
        tried_at,
        changed_at,
    })
}

fn known<T: std::str::FromStr>(stored: &str, column: &'static str) -> Result<T, StorageError> {
    stored.parse().map_err(|_| StorageError::Corrupt(column))
}
