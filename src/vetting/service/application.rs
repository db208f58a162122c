//! What the person and the employer's managers do: submit, take back, appeal, and see where it stands.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::telling::plan_call;
use super::{VettingError, admit, audit, change, grade};
use crate::access::Permit;
use crate::access::action::SubmitExpert;
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::experts::{self, Entry, EntryKind, Grade};
use crate::ids::{self, ExpertId, VettingCaseId};
use crate::input::FieldError;
use crate::reference::Reference;
use crate::sealing::{Keyring, Purpose};
use crate::vetting::model::{Case, CaseKind, CaseState, Opening, Verdict, is_due, is_sampled};
use crate::vetting::store;

/// What a submission leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// A person: vetters decide.
    Case(VettingCaseId),
    /// A capacity: published at once, because it shows no person.
    Published,
}

/// Where an entry stands with the vetters, as its person and managers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnVetting {
    /// The last case; none when nothing was ever submitted.
    pub case: Option<OwnCase>,
    /// What the applicant can do.
    pub steps: Vec<OwnStep>,
}

/// What an applicant can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnStep {
    /// Submit the entry.
    Submit,
    /// Take the application back.
    Withdraw,
    /// Ask others to look at a rejection again.
    Appeal,
}

/// A case without what vetters say among themselves, and without who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCase {
    /// What it decides.
    pub kind: CaseKind,
    /// Where it stands.
    pub state: CaseState,
    /// How it was decided.
    pub outcome: Option<Verdict>,
    /// The reason of the decision.
    pub reason: Option<String>,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// It is an appeal.
    pub is_appeal: bool,
    /// It acts although it is not decided yet: an urgent revocation.
    pub is_urgent: bool,
}

/// Submits an entry: a person for vetting, a capacity for publication.
///
/// # Errors
/// Not the caller's to see, texts that tell who wrote them by what organisations are called now, an open case, or
/// storage failed.
pub async fn submit(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<SubmitExpert>,
    id: ExpertId,
) -> Result<(Submitted, i64), VettingError> {
    let mut txn = db.begin().await?;
    let entry = find(&txn, permit, id).await?;
    let errors = experts::check_texts(txn.connection(), reference, &entry).await?;
    if !errors.is_empty() {
        return Err(VettingError::Invalid(errors));
    }
    // Whoever was invited begins with an empty entry.
    if entry.profile.skills.is_empty() || entry.profile.headline.de.is_empty() {
        let detail = "name a skill and describe yourself first";
        let error = FieldError::new("/skills", "missing", detail);
        return Err(VettingError::Invalid(vec![error]));
    }
    let submitted = match entry.kind {
        EntryKind::Capacity => {
            admit(&mut txn, id, (Grade::Basic, None)).await?;
            Submitted::Published
        }
        EntryKind::Person => {
            let grade = grade(&entry, &reference.taxonomy);
            let opening = Opening::application(grade, &entry.admissions, txn.now());
            let opened = insert(&mut txn, ring, id, &opening).await?;
            Submitted::Case(opened.ok_or(VettingError::AlreadySubmitted)?)
        }
    };
    let details = match submitted {
        Submitted::Case(case) => json!({ "case": case }),
        Submitted::Published => {
            json!({ "before": { "admitted": false }, "after": { "admitted": true } })
        }
    };
    let subject = ("expert.submitted", id.to_string());
    audit(&mut txn, permit.actor(), subject, details);
    Ok((submitted, txn.commit().await?.generation))
}

/// Takes an application back while it is open.
///
/// # Errors
/// Not the caller's to see, not open, no application, or storage failed.
pub async fn withdraw(
    db: &Db,
    permit: &Permit<SubmitExpert>,
    id: ExpertId,
) -> Result<i64, VettingError> {
    let mut txn = db.begin().await?;
    find(&txn, permit, id).await?;
    let was = last(&txn, id).await?;
    let mut case = was.clone();
    case.withdraw()?;
    store::keep(&txn, &case).await?;
    let subject = ("vetting.withdrawn", case.id.to_string());
    audit(&mut txn, permit.actor(), subject, change(&was, &case));
    Ok(txn.commit().await?.generation)
}

/// Asks other vetters to look at a rejection again, once.
///
/// # Errors
/// Not the caller's to see, no rejection, appealed already, another case followed, or storage failed.
pub async fn appeal(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<SubmitExpert>,
    (id, grounds): (ExpertId, &str),
) -> Result<(VettingCaseId, i64), VettingError> {
    let mut txn = db.begin().await?;
    let entry = find(&txn, permit, id).await?;
    let case = last(&txn, id).await?;
    case.may_appeal(false)?;
    let grade = case.grade.max(grade(&entry, &reference.taxonomy));
    let opening = Opening::appeal((case.id, case.kind), grade, grounds, txn.now());
    let opened = insert(&mut txn, ring, id, &opening).await?;
    let opened = opened.ok_or(VettingError::AlreadySubmitted)?;
    let details = json!({ "expert": id, "of": case.id });
    let subject = ("vetting.appealed", opened.to_string());
    audit(&mut txn, permit.actor(), subject, details);
    Ok((opened, txn.commit().await?.generation))
}

/// Where an entry stands.
///
/// # Errors
/// Not the caller's to see, or storage failed.
pub async fn own(
    db: &Db,
    reference: &Reference,
    permit: &Permit<SubmitExpert>,
    id: ExpertId,
) -> Result<OwnVetting, VettingError> {
    let entry = experts::find(db.reader(), permit.scope(), id)
        .await?
        .ok_or(VettingError::NotFound)?;
    let mut standing = team(db, reference, permit, &[&entry]).await?;
    standing.remove(&id).ok_or(VettingError::NotFound)
}

/// Where these entries stand; those the permit does not cover are left out, and capacities, which nobody vets.
///
/// # Errors
/// Storage failed.
pub async fn team(
    db: &Db,
    reference: &Reference,
    permit: &Permit<SubmitExpert>,
    entries: &[&Entry],
) -> Result<HashMap<ExpertId, OwnVetting>, VettingError> {
    let covered = |entry: &&&Entry| {
        let is_covered = permit
            .scope()
            .covers_entry(entry.organisation, entry.account);
        is_covered && entry.kind == EntryKind::Person
    };
    let entries: Vec<&Entry> = entries.iter().filter(covered).copied().collect();
    let ids: Vec<ExpertId> = entries.iter().map(|entry| entry.id).collect();
    let last = store::last_of(db.reader(), &ids).await?;
    let now = db.clock().now();
    let standing = |entry: &Entry| {
        let case = last.get(&entry.id);
        let grade = grade(entry, &reference.taxonomy);
        OwnVetting {
            case: case.map(own_case),
            steps: steps(case, is_due(grade, &entry.admissions, now)),
        }
    };
    Ok(entries
        .iter()
        .map(|entry| (entry.id, standing(entry)))
        .collect())
}

fn steps(case: Option<&Case>, is_due: bool) -> Vec<OwnStep> {
    let is_open = case.is_some_and(|case| case.state == CaseState::Open);
    let was_sent_back = case.is_some_and(|case| case.outcome == Some(Verdict::RequestChanges));
    let may_withdraw = case.is_some_and(|case| case.clone().withdraw().is_ok());
    let may_appeal = case.is_some_and(|case| case.may_appeal(false).is_ok());
    let steps = [
        (OwnStep::Submit, !is_open && (is_due || was_sent_back)),
        (OwnStep::Withdraw, may_withdraw),
        (OwnStep::Appeal, may_appeal),
    ];
    let possible = steps.into_iter().filter(|(_, is_possible)| *is_possible);
    possible.map(|(step, _)| step).collect()
}

fn own_case(case: &Case) -> OwnCase {
    // Who lapsed was decided by nobody, and has no reason.
    let last = case.assessments.last();
    let deciding = last.filter(|said| Some(said.verdict) == case.outcome);
    OwnCase {
        kind: case.kind,
        state: case.state,
        outcome: case.outcome,
        reason: deciding.map(|said| said.reason.clone()),
        opened_at: case.opened_at,
        decided_at: case.decided_at,
        is_appeal: case.appeal.is_some(),
        is_urgent: case.is_urgent,
    }
}

/// Opens a case for an entry without an applicant, in the demo; none when it has an open one.
///
/// # Errors
/// Storage failed.
pub async fn open(
    txn: &mut Txn,
    ring: &Keyring,
    expert: ExpertId,
    grade: Grade,
) -> Result<Option<VettingCaseId>, StorageError> {
    let opening = Opening::application(grade, &[], txn.now());
    insert(txn, ring, expert, &opening).await
}

/// Opens a case and lets vetters know of it; none while another is open.
pub(super) async fn insert(
    txn: &mut Txn,
    ring: &Keyring,
    expert: ExpertId,
    opening: &Opening,
) -> Result<Option<VettingCaseId>, StorageError> {
    let id = VettingCaseId(ids::ordered(txn.now()));
    let hash = ring.keyed_hash(Purpose::VettingSample, id.0.as_bytes())?;
    let is_opened = store::insert(txn, (id, expert), opening, is_sampled(&hash)).await?;
    if is_opened {
        plan_call(txn);
    }
    Ok(is_opened.then_some(id))
}

async fn find(
    txn: &Txn,
    permit: &Permit<SubmitExpert>,
    id: ExpertId,
) -> Result<Entry, VettingError> {
    let found = experts::find(txn.connection(), permit.scope(), id).await?;
    found.ok_or(VettingError::NotFound)
}

/// The last case of an entry, held until the transaction ends.
async fn last(txn: &Txn, id: ExpertId) -> Result<Case, VettingError> {
    let mut found = store::last_of(txn.connection(), &[id]).await?;
    let last = found.remove(&id).ok_or(VettingError::NotFound)?;
    store::hold(txn, last.id)
        .await?
        .ok_or(VettingError::NotFound)
}
