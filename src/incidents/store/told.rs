//! Who is told of help that is promised, and when a town was told last that somebody waits for its acceptance.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::town_call::{Column, Entity, Model};
use crate::entity::{deployment, release_ask};
use crate::ids::{AccountId, DeploymentId, IncidentId};
use crate::incidents::deployments::DeploymentState;

/// When the town is told next, at most once in so many seconds; none when that is planned already.
pub(in crate::incidents) async fn tell_town_at(
    txn: &Txn,
    id: IncidentId,
    quiet: i64,
) -> Result<Option<Instant>, DbErr> {
    let (db, now) = (txn.connection(), txn.now());
    let never = Model {
        incident_id: id,
        told_at: Instant::from_micros(0),
    };
    let known = OnConflict::column(Column::IncidentId)
        .do_nothing()
        .to_owned();
    Entity::insert(never.into_active_model())
        .on_conflict(known)
        .exec_without_returning(db)
        .await?;
    let at_once = Entity::update_many()
        .col_expr(Column::ToldAt, Expr::value(now))
        .filter(Column::IncidentId.eq(id))
        .filter(Column::ToldAt.lte(now.plus_seconds(-quiet)))
        .exec(db)
        .await?;
    if at_once.rows_affected == 1 {
        return Ok(Some(now));
    }
    let micros = quiet.saturating_mul(1_000_000);
    let later = Entity::update_many()
        .col_expr(Column::ToldAt, Expr::col(Column::ToldAt).add(micros))
        .filter(Column::IncidentId.eq(id))
        .filter(Column::ToldAt.lte(now))
        .exec(db)
        .await?;
    if later.rows_affected == 0 {
        return Ok(None);
    }
    town_told_at(db, id).await
}

/// When the town was told last, or is told next.
async fn town_told_at<C: ConnectionTrait>(
    db: &C,
    id: IncidentId,
) -> Result<Option<Instant>, DbErr> {
    let row = Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| row.told_at))
}

/// Who waits for the town of an incident to accept them.
pub(in crate::incidents) async fn waiting_for_town<C: ConnectionTrait>(
    db: &C,
    (id, now): (IncidentId, Instant),
) -> Result<Vec<DeploymentId>, DbErr> {
    let released = <&str>::from(DeploymentState::Released);
    deployment::Entity::find()
        .select_only()
        .column(deployment::Column::Id)
        .filter(deployment::Column::IncidentId.eq(id))
        .filter(deployment::Column::State.eq(released))
        .filter(deployment::Column::DueAt.gt(now))
        .into_tuple()
        .all(db)
        .await
}

/// Managers to whom the question whether they release somebody went out, each with its id.
pub(in crate::incidents) async fn managers_asked<C: ConnectionTrait>(
    db: &C,
    id: DeploymentId,
) -> Result<Vec<(AccountId, Uuid)>, DbErr> {
    use release_ask::Column;
    release_ask::Entity::find()
        .select_only()
        .column(Column::AccountId)
        .column(Column::Id)
        .filter(Column::DeploymentId.eq(id))
        .filter(Column::SentAt.is_not_null())
        .into_tuple()
        .all(db)
        .await
}

/// Deletes when it was told, with its incident.
pub(super) async fn delete_told(txn: &Txn, id: IncidentId) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(txn.connection()).await?;
    Ok(())
}
