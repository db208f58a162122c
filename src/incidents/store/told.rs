//! Who is told of help that is promised, and when a town was told last that somebody waits for its acceptance.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::quiet;
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
    seconds: i64,
) -> Result<Option<Instant>, DbErr> {
    let db = txn.connection();
    let never = Model {
        incident_id: id,
        told_at: quiet::NEVER,
    };
    let known = OnConflict::column(Column::IncidentId)
        .do_nothing()
        .to_owned();
    Entity::insert(never.into_active_model())
        .on_conflict(known)
        .exec_without_returning(db)
        .await?;
    let of = Column::IncidentId.eq(id);
    if quiet::tell::<Entity>(txn, (of, Column::ToldAt), seconds).await? {
        town_told_at(db, id).await
    } else {
        Ok(None)
    }
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
