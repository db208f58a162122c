//! Periods somebody worked, and the employer's word for them.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use zeroize::Zeroizing;

use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::deployment_time::{Column, Entity, Model};
use crate::entity::deployment_time_sheet as sheets;
use crate::ids::{DeploymentId, TimeEntryId};
use crate::incidents::costs::model::TimeEntry;
use crate::incidents::deployments::Deployment;
use crate::sealed;
use crate::sealing::{DataKey, Keyring, Place, SealError};

/// What was worked in a deployment, the first first.
pub(in crate::incidents::costs) async fn entries<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    deployment: &Deployment,
) -> Result<Vec<TimeEntry>, StorageError> {
    let rows = Entity::find()
        .filter(Column::DeploymentId.eq(deployment.id))
        .order_by_asc(Column::FromAt)
        .all(db)
        .await?;
    let key = sealed::key(db, ring, deployment.incident.0).await?;
    rows.into_iter()
        .map(|row| entry(&row, key.as_ref()))
        .collect()
}

fn entry(row: &Model, key: Option<&DataKey>) -> Result<TimeEntry, StorageError> {
    let note = match key {
        Some(key) if !row.sealed.is_empty() => {
            let plain = key.open(&row.sealed, place(row.id))?;
            let text = std::str::from_utf8(&plain).map_err(|_| SealError::DoesNotOpen)?;
            text.to_owned()
        }
        Some(_) | None => String::new(),
    };
    let corrupt = StorageError::Corrupt;
    Ok(TimeEntry {
        id: row.id,
        from: row.from_at,
        until: row.until_at,
        break_minutes: u16::try_from(row.break_minutes)
            .map_err(|_| corrupt("deployment_times.break_minutes"))?,
        mode: row
            .mode
            .parse()
            .map_err(|_| corrupt("deployment_times.mode"))?,
        note,
        version: row.version,
    })
}

/// Keeps an entry; `false` where there is a note and the incident has no key any more.
pub(in crate::incidents::costs) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    (deployment, by): (&Deployment, Actor),
    entry: &TimeEntry,
) -> Result<bool, StorageError> {
    let Some(sealed) = sealed_note(txn, ring, (deployment, entry)).await? else {
        return Ok(false);
    };
    let mode: &str = entry.mode.into();
    let row = Model {
        id: entry.id,
        deployment_id: deployment.id,
        expert_id: deployment.expert,
        from_at: entry.from,
        until_at: entry.until,
        break_minutes: entry.break_minutes.into(),
        mode: mode.to_owned(),
        sealed,
        written_by: by.to_string(),
        written_at: txn.now(),
        version: entry.version,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(true)
}

/// Replaces an entry by a newer version; `false` as above.
pub(in crate::incidents::costs) async fn replace(
    txn: &Txn,
    ring: &Keyring,
    (deployment, by): (&Deployment, Actor),
    entry: &TimeEntry,
) -> Result<bool, StorageError> {
    let Some(sealed) = sealed_note(txn, ring, (deployment, entry)).await? else {
        return Ok(false);
    };
    let mode: &str = entry.mode.into();
    Entity::update_many()
        .col_expr(Column::FromAt, Expr::value(entry.from))
        .col_expr(Column::UntilAt, Expr::value(entry.until))
        .col_expr(
            Column::BreakMinutes,
            Expr::value(i32::from(entry.break_minutes)),
        )
        .col_expr(Column::Mode, Expr::value(mode))
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::WrittenBy, Expr::value(by.to_string()))
        .col_expr(Column::WrittenAt, Expr::value(txn.now()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(entry.id))
        .exec(txn.connection())
        .await?;
    Ok(true)
}

/// Deletes an entry; `false` when it is gone already.
pub(in crate::incidents::costs) async fn remove(
    txn: &Txn,
    (deployment, id): (DeploymentId, TimeEntryId),
) -> Result<bool, DbErr> {
    let gone = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::DeploymentId.eq(deployment))
        .exec(txn.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// When the times of a deployment were confirmed.
pub(in crate::incidents::costs) async fn confirmed_at<C: ConnectionTrait>(
    db: &C,
    deployment: DeploymentId,
) -> Result<Option<Instant>, DbErr> {
    let row = sheets::Entity::find_by_id(deployment).one(db).await?;
    Ok(row.map(|row| row.confirmed_at))
}

/// The employer vouches for the times.
pub(in crate::incidents::costs) async fn confirm(
    txn: &Txn,
    deployment: DeploymentId,
    by: Actor,
) -> Result<(), DbErr> {
    let row = sheets::Model {
        deployment_id: deployment,
        confirmed_by: by.to_string(),
        confirmed_at: txn.now(),
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// What was vouched for is not what stands there now.
pub(in crate::incidents::costs) async fn lift_confirmation(
    txn: &Txn,
    deployment: DeploymentId,
) -> Result<(), DbErr> {
    sheets::Entity::delete_by_id(deployment)
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// The note, sealed; nothing where there is none, and none where there is no key to seal it with.
async fn sealed_note(
    txn: &Txn,
    ring: &Keyring,
    (deployment, entry): (&Deployment, &TimeEntry),
) -> Result<Option<Vec<u8>>, StorageError> {
    if entry.note.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let Some(key) = sealed::key(txn.connection(), ring, deployment.incident.0).await? else {
        return Ok(None);
    };
    let plain = Zeroizing::new(entry.note.clone().into_bytes());
    Ok(Some(key.seal(&plain, place(entry.id))?))
}

fn place(id: TimeEntryId) -> Place {
    Place {
        table: "deployment_times",
        column: "sealed",
        id: id.0,
    }
}
