//! Writes of what becomes of a committed deployment, each only where it still stands as was read.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, UpdateMany};

use super::name;
use crate::clock::Instant;
use crate::db::{Actor, Txn};
use crate::entity::deployment::{Column, Entity};
use crate::ids::{DeploymentId, RequestId};
use crate::incidents::deployments::model::{Deployment, DeploymentState, Part, Terms};

fn change(deployment: &Deployment) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(deployment.id))
        .filter(Column::Version.eq(deployment.version))
        .filter(Column::State.eq(name(deployment.state)))
}

/// It began, and these are its terms since; `false` when it stands otherwise than was read.
pub(in crate::incidents::deployments) async fn begin(
    txn: &Txn,
    deployment: &Deployment,
    (at, by): (Instant, Actor),
    terms: Terms,
) -> Result<bool, DbErr> {
    let result = change(deployment)
        .col_expr(Column::State, Expr::value(name(DeploymentState::Active)))
        .col_expr(Column::FromAt, Expr::value(terms.from))
        .col_expr(Column::UntilAt, Expr::value(terms.until))
        .col_expr(Column::StartedAt, Expr::value(at))
        .col_expr(Column::StartedBy, Expr::value(by.to_string()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// They are called back; `false` likewise.
pub(in crate::incidents::deployments) async fn bring_back(
    txn: &Txn,
    deployment: &Deployment,
    (until, part): (Instant, Option<Part>),
) -> Result<bool, DbErr> {
    let part = part.map(|part| <&str>::from(part).to_owned());
    let result = change(deployment)
        .col_expr(Column::State, Expr::value(name(DeploymentState::Returning)))
        .col_expr(Column::UntilAt, Expr::value(until))
        .col_expr(Column::EndedAs, Expr::value(part))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// It ends later; `false` likewise.
pub(in crate::incidents::deployments) async fn prolong(
    txn: &Txn,
    deployment: &Deployment,
    until: Instant,
) -> Result<bool, DbErr> {
    let result = change(deployment)
        .col_expr(Column::UntilAt, Expr::value(until))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Something that belongs to it changed: whoever looks sees it anew.
pub(in crate::incidents::deployments) async fn touch(
    txn: &Txn,
    id: DeploymentId,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// A request seeks who takes over; `false` likewise, and where one does already.
pub(in crate::incidents::deployments) async fn succeed(
    txn: &Txn,
    deployment: &Deployment,
    request: RequestId,
) -> Result<bool, DbErr> {
    let result = change(deployment)
        .col_expr(Column::SuccessorId, Expr::value(request))
        .filter(Column::SuccessorId.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// By this request nobody is sought any more who takes over: another one can be made.
pub(in crate::incidents) async fn give_up_successor(
    txn: &Txn,
    request: RequestId,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::SuccessorId, Expr::value(None::<RequestId>))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::SuccessorId.eq(request))
        .exec(txn.connection())
        .await?;
    Ok(())
}
