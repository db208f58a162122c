//! What was answered long ago, and requests of incidents that were kept long enough.

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::{
    alert, deployment, deployment_extension, deployment_reveal, help_request, need, need_choice,
    release_ask,
};
use crate::ids::{DeploymentId, IncidentId, NeedId, RequestId};
use crate::incidents::costs::forget_costs;
use crate::incidents::requests::model::AlertState;

/// Blanks what was answered before an instant: that somebody was asked stays, and not whether they said anything.
///
/// # Errors
/// Storage failed; what is left is blanked next time.
pub(in crate::incidents) async fn forget_answers(
    db: &Db,
    before: Instant,
) -> Result<(), StorageError> {
    use alert::{Column, Entity};
    let txn = db.begin().await?;
    Entity::update_many()
        .col_expr(
            Column::State,
            Expr::value(<&str>::from(AlertState::Expired)),
        )
        .col_expr(Column::AnsweredAt, Expr::value(Option::<Instant>::None))
        .col_expr(Column::Answer, Expr::value(Option::<String>::None))
        .col_expr(Column::AnswerFrom, Expr::value(Option::<Instant>::None))
        .col_expr(Column::AnsweredBy, Expr::value(Option::<String>::None))
        .filter(Column::Answer.is_not_null())
        .filter(Column::ClosedAt.lt(before))
        .exec(txn.connection())
        .await?;
    txn.commit().await?;
    Ok(())
}

/// Blanks by which way and when people were asked and looked, of questions that ended before an instant.
///
/// # Errors
/// Storage failed; what is left is blanked next time.
pub(in crate::incidents) async fn forget_traces(
    db: &Db,
    before: Instant,
) -> Result<(), StorageError> {
    use alert::{Column, Entity};
    let txn = db.begin().await?;
    Entity::update_many()
        .col_expr(Column::Channel, Expr::value(Option::<String>::None))
        .col_expr(Column::SentAt, Expr::value(Option::<Instant>::None))
        .col_expr(Column::SeenAt, Expr::value(Option::<Instant>::None))
        .filter(Column::SentAt.is_not_null())
        .filter(Column::ClosedAt.lt(before))
        .exec(txn.connection())
        .await?;
    txn.commit().await?;
    Ok(())
}

/// Deletes who was asked or chosen in an incident and was to meet no need: of an order only what belongs to it is kept.
///
/// # Errors
/// The database failed.
pub(in crate::incidents) async fn forget_unmet(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    let requests = Query::select()
        .column(help_request::Column::Id)
        .from(help_request::Entity)
        .and_where(help_request::Column::IncidentId.eq(incident))
        .to_owned();
    let ordered = Query::select()
        .column(deployment::Column::AlertId)
        .from(deployment::Entity)
        .and_where(deployment::Column::IncidentId.eq(incident))
        .to_owned();
    let needs = Query::select()
        .column(need::Column::Id)
        .from(need::Entity)
        .and_where(need::Column::RequestId.in_subquery(requests.clone()))
        .to_owned();
    need_choice::Entity::delete_many()
        .filter(need_choice::Column::NeedId.in_subquery(needs))
        .exec(txn.connection())
        .await?;
    alert::Entity::delete_many()
        .filter(alert::Column::RequestId.in_subquery(requests))
        .filter(alert::Column::Id.not_in_subquery(ordered))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Deletes the requests of an incident with all that belongs to them.
///
/// # Errors
/// The database failed.
pub(in crate::incidents) async fn forget_requests(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    let db = txn.connection();
    forget_deployments(db, incident).await?;
    let requests: Vec<RequestId> = help_request::Entity::find()
        .select_only()
        .column(help_request::Column::Id)
        .filter(help_request::Column::IncidentId.eq(incident))
        .into_tuple()
        .all(db)
        .await?;
    let requests = || requests.iter().copied();
    alert::Entity::delete_many()
        .filter(alert::Column::RequestId.is_in(requests()))
        .exec(db)
        .await?;
    let needs: Vec<NeedId> = need::Entity::find()
        .select_only()
        .column(need::Column::Id)
        .filter(need::Column::RequestId.is_in(requests()))
        .into_tuple()
        .all(db)
        .await?;
    need_choice::Entity::delete_many()
        .filter(need_choice::Column::NeedId.is_in(needs))
        .exec(db)
        .await?;
    need::Entity::delete_many()
        .filter(need::Column::RequestId.is_in(requests()))
        .exec(db)
        .await?;
    help_request::Entity::delete_many()
        .filter(help_request::Column::Id.is_in(requests()))
        .exec(db)
        .await?;
    Ok(())
}

/// Deletes the deployments of an incident with all that belongs to them.
async fn forget_deployments<C: ConnectionTrait>(db: &C, incident: IncidentId) -> Result<(), DbErr> {
    let of_incident = deployment::Column::IncidentId.eq(incident);
    let deployments: Vec<DeploymentId> = deployment::Entity::find()
        .select_only()
        .column(deployment::Column::Id)
        .filter(of_incident.clone())
        .into_tuple()
        .all(db)
        .await?;
    let asks = release_ask::Column::DeploymentId.is_in(deployments.iter().copied());
    release_ask::Entity::delete_many()
        .filter(asks)
        .exec(db)
        .await?;
    let extended = deployment_extension::Column::DeploymentId.is_in(deployments.iter().copied());
    deployment_extension::Entity::delete_many()
        .filter(extended)
        .exec(db)
        .await?;
    forget_costs(db, &deployments).await?;
    let shown = deployment_reveal::Column::DeploymentId.is_in(deployments);
    deployment_reveal::Entity::delete_many()
        .filter(shown)
        .exec(db)
        .await?;
    deployment::Entity::delete_many()
        .filter(of_incident)
        .exec(db)
        .await?;
    Ok(())
}
