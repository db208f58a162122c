//! Rows to cases.

use std::collections::HashMap;
use std::str::FromStr;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::db::StorageError;
use crate::entity::vetting_assessment::{Column, Entity, Model};
use crate::entity::vetting_case;
use crate::ids::VettingCaseId;
use crate::vetting::model::{Appeal, Assessment, Case};

/// These cases in the same order, with what was said of each and of what it appeals.
pub(super) async fn cases<C: ConnectionTrait>(
    db: &C,
    rows: Vec<vetting_case::Model>,
) -> Result<Vec<Case>, StorageError> {
    let own = rows.iter().map(|row| row.id);
    let appealed = rows.iter().filter_map(|row| row.appeal_of);
    let assessments = Entity::find()
        .filter(Column::CaseId.is_in(own.chain(appealed)))
        .order_by_asc(Column::At)
        .all(db)
        .await?;
    let mut said: HashMap<VettingCaseId, Vec<Assessment>> = HashMap::new();
    for row in assessments {
        said.entry(row.case_id).or_default().push(assessment(row)?);
    }
    rows.into_iter().map(|row| case(row, &said)).collect()
}

fn case(
    row: vetting_case::Model,
    said: &HashMap<VettingCaseId, Vec<Assessment>>,
) -> Result<Case, StorageError> {
    let of = |id: VettingCaseId| said.get(&id).cloned().unwrap_or_default();
    let appeal = row.appeal_of.map(|appealed| Appeal {
        of: appealed,
        grounds: row.grounds.unwrap_or_default(),
        barred: of(appealed).iter().map(|said| said.vetter).collect(),
    });
    let outcome = row.outcome.as_deref();
    Ok(Case {
        id: row.id,
        expert: row.expert_id,
        kind: known(&row.kind, "vetting_cases.kind")?,
        grade: known(&row.grade, "vetting_cases.grade")?,
        is_sampled: row.is_sampled,
        state: known(&row.state, "vetting_cases.state")?,
        outcome: outcome
            .map(|outcome| known(outcome, "vetting_cases.outcome"))
            .transpose()?,
        opened_at: row.opened_at,
        due_at: row.due_at,
        decided_at: row.decided_at,
        appeal,
        is_urgent: row.is_urgent,
        assessments: of(row.id),
    })
}

fn assessment(row: Model) -> Result<Assessment, StorageError> {
    Ok(Assessment {
        vetter: row.vetter_id,
        verdict: known(&row.verdict, "vetting_assessments.verdict")?,
        reason: row.reason,
        at: row.at,
    })
}

fn known<T: FromStr>(text: &str, column: &'static str) -> Result<T, StorageError> {
    text.parse().map_err(|_| StorageError::Corrupt(column))
}
