//! Queries of commitments, and of what towns were shown.

use std::collections::HashSet;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::deployment_reveal::{Column, Entity, Model};
use crate::entity::{expert, expert_commitment};
use crate::experts::duty::Commitment;
use crate::ids::{self, DeploymentId, ExpertId, OrganisationId, RevealId};

pub(in crate::experts) async fn insert_commitment(
    txn: &Txn,
    id: ExpertId,
    (deployment, booked): (Uuid, Commitment),
) -> Result<(), DbErr> {
    let row = expert_commitment::Model {
        expert_id: id,
        id: deployment,
        from_at: booked.from,
        until_at: booked.until,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(in crate::experts) async fn commitment<C: ConnectionTrait>(
    db: &C,
    id: ExpertId,
    deployment: Uuid,
) -> Result<Option<Commitment>, DbErr> {
    let row = expert_commitment::Entity::find_by_id(deployment)
        .filter(expert_commitment::Column::ExpertId.eq(id))
        .one(db)
        .await?;
    Ok(row.map(|row| Commitment {
        from: row.from_at,
        until: row.until_at,
    }))
}

pub(in crate::experts) async fn move_commitment(
    txn: &Txn,
    deployment: Uuid,
    until: Instant,
) -> Result<(), DbErr> {
    expert_commitment::Entity::update_many()
        .col_expr(expert_commitment::Column::UntilAt, Expr::value(until))
        .filter(expert_commitment::Column::Id.eq(deployment))
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(in crate::experts) async fn replace_commitment(
    txn: &Txn,
    deployment: Uuid,
    booked: Commitment,
) -> Result<(), DbErr> {
    expert_commitment::Entity::update_many()
        .col_expr(expert_commitment::Column::FromAt, Expr::value(booked.from))
        .col_expr(
            expert_commitment::Column::UntilAt,
            Expr::value(booked.until),
        )
        .filter(expert_commitment::Column::Id.eq(deployment))
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(in crate::experts) async fn delete_commitment(
    txn: &Txn,
    id: ExpertId,
    deployment: Uuid,
) -> Result<(), DbErr> {
    expert_commitment::Entity::delete_many()
        .filter(expert_commitment::Column::Id.eq(deployment))
        .filter(expert_commitment::Column::ExpertId.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Which of these were not erased.
///
/// # Errors
/// The database failed.
pub async fn kept_among<C: ConnectionTrait>(
    db: &C,
    ids: &[ExpertId],
) -> Result<HashSet<ExpertId>, DbErr> {
    let kept: Vec<ExpertId> = expert::Entity::find()
        .select_only()
        .column(expert::Column::Id)
        .filter(expert::Column::Id.is_in(ids.iter().copied()))
        .filter(expert::Column::ErasedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(kept.into_iter().collect())
}

/// Enters it; `false` when it was shown that day.
pub(in crate::experts) async fn insert_town_reveal(
    txn: &Txn,
    (deployment, expert, town): (DeploymentId, ExpertId, OrganisationId),
) -> Result<bool, DbErr> {
    let row = Model {
        id: RevealId(ids::ordered(txn.now())),
        deployment_id: deployment,
        expert_id: expert,
        organisation_id: town,
        day: txn.now().date().to_string(),
        at: txn.now(),
    };
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// To which towns an entry was shown when, newest first, from before a given one.
///
/// # Errors
/// The database failed.
pub(in crate::experts) async fn shown_to_towns<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
    (before, limit): (Option<RevealId>, u64),
) -> Result<Vec<(RevealId, OrganisationId, Instant)>, DbErr> {
    let mut query = Entity::find()
        .filter(Column::ExpertId.eq(expert))
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.all(db).await?;
    let shown = rows.into_iter();
    Ok(shown
        .map(|row| (row.id, row.organisation_id, row.at))
        .collect())
}
