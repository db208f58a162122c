//! The queue: cases by what is due first.

use sea_orm::sea_query::{ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};

use super::row;
use crate::db::StorageError;
use crate::entity::vetting_case::{Column, Entity};
use crate::entity::{expert, vetting_assessment};
use crate::ids::AccountId;
use crate::vetting::model::{Case, CaseState, Desk, Part, QueueFilter};

/// Cases of a filter: what is open by when it is due, all else by when it was opened, newest first.
pub(in crate::vetting) async fn queue<C: ConnectionTrait>(
    db: &C,
    (filter, part): (&QueueFilter, Part<'_>),
    (first, limit): (u64, u64),
) -> Result<Vec<Case>, StorageError> {
    let found = filtered(filter, part);
    let sorted = match filter.state {
        CaseState::Open => found.order_by_asc(Column::DueAt).order_by_asc(Column::Id),
        CaseState::Decided | CaseState::Withdrawn => found.order_by_desc(Column::Id),
    };
    let rows = sorted.offset(first).limit(limit).all(db).await?;
    row::cases(db, rows).await
}

pub(in crate::vetting) async fn count<C: ConnectionTrait>(
    db: &C,
    (filter, part): (&QueueFilter, Part<'_>),
) -> Result<u64, DbErr> {
    filtered(filter, part).count(db).await
}

fn filtered(filter: &QueueFilter, part: Part<'_>) -> Select<Entity> {
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
        found = found.filter(Column::Id.not_in_subquery(assessed(*vetter)));
    }
    match part {
        Part::Whole => found,
        Part::Assessable(desk) => found.filter(assessable(desk)),
        Part::ForOthers(desk) => {
            let open = Column::State.eq(<&str>::from(CaseState::Open));
            found.filter(open).filter(assessable(desk).not())
        }
    }
}

/// The rule of `Case::may_assess` for the database, so that parts have pages and counts.
fn assessable(desk: &Desk) -> Condition {
    let has_time = Column::IsUrgent.eq(false).or(Column::DueAt.gt(desk.now));
    let is_barred = Column::AppealOf.in_subquery(assessed(desk.vetter));
    Condition::all()
        .add(Column::State.eq(<&str>::from(CaseState::Open)))
        .add(has_time)
        .add(Column::Id.not_in_subquery(assessed(desk.vetter)))
        .add(Column::AppealOf.is_null().or(is_barred.not()))
        .add(Column::ExpertId.in_subquery(not_close(desk)))
}

/// The cases a vetter has assessed.
fn assessed(vetter: AccountId) -> SelectStatement {
    let mut assessed = Query::select();
    assessed
        .column(vetting_assessment::Column::CaseId)
        .from(vetting_assessment::Entity)
        .and_where(vetting_assessment::Column::VetterId.eq(vetter));
    assessed
}

/// The entries that are neither the vetter's own nor of an organisation they belong to.
fn not_close(desk: &Desk) -> SelectStatement {
    let is_nobodys = expert::Column::AccountId.is_null();
    let mut entries = Query::select();
    entries
        .column(expert::Column::Id)
        .from(expert::Entity)
        .and_where(is_nobodys.or(expert::Column::AccountId.ne(desk.vetter)))
        .and_where(expert::Column::OrganisationId.is_not_in(desk.houses.iter().copied()))
        .and_where(expert::Column::ErasedAt.is_null());
    entries
}
