//! Use cases of vetting.

use serde_json::json;

use super::model::{Case, CaseState, Verdict, admitted_until, decision};
use super::store;
use crate::access::action::{AssessVettingCase, ReadVettingCases, SubmitExpert};
use crate::access::{Action, Permit};
use crate::db::{AuditEntry, ChangeKind, Db, StorageError, Txn};
use crate::experts::{self, Admission, Entry, EntryKind, Grade};
use crate::ids::{ExpertId, VettingCaseId};
use crate::input::FieldError;
use crate::reference::{Reference, Taxonomy};

/// Why a case was not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum VettingError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such case")]
    NotFound,
    /// The case is decided or withdrawn.
    #[error("the case is already decided")]
    AlreadyDecided,
    /// This vetter has assessed the case.
    #[error("you have assessed this case already")]
    AlreadyAssessed,
    /// Nobody vets themselves or a colleague.
    #[error("you cannot assess your own entry or that of your own organisation")]
    TooClose,
    /// There is an open case for the entry.
    #[error("the entry is being vetted already")]
    AlreadySubmitted,
    /// Texts of the entry say what they must not.
    #[error("{} texts are not valid", .0.len())]
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

/// What a submission leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// A person: vetters decide.
    Case(VettingCaseId),
    /// A capacity: published at once, because it shows no person.
    Published,
}

/// Submits an entry: a person for vetting, a capacity for publication.
///
/// # Errors
/// Not the caller's to see, texts that tell who wrote them by what organisations are called now, an open case, or
/// storage failed.
pub async fn submit(
    db: &Db,
    reference: &Reference,
    permit: &Permit<SubmitExpert>,
    id: ExpertId,
) -> Result<(Submitted, i64), VettingError> {
    let mut txn = db.begin().await?;
    let entry = experts::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(VettingError::NotFound)?;
    let errors = experts::check_texts(txn.connection(), reference, &entry).await?;
    if !errors.is_empty() {
        return Err(VettingError::Invalid(errors));
    }
    let submitted = match entry.kind {
        EntryKind::Capacity => {
            admit(&mut txn, id, Grade::Basic).await?;
            Submitted::Published
        }
        EntryKind::Person => {
            let opened = store::insert(&txn, id, grade(&entry, &reference.taxonomy)).await?;
            Submitted::Case(opened.ok_or(VettingError::AlreadySubmitted)?)
        }
    };
    let details = match submitted {
        Submitted::Case(case) => json!({ "case": case }),
        Submitted::Published => {
            json!({ "before": { "admitted": false }, "after": { "admitted": true } })
        }
    };
    audit(
        &mut txn,
        permit.actor(),
        ("expert.submitted", id.to_string()),
        details,
    );
    Ok((submitted, txn.commit().await?.generation))
}

/// The highest claim decides (trust.md 5).
fn grade(entry: &Entry, taxonomy: &Taxonomy) -> Grade {
    let claims = entry
        .profile
        .skills
        .iter()
        .filter_map(|skill| taxonomy.term(&skill.id));
    let is_extended = claims
        .into_iter()
        .any(crate::reference::Term::needs_extended_admission);
    if is_extended {
        Grade::Extended
    } else {
        Grade::Basic
    }
}

/// Cases in a state; one more than `limit` when there are more.
///
/// # Errors
/// Storage failed.
pub(super) async fn list(
    db: &Db,
    _: &Permit<ReadVettingCases>,
    state: CaseState,
    page: (Option<VettingCaseId>, u64),
) -> Result<Vec<Case>, VettingError> {
    Ok(store::list(db.reader(), state, page.0, page.1 + 1).await?)
}

pub(super) async fn show(
    db: &Db,
    _: &Permit<ReadVettingCases>,
    id: VettingCaseId,
) -> Result<Case, VettingError> {
    store::find(db.reader(), id)
        .await?
        .ok_or(VettingError::NotFound)
}

/// Adds a vetter's assessment and, when it is the last one needed, decides the case.
///
/// # Errors
/// No such case, decided, assessed by the same vetter, too close, or storage failed.
pub(super) async fn assess(
    db: &Db,
    permit: &Permit<AssessVettingCase>,
    id: VettingCaseId,
    (verdict, reason): (Verdict, &str),
) -> Result<(Case, i64), VettingError> {
    let mut txn = db.begin().await?;
    let is_open = store::hold(&txn, id).await?;
    let case = store::find(txn.connection(), id)
        .await?
        .ok_or(VettingError::NotFound)?;
    if !is_open {
        return Err(VettingError::AlreadyDecided);
    }
    let vetter = permit.caller().account;
    if case
        .assessments
        .iter()
        .any(|assessment| assessment.vetter == vetter)
    {
        return Err(VettingError::AlreadyAssessed);
    }
    let entry = experts::load(txn.connection(), &[case.expert])
        .await?
        .pop()
        .ok_or(VettingError::NotFound)?;
    if is_too_close(permit, &entry) {
        return Err(VettingError::TooClose);
    }
    store::assess(&txn, id, vetter, verdict, reason).await?;
    let details = json!({ "expert": case.expert, "grade": case.grade, "verdict": verdict });
    audit(
        &mut txn,
        permit.actor(),
        ("vetting.assessed", id.to_string()),
        details,
    );
    let verdicts: Vec<_> = case
        .assessments
        .iter()
        .map(|assessment| assessment.verdict)
        .chain([verdict])
        .collect();
    if let Some(outcome) = decision(case.grade, &verdicts) {
        store::decide(&txn, id, outcome).await?;
        experts::evidence_decided(&txn, case.expert).await?;
        if outcome == Verdict::Admit {
            admit(&mut txn, case.expert, case.grade).await?;
        }
        let details = decided(&case, outcome);
        audit(
            &mut txn,
            permit.actor(),
            ("vetting.decided", id.to_string()),
            details,
        );
    }
    let case = store::find(txn.connection(), id)
        .await?
        .ok_or(VettingError::NotFound)?;
    Ok((case, txn.commit().await?.generation))
}

/// Nobody vets themselves or a colleague.
pub(super) fn is_too_close<A: Action>(permit: &Permit<A>, entry: &Entry) -> bool {
    let caller = permit.caller();
    let mut grants = caller.grants.iter();
    entry.account == Some(caller.account)
        || grants.any(|grant| grant.organisation == Some(entry.organisation))
}

fn decided(case: &Case, outcome: Verdict) -> serde_json::Value {
    json!({
        "expert": case.expert,
        "grade": case.grade,
        "before": { "state": CaseState::Open, "outcome": null },
        "after": { "state": CaseState::Decided, "outcome": outcome },
    })
}

async fn admit(txn: &mut Txn, expert: ExpertId, grade: Grade) -> Result<(), VettingError> {
    let admission = Admission {
        grade,
        from: txn.now(),
        until: admitted_until(expert, txn.now()),
        revoked_at: None,
    };
    experts::admit(txn, expert, &admission).await?;
    txn.changed(ChangeKind::Expert, expert.0);
    Ok(())
}

fn audit(
    txn: &mut Txn,
    actor: crate::db::Actor,
    (action, subject): (&'static str, String),
    details: serde_json::Value,
) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject,
        details,
    });
}
