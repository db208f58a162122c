//! What was kept long enough.

use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::lessons::held;
use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::{
    deployment, deployment_naming as naming, deployment_proven as proven,
    deployment_review as review, lesson,
};
use crate::ids::{IncidentId, LessonId};
use crate::incidents::review::model::LessonState;

/// Deletes what is said of deployments that ended before an instant.
pub(in crate::incidents::review) async fn forget_long_ended(
    txn: &Txn,
    before: Instant,
) -> Result<(), DbErr> {
    review::Entity::delete_many()
        .filter(review::Column::EndedAt.lt(before))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Deletes what is said of the deployments of an incident.
pub(in crate::incidents::review) async fn forget_texts(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    review::Entity::delete_many()
        .filter(review::Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// And what belongs to the order: which skills were seen there, and whether the town may be named. What a skill is known
/// by stays.
pub(in crate::incidents::review) async fn forget_incident(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    forget_texts(txn, incident).await?;
    proven::Entity::delete_many()
        .filter(proven::Column::DeploymentId.in_subquery(deployments(incident)))
        .exec(txn.connection())
        .await?;
    naming::Entity::delete_many()
        .filter(naming::Column::DeploymentId.in_subquery(deployments(incident)))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Drafts of an incident: nobody can look at them without it. Of one that is under investigation what was shared, too:
/// nobody lifts that once it is gone.
pub(in crate::incidents::review) async fn lessons_to_forget(
    txn: &Txn,
    incident: IncidentId,
) -> Result<Vec<LessonId>, DbErr> {
    lesson::Entity::find()
        .select_only()
        .column(lesson::Column::Id)
        .filter(lesson::Column::IncidentId.eq(incident))
        .filter(
            Condition::any()
                .add(lesson::Column::State.eq(<&str>::from(LessonState::Draft)))
                .add(lesson::Column::IncidentId.in_subquery(held())),
        )
        .into_tuple()
        .all(txn.connection())
        .await
}

/// What is shared stays, without which incident it is of and whose draft it was.
pub(in crate::incidents::review) async fn let_lessons_go(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    lesson::Entity::update_many()
        .col_expr(
            lesson::Column::IncidentId,
            Expr::value(Option::<IncidentId>::None),
        )
        .col_expr(lesson::Column::WrittenBy, Expr::value(""))
        .col_expr(
            lesson::Column::SharedBy,
            Expr::value(Option::<String>::None),
        )
        .filter(lesson::Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn deployments(incident: IncidentId) -> SelectStatement {
    Query::select()
        .column(deployment::Column::Id)
        .from(deployment::Entity)
        .and_where(deployment::Column::IncidentId.eq(incident))
        .to_owned()
}
