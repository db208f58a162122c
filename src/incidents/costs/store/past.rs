//! What is forgotten of costs and times, and when.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
};

use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::{cost_sheet, deployment_time, deployment_time_sheet};
use crate::ids::{DeploymentId, ExpertId};
use crate::incidents::costs::model::SheetState;

/// Forgets the notes of sheets settled before an instant, those of their times too; how many were blanked. Sums and
/// lines stay.
pub(in crate::incidents::costs) async fn blank_settled(
    txn: &Txn,
    before: Instant,
) -> Result<u64, DbErr> {
    let settled: &str = SheetState::Settled.into();
    let deployments: Vec<DeploymentId> = cost_sheet::Entity::find()
        .select_only()
        .column(cost_sheet::Column::DeploymentId)
        .filter(cost_sheet::Column::State.eq(settled))
        .filter(cost_sheet::Column::MadeAt.lt(before))
        .into_tuple()
        .all(txn.connection())
        .await?;
    let nothing = || Expr::value(Vec::<u8>::new());
    let sheets = cost_sheet::Entity::update_many()
        .col_expr(cost_sheet::Column::Sealed, nothing())
        .filter(cost_sheet::Column::DeploymentId.is_in(deployments.iter().copied()))
        .filter(cost_sheet::Column::Sealed.ne(Vec::<u8>::new()))
        .exec(txn.connection())
        .await?;
    let times = deployment_time::Entity::update_many()
        .col_expr(deployment_time::Column::Sealed, nothing())
        .filter(deployment_time::Column::DeploymentId.is_in(deployments))
        .filter(deployment_time::Column::Sealed.ne(Vec::<u8>::new()))
        .exec(txn.connection())
        .await?;
    Ok(sheets.rows_affected + times.rows_affected)
}

/// Forgets what is said in words of the times of somebody who was erased; from when until when they worked stays.
///
/// # Errors
/// The database failed.
pub(in crate::incidents) async fn forget_notes_of(
    txn: &Txn,
    expert: ExpertId,
) -> Result<(), DbErr> {
    use deployment_time::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::ExpertId.eq(expert))
        .filter(Column::Sealed.ne(Vec::<u8>::new()))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Deletes the costs and times of deployments that are forgotten.
pub(in crate::incidents) async fn forget_costs<C: ConnectionTrait>(
    db: &C,
    deployments: &[DeploymentId],
) -> Result<(), DbErr> {
    let these = || deployments.iter().copied();
    cost_sheet::Entity::delete_many()
        .filter(cost_sheet::Column::DeploymentId.is_in(these()))
        .exec(db)
        .await?;
    deployment_time::Entity::delete_many()
        .filter(deployment_time::Column::DeploymentId.is_in(these()))
        .exec(db)
        .await?;
    deployment_time_sheet::Entity::delete_many()
        .filter(deployment_time_sheet::Column::DeploymentId.is_in(these()))
        .exec(db)
        .await?;
    Ok(())
}
