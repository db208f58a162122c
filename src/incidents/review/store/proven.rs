//! Queries of skills that towns saw, and of whether a town may be named.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::deployment_naming as naming;
use crate::entity::deployment_proven::{Column, Entity, Model};
use crate::experts::Evidence;
use crate::ids::{DeploymentId, ExpertId};

/// A skill that a town saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::incidents::review) struct Mark {
    pub(in crate::incidents::review) deployment: DeploymentId,
    pub(in crate::incidents::review) term: String,
    /// How it was known until then.
    pub(in crate::incidents::review) known_as: Evidence,
    /// Whoever helped took it back.
    pub(in crate::incidents::review) taken_back: Option<Instant>,
}

/// Marks of a deployment, also those taken back.
pub(in crate::incidents::review) async fn marks<C: ConnectionTrait>(
    db: &C,
    deployment: DeploymentId,
) -> Result<Vec<Mark>, StorageError> {
    let rows = Entity::find()
        .filter(Column::DeploymentId.eq(deployment))
        .order_by_asc(Column::Term)
        .all(db)
        .await?;
    rows.into_iter().map(mark).collect()
}

/// Marks of an entry that stand, the oldest first.
pub(in crate::incidents::review) async fn of_entry<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
) -> Result<Vec<Mark>, StorageError> {
    let rows = Entity::find()
        .filter(Column::ExpertId.eq(expert))
        .filter(Column::TakenBackAt.is_null())
        .order_by_asc(Column::MarkedAt)
        .all(db)
        .await?;
    rows.into_iter().map(mark).collect()
}

fn mark(row: Model) -> Result<Mark, StorageError> {
    let known_as = row.known_as.parse();
    Ok(Mark {
        deployment: row.deployment_id,
        term: row.term,
        known_as: known_as.map_err(|_| StorageError::Corrupt("deployment_proven.known_as"))?,
        taken_back: row.taken_back_at,
    })
}

/// The town says it saw it.
pub(in crate::incidents::review) async fn insert(
    txn: &Txn,
    (deployment, expert): (DeploymentId, ExpertId),
    (term, known_as): (&str, Evidence),
    by: Actor,
) -> Result<(), DbErr> {
    let row = Model {
        deployment_id: deployment,
        term: term.to_owned(),
        expert_id: expert,
        known_as: <&str>::from(known_as).to_owned(),
        marked_at: txn.now(),
        marked_by: by.to_string(),
        taken_back_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// The town says it did not see it.
pub(in crate::incidents::review) async fn delete(
    txn: &Txn,
    (deployment, term): (DeploymentId, &str),
) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::DeploymentId.eq(deployment))
        .filter(Column::Term.eq(term))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Whoever helped takes it back: it stays, so that nobody sets it again.
pub(in crate::incidents::review) async fn take_back(
    txn: &Txn,
    (deployment, term): (DeploymentId, &str),
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::TakenBackAt, Expr::value(txn.now()))
        .filter(Column::DeploymentId.eq(deployment))
        .filter(Column::Term.eq(term))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Whether the town may be named.
pub(in crate::incidents::review) async fn is_named<C: ConnectionTrait>(
    db: &C,
    deployment: DeploymentId,
) -> Result<bool, DbErr> {
    let row = naming::Entity::find_by_id(deployment).one(db).await?;
    Ok(row.is_some())
}

/// The town may be named from now on; `false` where it may already.
pub(in crate::incidents::review) async fn name_town(
    txn: &Txn,
    deployment: DeploymentId,
    by: Actor,
) -> Result<bool, DbErr> {
    let row = naming::Model {
        deployment_id: deployment,
        agreed_at: txn.now(),
        agreed_by: by.to_string(),
    };
    let known = OnConflict::new().do_nothing().to_owned();
    let inserted = naming::Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// It may not be any more; `false` where it may not anyhow.
pub(in crate::incidents::review) async fn unname_town(
    txn: &Txn,
    deployment: DeploymentId,
) -> Result<bool, DbErr> {
    let gone = naming::Entity::delete_by_id(deployment)
        .exec(txn.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}
