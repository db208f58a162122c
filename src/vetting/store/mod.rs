//! Queries of vetting cases.

mod notes;
mod queue;
mod row;

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};

pub(super) use notes::{comment, comments, set_tick, ticks};
pub(super) use queue::{count, queue};

use super::model::{Assessment, Case, CaseState, Opening};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::vetting_case::{Column, Entity, Model};
use crate::entity::{erasure, vetting_assessment};
use crate::ids::{self, AccountId, ExpertId, VettingCaseId};

pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    id: VettingCaseId,
) -> Result<Option<Case>, StorageError> {
    let Some(row) = Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    Ok(row::cases(db, vec![row]).await?.pop())
}

/// Cases in a state after an id, oldest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    state: CaseState,
    after: Option<VettingCaseId>,
    limit: u64,
) -> Result<Vec<Case>, StorageError> {
    let mut query = Entity::find().filter(Column::State.eq(<&str>::from(state)));
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    let rows = query.order_by_asc(Column::Id).limit(limit).all(db).await?;
    row::cases(db, rows).await
}

/// All cases of an entry, newest first.
pub(super) async fn of_entry<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
) -> Result<Vec<Case>, StorageError> {
    let rows = Entity::find()
        .filter(Column::ExpertId.eq(expert))
        .all(db)
        .await?;
    let mut cases = row::cases(db, rows).await?;
    cases.sort_by_key(|case| std::cmp::Reverse(age(case)));
    Ok(cases)
}

/// Sorts cases of an entry: an open one is the last of them, also of those opened at the same instant.
fn age(case: &Case) -> (Instant, bool) {
    (case.opened_at, case.state == CaseState::Open)
}

/// The last case of each of these entries that had any.
pub(super) async fn last_of<C: ConnectionTrait>(
    db: &C,
    entries: &[ExpertId],
) -> Result<HashMap<ExpertId, Case>, StorageError> {
    let rows = Entity::find()
        .filter(Column::ExpertId.is_in(entries.iter().copied()))
        .all(db)
        .await?;
    let mut cases = row::cases(db, rows).await?;
    cases.sort_by_key(age);
    Ok(cases.into_iter().map(|case| (case.expert, case)).collect())
}

/// Whether another case of the entry followed this one.
pub(super) async fn is_superseded<C: ConnectionTrait>(db: &C, case: &Case) -> Result<bool, DbErr> {
    let is_later = Column::OpenedAt
        .gt(case.opened_at)
        .or(Column::State.eq(<&str>::from(CaseState::Open)));
    let later = Entity::find()
        .filter(Column::ExpertId.eq(case.expert))
        .filter(Column::Id.ne(case.id))
        .filter(is_later)
        .one(db)
        .await?;
    Ok(later.is_some())
}

/// Which of these accounts were erased.
pub(super) async fn erased(
    txn: &Txn,
    accounts: impl Iterator<Item = AccountId>,
) -> Result<Vec<AccountId>, DbErr> {
    let rows = erasure::Entity::find()
        .filter(erasure::Column::Person.is_in(accounts.map(|account| account.0)))
        .all(txn.connection())
        .await?;
    Ok(rows.into_iter().map(|row| AccountId(row.person)).collect())
}

/// Which of these entries have an open case.
///
/// # Errors
/// The database failed.
pub async fn with_open_case<C: ConnectionTrait>(
    db: &C,
    entries: &[ExpertId],
) -> Result<HashSet<ExpertId>, DbErr> {
    let found: Vec<ExpertId> = Entity::find()
        .select_only()
        .column(Column::ExpertId)
        .filter(Column::ExpertId.is_in(entries.iter().copied()))
        .filter(Column::State.eq(<&str>::from(CaseState::Open)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

/// Opens a case for an entry; `false` when it has an open one, or the rejection was appealed already.
pub(super) async fn insert(
    txn: &Txn,
    (id, expert): (VettingCaseId, ExpertId),
    opening: &Opening,
    is_sampled: bool,
) -> Result<bool, DbErr> {
    let row = Model {
        id,
        expert_id: expert,
        kind: <&str>::from(opening.kind).to_owned(),
        grade: <&str>::from(opening.grade).to_owned(),
        state: <&str>::from(CaseState::Open).to_owned(),
        outcome: None,
        opened_at: txn.now(),
        decided_at: None,
        is_sampled,
        due_at: opening.due_at,
        appeal_of: opening.appeal.as_ref().map(|(of, _)| *of),
        grounds: opening.appeal.as_ref().map(|(_, grounds)| grounds.clone()),
        is_urgent: opening.is_urgent,
    };
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// Keeps others from this case until this transaction ends, and shows it as it is then.
///
/// Without it two vetters at once would each count only their own vote, and nobody would decide.
pub(super) async fn hold(txn: &Txn, id: VettingCaseId) -> Result<Option<Case>, StorageError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::col(Column::State))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    find(txn.connection(), id).await
}

/// Stores where a case that is held stands now.
pub(super) async fn keep(txn: &Txn, case: &Case) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Grade, Expr::value(<&str>::from(case.grade)))
        .col_expr(Column::State, Expr::value(<&str>::from(case.state)))
        .col_expr(Column::Outcome, Expr::value(case.outcome.map(<&str>::from)))
        .col_expr(Column::DecidedAt, Expr::value(case.decided_at))
        .filter(Column::Id.eq(case.id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn add_assessment(
    txn: &Txn,
    case: VettingCaseId,
    said: &Assessment,
) -> Result<(), DbErr> {
    let row = vetting_assessment::Model {
        id: ids::ordered(said.at),
        case_id: case,
        vetter_id: said.vetter,
        verdict: <&str>::from(said.verdict).to_owned(),
        reason: said.reason.clone(),
        at: said.at,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(super) async fn remove_assessment(
    txn: &Txn,
    case: VettingCaseId,
    vetter: AccountId,
) -> Result<(), DbErr> {
    vetting_assessment::Entity::delete_many()
        .filter(vetting_assessment::Column::CaseId.eq(case))
        .filter(vetting_assessment::Column::VetterId.eq(vetter))
        .exec(txn.connection())
        .await?;
    Ok(())
}
