//! When a town is to be reminded of a report, and when it was.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::clock_reminder::{Column, Entity, Model};
use crate::ids::IncidentId;
use crate::incidents::care::model::Reminder;

/// Plans a reminder; `false` where it is planned already.
pub(in crate::incidents::care) async fn plan(
    txn: &Txn,
    reminder: &Reminder,
) -> Result<bool, DbErr> {
    let Reminder {
        id,
        incident,
        clock,
        stage,
        due_at,
        remind_at,
        reminded_at,
    } = *reminder;
    let row = Model {
        id,
        incident_id: incident,
        clock: <&str>::from(clock).to_owned(),
        stage: <&str>::from(stage).to_owned(),
        due_at,
        remind_at,
        reminded_at,
    };
    let planned = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(planned == 1)
}

/// A reminder.
pub(in crate::incidents::care) async fn reminder<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
) -> Result<Option<Reminder>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    row.map(read).transpose()
}

/// Notes that a town is reminded now; `false` when it was before.
pub(in crate::incidents::care) async fn set_reminded(txn: &Txn, id: Uuid) -> Result<bool, DbErr> {
    let noted = Entity::update_many()
        .col_expr(Column::RemindedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::RemindedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(noted.rows_affected == 1)
}

/// Reminders of an incident that went out, oldest first.
pub(in crate::incidents::care) async fn told<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<(Reminder, Instant)>, StorageError> {
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .filter(Column::RemindedAt.is_not_null())
        .order_by_asc(Column::RemindedAt)
        .all(db)
        .await?;
    let mut told = Vec::with_capacity(rows.len());
    for row in rows {
        let reminder = read(row)?;
        told.extend(reminder.reminded_at.map(|at| (reminder, at)));
    }
    Ok(told)
}

pub(super) async fn forget(txn: &Txn, incident: IncidentId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn read(row: Model) -> Result<Reminder, StorageError> {
    let Model {
        id,
        incident_id,
        clock,
        stage,
        due_at,
        remind_at,
        reminded_at,
    } = row;
    let corrupt = StorageError::Corrupt;
    Ok(Reminder {
        id,
        incident: incident_id,
        clock: clock
            .parse()
            .map_err(|_| corrupt("clock_reminders.clock"))?,
        stage: stage
            .parse()
            .map_err(|_| corrupt("clock_reminders.stage"))?,
        due_at,
        remind_at,
        reminded_at,
    })
}
