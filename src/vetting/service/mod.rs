//! Use cases of vetting: each loads a case, asks its rules, and stores what they say, in one transaction.

mod application;
mod assessment;
mod capacity;
mod desk;
mod notes;
mod renewal;
mod telling;

use serde_json::{Value, json};

pub use application::{
    OwnCase, OwnStep, OwnVetting, Submitted, appeal, open, own, submit, team, withdraw,
};
pub use assessment::draws;
pub(super) use assessment::{LAPSE, assess, houses, lapse, list, revoke, seen_as, show, undo};
pub use capacity::publish_capacity;
pub(super) use desk::{Detail, QueueRow, detail, queue};
pub(super) use notes::{comment, set_ticks};
pub(super) use renewal::{REMINDER, remind, renew};
pub(super) use telling::{SPOKEN, WAITING, call_vetters, tell};

use super::model::{Case, Effect, Refusal, admitted_until};
use crate::db::{Actor, AuditEntry, ChangeKind, StorageError, Txn};
use crate::experts::{self, Admission, Entry, Grade};
use crate::ids::{ExpertId, VettingCaseId};
use crate::input::FieldError;
use crate::reference::{Taxonomy, Term};

/// Why a case was not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum VettingError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such case")]
    NotFound,
    /// The rules of the case say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is an open case for the entry.
    #[error("the entry is being vetted already")]
    AlreadySubmitted,
    /// There is no admission to take away.
    #[error("the entry is not admitted")]
    NotAdmitted,
    /// The idempotency key was used with another body.
    #[error("the idempotency key was used with another body")]
    KeyReused,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for VettingError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<experts::ExpertError> for VettingError {
    fn from(error: experts::ExpertError) -> Self {
        match error {
            experts::ExpertError::Storage(error) => Self::Storage(error),
            _ => Self::NotFound,
        }
    }
}

/// The highest claim decides (trust.md 5).
fn grade(entry: &Entry, taxonomy: &Taxonomy) -> Grade {
    let skills = entry.profile.skills.iter();
    let mut claims = skills.filter_map(|skill| taxonomy.term(&skill.id));
    if claims.any(Term::needs_extended_admission) {
        Grade::Extended
    } else {
        Grade::Basic
    }
}

/// Lets the admission follow the case.
async fn apply(txn: &mut Txn, case: &Case, effect: Option<Effect>) -> Result<(), StorageError> {
    match effect {
        None => return Ok(()),
        Some(Effect::Grant) => {
            return admit(txn, case.expert, (case.grade, Some(case.id))).await;
        }
        Some(Effect::TakeBack) => experts::take_admissions_back(txn, case.id).await?,
        Some(Effect::Revoke) => experts::revoke_admissions(txn, case.expert, case.id).await?,
        Some(Effect::Restore) => experts::restore_admissions(txn, case.id).await?,
    }
    txn.changed(ChangeKind::Expert, case.expert.0);
    Ok(())
}

async fn admit(
    txn: &mut Txn,
    expert: ExpertId,
    (grade, case): (Grade, Option<VettingCaseId>),
) -> Result<(), StorageError> {
    let admission = Admission {
        grade,
        from: txn.now(),
        until: admitted_until(expert, txn.now()),
        revoked_at: None,
    };
    experts::admit(txn, expert, &admission, case).await?;
    renewal::plan_reminders(txn, expert, admission.until);
    txn.changed(ChangeKind::Expert, expert.0);
    Ok(())
}

/// Where a case stood and stands, for the record.
fn change(was: &Case, is: &Case) -> Value {
    json!({
        "expert": is.expert,
        "kind": is.kind,
        "grade": is.grade,
        "before": { "state": was.state, "outcome": was.outcome },
        "after": { "state": is.state, "outcome": is.outcome },
    })
}

fn audit(txn: &mut Txn, actor: Actor, (action, subject): (&'static str, String), details: Value) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject,
        details,
    });
}
