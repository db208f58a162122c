//! Queries of vetting cases.

use std::collections::HashSet;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::model::{Assessment, Case, CaseState, Verdict};
use crate::db::{StorageError, Txn};
use crate::entity::{vetting_assessment, vetting_case};
use crate::experts::Grade;
use crate::ids::{self, AccountId, ExpertId, VettingCaseId};

pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    id: VettingCaseId,
) -> Result<Option<Case>, StorageError> {
    let Some(row) = vetting_case::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    Ok(with_assessments(db, vec![row]).await?.pop())
}

/// Cases in a state after an id, oldest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    state: CaseState,
    after: Option<VettingCaseId>,
    limit: u64,
) -> Result<Vec<Case>, StorageError> {
    let mut query =
        vetting_case::Entity::find().filter(vetting_case::Column::State.eq(<&str>::from(state)));
    if let Some(after) = after {
        query = query.filter(vetting_case::Column::Id.gt(after));
    }
    let rows = query
        .order_by_asc(vetting_case::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    with_assessments(db, rows).await
}

/// Which of these entries have an open case.
///
/// # Errors
/// The database failed.
pub async fn with_open_case<C: ConnectionTrait>(
    db: &C,
    entries: &[ExpertId],
) -> Result<HashSet<ExpertId>, DbErr> {
    let found: Vec<ExpertId> = vetting_case::Entity::find()
        .select_only()
        .column(vetting_case::Column::ExpertId)
        .filter(vetting_case::Column::ExpertId.is_in(entries.iter().copied()))
        .filter(vetting_case::Column::State.eq(<&str>::from(CaseState::Open)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

/// Opens a case for an entry; none when it has an open one.
///
/// # Errors
/// The database failed.
pub async fn insert(
    txn: &Txn,
    expert: ExpertId,
    grade: Grade,
) -> Result<Option<VettingCaseId>, DbErr> {
    let row = vetting_case::Model {
        id: VettingCaseId(ids::ordered(txn.now())),
        expert_id: expert,
        kind: "admission".to_owned(),
        grade: <&str>::from(grade).to_owned(),
        state: <&str>::from(CaseState::Open).to_owned(),
        outcome: None,
        opened_at: txn.now(),
        decided_at: None,
    };
    let id = row.id;
    let inserted = vetting_case::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok((inserted == 1).then_some(id))
}

/// Keeps others from assessing an open case until this transaction ends; `false` when it is not open.
///
/// Without it two vetters at once would each count only their own vote, and nobody would decide.
pub(super) async fn hold(txn: &Txn, case: VettingCaseId) -> Result<bool, DbErr> {
    let open = <&str>::from(CaseState::Open);
    let result = vetting_case::Entity::update_many()
        .col_expr(vetting_case::Column::State, Expr::value(open))
        .filter(vetting_case::Column::Id.eq(case))
        .filter(vetting_case::Column::State.eq(open))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn assess(
    txn: &Txn,
    case: VettingCaseId,
    vetter: AccountId,
    verdict: Verdict,
    reason: &str,
) -> Result<(), DbErr> {
    let row = vetting_assessment::Model {
        id: ids::ordered(txn.now()),
        case_id: case,
        vetter_id: vetter,
        verdict: <&str>::from(verdict).to_owned(),
        reason: reason.to_owned(),
        at: txn.now(),
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Decides a case that is held.
pub(super) async fn decide(txn: &Txn, case: VettingCaseId, outcome: Verdict) -> Result<(), DbErr> {
    vetting_case::Entity::update_many()
        .col_expr(
            vetting_case::Column::State,
            Expr::value(<&str>::from(CaseState::Decided)),
        )
        .col_expr(
            vetting_case::Column::Outcome,
            Expr::value(<&str>::from(outcome)),
        )
        .col_expr(vetting_case::Column::DecidedAt, Expr::value(txn.now()))
        .filter(vetting_case::Column::Id.eq(case))
        .exec(txn.connection())
        .await?;
    Ok(())
}

async fn with_assessments<C: ConnectionTrait>(
    db: &C,
    rows: Vec<vetting_case::Model>,
) -> Result<Vec<Case>, StorageError> {
    let ids = rows.iter().map(|row| row.id);
    let assessments = vetting_assessment::Entity::find()
        .filter(vetting_assessment::Column::CaseId.is_in(ids))
        .order_by_asc(vetting_assessment::Column::At)
        .all(db)
        .await?;
    let of = |id| {
        assessments
            .iter()
            .filter(move |row| row.case_id == id)
            .cloned()
            .map(assessment)
    };
    rows.into_iter()
        .map(|row| {
            Ok(Case {
                id: row.id,
                expert: row.expert_id,
                grade: row
                    .grade
                    .parse()
                    .map_err(|_| StorageError::Corrupt("vetting_cases.grade"))?,
                state: row
                    .state
                    .parse()
                    .map_err(|_| StorageError::Corrupt("vetting_cases.state"))?,
                outcome: row
                    .outcome
                    .map(|outcome| outcome.parse())
                    .transpose()
                    .map_err(|_| StorageError::Corrupt("vetting_cases.outcome"))?,
                opened_at: row.opened_at,
                decided_at: row.decided_at,
                assessments: of(row.id).collect::<Result<_, _>>()?,
            })
        })
        .collect()
}

fn assessment(row: vetting_assessment::Model) -> Result<Assessment, StorageError> {
    let verdict = row
        .verdict
        .parse()
        .map_err(|_| StorageError::Corrupt("vetting_assessments.verdict"))?;
    Ok(Assessment {
        vetter: row.vetter_id,
        verdict,
        reason: row.reason,
        at: row.at,
    })
}
