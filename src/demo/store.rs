//! What the demo reads and writes beside the areas' own rows.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, PaginatorTrait};

use super::Plan;
use crate::db::{self, Db, StorageError, Txn};
use crate::entity::{account, expert, organisation};

const MARK: &str = "demo";

/// What a database holds, as far as the demo is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoState {
    /// Nothing.
    Empty,
    /// A demo that was not finished.
    Filling(Plan),
    /// A whole demo.
    Filled(Plan),
    /// Something else.
    Foreign,
}

/// Looks at what is there.
///
/// # Errors
/// The database failed.
pub async fn state(db: &Db) -> Result<DemoState, StorageError> {
    let reader = db.reader();
    if let Some(mark) = db::mark(reader, MARK).await? {
        let (word, plan) = mark.split_once(' ').unwrap_or_default();
        return Ok(match (word, plan.parse()) {
            ("filling", Ok(plan)) => DemoState::Filling(plan),
            ("filled", Ok(plan)) => DemoState::Filled(plan),
            _ => DemoState::Foreign,
        });
    }
    let rows = account::Entity::find().count(reader).await?
        + organisation::Entity::find().count(reader).await?
        + expert::Entity::find().count(reader).await?;
    Ok(if rows == 0 {
        DemoState::Empty
    } else {
        DemoState::Foreign
    })
}

/// Notes how far the demo is.
pub(super) async fn set_mark(txn: &Txn, word: &str, plan: &Plan) -> Result<(), DbErr> {
    db::set_mark(txn, MARK, format!("{word} {plan}")).await
}

/// Removes a demo that was not finished; the audit record and the feed stay.
///
/// # Errors
/// The database failed; nothing was removed.
pub async fn wipe(db: &Db) -> Result<(), StorageError> {
    const TABLES: [&str; 27] = [
        "offers",
        "vetting_comments",
        "vetting_ticks",
        "vetting_assessments",
        "vetting_cases",
        "expert_exclusions",
        "expert_commitments",
        "expert_releases",
        "expert_admissions",
        "expert_consents",
        "expert_on_call",
        "expert_absence_events",
        "expert_absences",
        "expert_availability",
        "expert_languages",
        "expert_certifications",
        "expert_skills",
        "expert_profiles",
        "expert_identities",
        "experts",
        "api_tokens",
        "role_grants",
        "accounts",
        "data_keys",
        "struck_periods",
        "serves",
        "organisations",
    ];
    let txn = db.begin().await?;
    for table in TABLES {
        txn.connection()
            .execute_unprepared(&format!("DELETE FROM {table}"))
            .await?;
    }
    db::remove_mark(&txn, MARK).await?;
    txn.commit().await?;
    Ok(())
}
