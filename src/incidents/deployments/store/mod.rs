//! Queries of deployments. Whoever changes one holds its request.

mod ask;
mod basis;
mod extension;
mod running;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};

pub(super) use ask::{ReleaseAsk, ask, ask_of_token, ask_sent, asked_among, insert_ask};
pub(in crate::incidents) use basis::set_basis;
pub(super) use extension::{
    close as close_extension, insert as insert_extension, last as last_extension,
    of_deployments as extensions_of, say_employer, say_expert,
};
pub(in crate::incidents) use running::give_up_successor;
pub(super) use running::{begin, bring_back, prolong, succeed, touch};

use super::model::{Deployment, DeploymentState, Part, Terms};
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::deployment::{Column, Entity, Model};
use crate::ids::{DeploymentId, ExpertId, IncidentId, OrganisationId, RequestId};

pub(super) async fn insert(txn: &Txn, deployment: &Deployment) -> Result<(), DbErr> {
    let mode = if deployment.terms.is_on_site {
        "on_site"
    } else {
        "remote"
    };
    let row = Model {
        id: deployment.id,
        request_id: deployment.request,
        need_id: deployment.need,
        alert_id: deployment.alert,
        incident_id: deployment.incident,
        expert_id: deployment.expert,
        employer_id: deployment.employer,
        requester_id: deployment.requester,
        state: name(deployment.state),
        is_first_call: deployment.terms.is_first_call,
        mode: mode.to_owned(),
        from_at: deployment.terms.from,
        until_at: deployment.terms.until,
        made_at: deployment.made_at,
        due_at: deployment.due_at,
        released_at: None,
        released_by: None,
        accepted_at: None,
        accepted_by: None,
        started_at: None,
        started_by: None,
        ended_at: None,
        ended_by: None,
        ended_as: None,
        successor_id: None,
        legal_basis: None,
        personnel_form: None,
        basis_at: None,
        basis_by: None,
        version: deployment.version,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(in crate::incidents) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: DeploymentId,
) -> Result<Option<Deployment>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    Ok(basis::read(db, row.into_iter().collect()).await?.pop())
}

/// The deployment if the scope covers the expert, the employer or the town.
pub(in crate::incidents) async fn find<C: ConnectionTrait>(
    db: &C,
    (scope, own): (&Scope, Option<ExpertId>),
    id: DeploymentId,
) -> Result<Option<Deployment>, StorageError> {
    let found = by_id(db, id).await?;
    Ok(found.filter(|found| {
        scope.covers(found.employer) || scope.covers(found.requester) || own == Some(found.expert)
    }))
}

/// Deployments of a request, oldest first.
pub(in crate::incidents) async fn of_request<C: ConnectionTrait>(
    db: &C,
    request: RequestId,
) -> Result<Vec<Deployment>, StorageError> {
    let rows = Entity::find()
        .filter(Column::RequestId.eq(request))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    basis::read(db, rows).await
}

/// Deployments of an incident, oldest first.
pub(in crate::incidents) async fn of_incident<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<Deployment>, StorageError> {
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    basis::read(db, rows).await
}

/// Who was to help in an incident, whatever became of it.
pub(in crate::incidents) async fn experts_of<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<ExpertId>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::ExpertId)
        .distinct()
        .filter(Column::IncidentId.eq(incident))
        .into_tuple()
        .all(db)
        .await
}

/// Those a side has to do with, newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    (scope, own): (&Scope, Option<ExpertId>),
    (before, limit): (Option<DeploymentId>, u64),
) -> Result<Vec<Deployment>, StorageError> {
    let mut query = Entity::find().order_by_desc(Column::Id).limit(limit);
    if !scope.is_everything() {
        let houses = scope.organisations();
        let sides = Column::EmployerId
            .is_in(houses.iter().copied())
            .or(Column::RequesterId.is_in(houses.iter().copied()))
            .or(Column::ExpertId.is_in(own));
        query = query.filter(sides);
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.all(db).await?;
    basis::read(db, rows).await
}

/// Those of an employer that stand so, oldest first.
pub(super) async fn of_employer<C: ConnectionTrait>(
    db: &C,
    employer: OrganisationId,
    states: &[DeploymentState],
) -> Result<Vec<Deployment>, StorageError> {
    let rows = Entity::find()
        .filter(Column::EmployerId.eq(employer))
        .filter(Column::State.is_in(states.iter().copied().map(name)))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    basis::read(db, rows).await
}

/// Requests by which an entry promised something that was not ended.
pub(in crate::incidents) async fn requests_of<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
) -> Result<Vec<RequestId>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::RequestId)
        .filter(Column::ExpertId.eq(expert))
        .filter(Column::EndedAt.is_null())
        .into_tuple()
        .all(db)
        .await
}

/// The employer said yes; `false` when it is not asked any more.
pub(super) async fn release(
    txn: &Txn,
    id: DeploymentId,
    (by, is_on_site): (&str, bool),
    due_at: Instant,
) -> Result<bool, DbErr> {
    let mode = if is_on_site { "on_site" } else { "remote" };
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(name(DeploymentState::Released)))
        .col_expr(Column::Mode, Expr::value(mode))
        .col_expr(Column::ReleasedAt, Expr::value(txn.now()))
        .col_expr(Column::ReleasedBy, Expr::value(by))
        .col_expr(Column::DueAt, Expr::value(due_at))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(name(DeploymentState::Agreed)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// The town said yes; `false` when it is not asked any more.
pub(super) async fn accept(txn: &Txn, id: DeploymentId, by: &str) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(name(DeploymentState::Accepted)))
        .col_expr(Column::AcceptedAt, Expr::value(txn.now()))
        .col_expr(Column::AcceptedBy, Expr::value(by))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(name(DeploymentState::Released)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// It comes to nothing, or to an end; `false` when it stood otherwise than was read.
pub(super) async fn end(
    txn: &Txn,
    deployment: &Deployment,
    (state, by): (DeploymentState, Actor),
    part: Option<Part>,
) -> Result<bool, DbErr> {
    let part = part.map(|part| <&str>::from(part).to_owned());
    // What was carried out, or called off before, ends now; what ran out ended when it was to end.
    let until = if state == DeploymentState::Ended {
        Ord::min(deployment.terms.until, txn.now())
    } else {
        deployment.terms.until
    };
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(name(state)))
        .col_expr(Column::EndedAt, Expr::value(txn.now()))
        .col_expr(Column::EndedBy, Expr::value(by.to_string()))
        .col_expr(Column::EndedAs, Expr::value(part))
        .col_expr(Column::UntilAt, Expr::value(until))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(deployment.id))
        .filter(Column::State.eq(name(deployment.state)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

fn name(state: DeploymentState) -> String {
    <&str>::from(state).to_owned()
}

/// As the row says; read through `basis::read` alone.
fn deployment(row: Model) -> Result<Deployment, StorageError> {
    let state = row.state.parse();
    let basis = basis::of_row(&row)?;
    let ended_as = row.ended_as.map(|part| part.parse()).transpose();
    Ok(Deployment {
        basis,
        id: row.id,
        request: row.request_id,
        need: row.need_id,
        alert: row.alert_id,
        incident: row.incident_id,
        expert: row.expert_id,
        employer: row.employer_id,
        requester: row.requester_id,
        state: state.map_err(|_| StorageError::Corrupt("deployments.state"))?,
        terms: Terms {
            is_first_call: row.is_first_call,
            is_on_site: row.mode == "on_site",
            from: row.from_at,
            until: row.until_at,
        },
        made_at: row.made_at,
        due_at: row.due_at,
        released: row.released_at.zip(row.released_by),
        accepted: row.accepted_at.zip(row.accepted_by),
        started: row.started_at.zip(row.started_by),
        ended: row.ended_at.zip(row.ended_by),
        ended_as: ended_as.map_err(|_| StorageError::Corrupt("deployments.ended_as"))?,
        successor: row.successor_id,
        version: row.version,
    })
}
