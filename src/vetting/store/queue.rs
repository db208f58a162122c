//! The queue: cases by what is due first.

use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::row;
use crate::db::StorageError;
use crate::entity::vetting_assessment;
use crate::entity::vetting_case::{Column, Entity};
use crate::vetting::model::{Case, CaseState, QueueFilter};

/// Cases of a filter: what is open by when it is due, all else by when it was opened, newest first.
pub(in crate::vetting) async fn queue<C: ConnectionTrait>(
    db: &C,
    filter: &QueueFilter,
    (first, limit): (u64, u64),
) -> Result<Vec<Case>, StorageError> {
    let found = filtered(filter);
    let sorted = match filter.state {
        CaseState::Open => found.order_by_asc(Column::DueAt).order_by_asc(Column::Id),
        CaseState::Decided | CaseState::Withdrawn => found.order_by_desc(Column::Id),
    };
    let rows = sorted.offset(first).limit(limit).all(db).await?;
    row::cases(db, rows).await
}

pub(in crate::vetting) async fn count<C: ConnectionTrait>(
    db: &C,
    filter: &QueueFilter,
) -> Result<u64, DbErr> {
    filtered(filter).count(db).await
}

fn filtered(filter: &QueueFilter) -> Select<Entity> {
    let QueueFilter {
        state,
        kind,
        grade,
        unassessed_by,
    } = filter;
    let mut found = Entity::find().filter(Column::State.eq(<&str>::from(*state)));
    if let Some(kind) = kind {
        found = found.filter(Column::Kind.eq(<&str>::from(*kind)));
    }
    if let Some(grade) = grade {
        found = found.filter(Column::Grade.eq(<&str>::from(*grade)));
    }
    if let Some(vetter) = unassessed_by {
        let mut assessed = Query::select();
        assessed
            .column(vetting_assessment::Column::CaseId)
            .from(vetting_assessment::Entity)
            .and_where(vetting_assessment::Column::VetterId.eq(*vetter));
        found = found.filter(Column::Id.not_in_subquery(assessed));
    }
    found
}
