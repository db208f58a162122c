//! How far the call of an incident went, and when somebody was told last.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};

use super::quiet;
use super::row::name;
use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::{desk_call, incident};
use crate::ids::{AccountId, IncidentId};
use crate::incidents::model::{IncidentState, Step, Verification};

/// Notes that the call goes as far as a step; `false` when it went so far, or somebody of the desk cares for the
/// incident, or it is over.
pub(in crate::incidents) async fn call(
    txn: &Txn,
    id: IncidentId,
    (turn, called): (Step, Step),
) -> Result<bool, DbErr> {
    use incident::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::Called, Expr::value(called.reach()))
        .filter(Column::Id.eq(id))
        .filter(Column::Called.lt(turn.reach()))
        .filter(waits())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Whether each incident is a drill that nobody of the desk cares for, or that was taken over before an instant and
/// forgotten.
pub(in crate::incidents) async fn waiting_for_desk<C: ConnectionTrait>(
    db: &C,
    taken_before: Instant,
) -> Result<Vec<bool>, DbErr> {
    let forgotten = Condition::all()
        .add(incident::Column::State.eq(name(IncidentState::Unverified)))
        .add(incident::Column::FirstTakenAt.lte(taken_before));
    incident::Entity::find()
        .select_only()
        .column(incident::Column::IsDrill)
        .filter(Condition::any().add(waits()).add(forgotten))
        .into_tuple()
        .all(db)
        .await
}

/// Nobody of the desk cares for it: that a code verified it at birth says of nobody that they do.
fn waits() -> Condition {
    use incident::Column;
    let by_nobody = Condition::any()
        .add(Column::VerifiedAt.is_null())
        .add(Column::VerifiedHow.eq(name(Verification::EmergencyCode)));
    Condition::all()
        .add(Column::TakenAt.is_null())
        .add(Column::State.ne(name(IncidentState::Closed)))
        .add(by_nobody)
}

/// When everybody whom it concerns was called to an incident last.
pub(in crate::incidents) async fn called_at(
    txn: &Txn,
    id: IncidentId,
) -> Result<Option<Instant>, DbErr> {
    let row = incident::Entity::find_by_id(id)
        .one(txn.connection())
        .await?;
    Ok(row.and_then(|row| row.called_at))
}

/// Notes that they are called now.
pub(in crate::incidents) async fn set_called(txn: &Txn, id: IncidentId) -> Result<(), DbErr> {
    incident::Entity::update_many()
        .col_expr(incident::Column::CalledAt, Expr::value(txn.now()))
        .filter(incident::Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// When somebody is told next, at most once in so many seconds; none when that is planned already.
pub(in crate::incidents) async fn tell_at(
    txn: &Txn,
    account: AccountId,
    seconds: i64,
) -> Result<Option<Instant>, DbErr> {
    use desk_call::{Column, Entity, Model};
    let db = txn.connection();
    let never = Model {
        account_id: account,
        told_at: quiet::NEVER,
    };
    let known = OnConflict::column(Column::AccountId)
        .do_nothing()
        .to_owned();
    Entity::insert(never.into_active_model())
        .on_conflict(known)
        .exec_without_returning(db)
        .await?;
    let of = Column::AccountId.eq(account);
    if quiet::tell::<Entity>(txn, (of, Column::ToldAt), seconds).await? {
        told_at(db, account).await
    } else {
        Ok(None)
    }
}

/// When somebody was told last, or is told next.
pub(in crate::incidents) async fn told_at<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Option<Instant>, DbErr> {
    let row = desk_call::Entity::find_by_id(account).one(db).await?;
    Ok(row.map(|row| row.told_at))
}
