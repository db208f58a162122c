//! Queries of longer ends that were asked for. Whoever changes one holds the request of its deployment.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, UpdateMany,
};
use uuid::Uuid;

use crate::db::{Actor, StorageError, Txn};
use crate::entity::deployment_extension::{Column, Entity, Model};
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::{Extension, Outcome};

pub(in crate::incidents::deployments) async fn insert(
    txn: &Txn,
    extension: &Extension,
    by: Actor,
) -> Result<(), DbErr> {
    let row = Model {
        id: extension.id,
        deployment_id: extension.deployment,
        until_at: extension.until,
        asked_at: extension.asked_at,
        asked_by: by.to_string(),
        due_at: extension.due_at,
        expert_at: extension.expert_at,
        employer_at: extension.employer_at,
        employer_by: None,
        closed_at: None,
        outcome: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// The one that was asked for last.
pub(in crate::incidents::deployments) async fn last<C: ConnectionTrait>(
    db: &C,
    deployment: DeploymentId,
) -> Result<Option<Extension>, StorageError> {
    let mut found = of_deployments(db, &[deployment]).await?;
    Ok(found.pop())
}

/// Those of deployments, oldest first.
pub(in crate::incidents::deployments) async fn of_deployments<C: ConnectionTrait>(
    db: &C,
    deployments: &[DeploymentId],
) -> Result<Vec<Extension>, StorageError> {
    let rows = Entity::find()
        .filter(Column::DeploymentId.is_in(deployments.iter().copied()))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(extension).collect()
}

fn open(id: Uuid) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::ClosedAt.is_null())
}

/// Whoever helps stays.
pub(in crate::incidents::deployments) async fn say_expert(
    txn: &Txn,
    id: Uuid,
) -> Result<(), DbErr> {
    let said = open(id).col_expr(Column::ExpertAt, Expr::value(txn.now()));
    said.exec(txn.connection()).await?;
    Ok(())
}

/// The employer releases them for longer, by this word.
pub(in crate::incidents::deployments) async fn say_employer(
    txn: &Txn,
    id: Uuid,
    by: &str,
) -> Result<(), DbErr> {
    let said = open(id)
        .col_expr(Column::EmployerAt, Expr::value(txn.now()))
        .col_expr(Column::EmployerBy, Expr::value(by));
    said.exec(txn.connection()).await?;
    Ok(())
}

/// It is decided; `false` when it was.
pub(in crate::incidents::deployments) async fn close(
    txn: &Txn,
    id: Uuid,
    outcome: Outcome,
) -> Result<bool, DbErr> {
    let closed = open(id)
        .col_expr(Column::ClosedAt, Expr::value(txn.now()))
        .col_expr(Column::Outcome, Expr::value(<&str>::from(outcome)));
    let result = closed.exec(txn.connection()).await?;
    Ok(result.rows_affected == 1)
}

fn extension(row: Model) -> Result<Extension, StorageError> {
    let outcome = row.outcome.map(|outcome| outcome.parse()).transpose();
    let outcome = outcome.map_err(|_| StorageError::Corrupt("deployment_extensions.outcome"))?;
    Ok(Extension {
        id: row.id,
        deployment: row.deployment_id,
        until: row.until_at,
        asked_at: row.asked_at,
        due_at: row.due_at,
        expert_at: row.expert_at,
        employer_at: row.employer_at,
        closed: row.closed_at.zip(outcome),
    })
}
