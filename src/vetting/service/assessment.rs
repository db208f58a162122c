//! What vetters decide.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::application::insert;
use super::desk::{QueueRow, rows};
use super::telling::plan_telling;
use super::{VettingError, apply, audit, change, grade};
use crate::access::action::{AssessVettingCase, ReadVettingCases};
use crate::access::{self, Grant, Permit, Right, reach};
use crate::db::{Actor, Db, Job, StorageError, Txn};
use crate::experts::{self, Entry};
use crate::ids::{AccountId, ExpertId, OrganisationId, VettingCaseId};
use crate::reference::Reference;
use crate::sealing::{Keyring, Purpose, SealError};
use crate::vetting::model::{
    Assessment, Case, CaseState, Effect, Opening, Refusal, Verdict, Vetter, is_sampled,
};
use crate::vetting::store;

/// Kind of the job that ends an urgent revocation nobody confirmed.
pub(in crate::vetting) const LAPSE: &str = "vetting.revocation_lapses";

/// Cases in a state; one more than `limit` when there are more.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn list(
    db: &Db,
    permit: &Permit<ReadVettingCases>,
    state: CaseState,
    page: (Option<VettingCaseId>, u64),
) -> Result<Vec<QueueRow>, VettingError> {
    let cases = store::list(db.reader(), state, page.0, page.1 + 1).await?;
    rows(db, permit, cases).await
}

pub(in crate::vetting) async fn show(
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
/// No such case, or its rules refuse it, or storage failed.
pub(in crate::vetting) async fn assess(
    db: &Db,
    reference: &Reference,
    permit: &Permit<AssessVettingCase>,
    (id, verdict, reason): (VettingCaseId, Verdict, &str),
) -> Result<(Case, i64), VettingError> {
    let mut txn = db.begin().await?;
    let was = store::hold(&txn, id).await?.ok_or(VettingError::NotFound)?;
    if was.state != CaseState::Open {
        return Err(Refusal::Closed.into());
    }
    let entry = entry(&txn, was.expert).await?;
    let vetter = vetter(txn.connection(), permit, &entry).await?;
    let mut case = was.clone();
    // What is claimed may have grown since it was submitted.
    case.grade = case.grade.max(grade(&entry, &reference.taxonomy));
    let standing = standing(&txn, &was, &entry).await?;
    let effect = case.assess(vetter, (verdict, reason), &standing, txn.now())?;
    spoken(&mut txn, permit, &case).await?;
    keep(&mut txn, permit, (&was, &case), effect).await?;
    Ok((case, txn.commit().await?.generation))
}

/// Takes back what the same vetter said last, and with it what that decided.
///
/// # Errors
/// No such case, said by somebody else, too late, another case followed, or storage failed.
pub(in crate::vetting) async fn undo(
    db: &Db,
    permit: &Permit<AssessVettingCase>,
    id: VettingCaseId,
) -> Result<(Case, i64), VettingError> {
    let mut txn = db.begin().await?;
    let was = store::hold(&txn, id).await?.ok_or(VettingError::NotFound)?;
    let is_superseded = store::is_superseded(txn.connection(), &was).await?;
    let mut case = was.clone();
    let vetter = permit.caller().account;
    let effect = case.undo(vetter, is_superseded, txn.now())?;
    store::remove_assessment(&txn, id, vetter).await?;
    store::keep(&txn, &case).await?;
    apply(&mut txn, &case, effect).await?;
    watch(&mut txn, &case);
    let subject = ("vetting.undone", id.to_string());
    audit(&mut txn, permit.actor(), subject, change(&was, &case));
    Ok((case, txn.commit().await?.generation))
}

/// Opens a revocation, which is its first assessment. An urgent one acts at once, and a second person confirms it.
///
/// # Errors
/// No such entry, not admitted, an open case, too close, or storage failed.
pub(in crate::vetting) async fn revoke(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<AssessVettingCase>,
    (expert, reason, is_urgent): (ExpertId, &str, bool),
) -> Result<(Case, i64), VettingError> {
    let mut txn = db.begin().await?;
    let entry = entry(&txn, expert).await?;
    let now = txn.now();
    if !entry
        .admissions
        .iter()
        .any(|held| held.revoked_at.is_none() && now < held.until)
    {
        return Err(VettingError::NotAdmitted);
    }
    let vetter = vetter(txn.connection(), permit, &entry).await?;
    if vetter.is_close {
        return Err(Refusal::TooClose.into());
    }
    let opening = Opening::revocation(grade(&entry, &reference.taxonomy), is_urgent, now);
    let id = insert(&mut txn, ring, expert, &opening).await?;
    let id = id.ok_or(VettingError::AlreadySubmitted)?;
    let mut case = store::hold(&txn, id).await?.ok_or(VettingError::NotFound)?;
    case.assess(vetter, (Verdict::Reject, reason), &[], now)?;
    let details = json!({ "expert": expert, "urgent": is_urgent });
    let subject = ("vetting.revocation_opened", id.to_string());
    audit(&mut txn, permit.actor(), subject, details);
    spoken(&mut txn, permit, &case).await?;
    apply(&mut txn, &case, is_urgent.then_some(Effect::Revoke)).await?;
    watch(&mut txn, &case);
    Ok((case, txn.commit().await?.generation))
}

/// Ends an urgent revocation that nobody confirmed in time; whatever else became of it stays.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn lapse(db: &Db, id: VettingCaseId) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let Some(was) = store::hold(&txn, id).await? else {
        return Ok(());
    };
    let mut case = was.clone();
    let Ok(effect) = case.lapse(txn.now()) else {
        return Ok(());
    };
    store::keep(&txn, &case).await?;
    apply(&mut txn, &case, effect).await?;
    plan_telling(&mut txn, &case);
    let subject = ("vetting.revocation_lapsed", id.to_string());
    audit(&mut txn, Actor::Service, subject, change(&was, &case));
    txn.commit().await?;
    Ok(())
}

/// Plans the end of an urgent revocation that is open.
fn watch(txn: &mut Txn, case: &Case) {
    if case.is_urgent && case.state == CaseState::Open {
        let run_at = case.due_at.max(txn.now());
        txn.enqueue(Job {
            kind: LAPSE,
            key: format!("{LAPSE} {} {}", case.id, run_at.as_micros()),
            subject: case.id.0,
            run_at,
        });
    }
}

/// Whether a case is drawn for a second look.
///
/// # Errors
/// The keys are gone.
pub fn draws(ring: &Keyring, id: VettingCaseId) -> Result<bool, SealError> {
    let hash = ring.keyed_hash(Purpose::VettingSample, id.0.as_bytes())?;
    Ok(is_sampled(&hash))
}

/// Stores what was said last.
async fn spoken(
    txn: &mut Txn,
    permit: &Permit<AssessVettingCase>,
    case: &Case,
) -> Result<(), VettingError> {
    let Some(said) = case.assessments.last() else {
        return Ok(());
    };
    store::add_assessment(txn, case.id, said).await?;
    let Assessment { verdict, .. } = said;
    let details = json!({ "expert": case.expert, "grade": case.grade, "verdict": verdict });
    let subject = ("vetting.assessed", case.id.to_string());
    audit(txn, permit.actor(), subject, details);
    plan_telling(txn, case);
    Ok(())
}

/// Stores where the case stands, and lets the admission follow.
async fn keep(
    txn: &mut Txn,
    permit: &Permit<AssessVettingCase>,
    (was, is): (&Case, &Case),
    effect: Option<Effect>,
) -> Result<(), VettingError> {
    store::keep(txn, is).await?;
    apply(txn, is, effect).await?;
    if is.state == CaseState::Decided {
        experts::evidence_decided(txn, is.expert).await?;
        let subject = ("vetting.decided", is.id.to_string());
        audit(txn, permit.actor(), subject, change(was, is));
    }
    Ok(())
}

async fn entry(txn: &Txn, id: ExpertId) -> Result<Entry, VettingError> {
    let found = experts::load(txn.connection(), &[id]).await?.pop();
    found.ok_or(VettingError::NotFound)
}

/// Who holds the permit, as the rules see them.
pub(super) async fn vetter<C: ConnectionTrait>(
    db: &C,
    permit: &Permit<AssessVettingCase>,
    entry: &Entry,
) -> Result<Vetter, VettingError> {
    let caller = permit.caller();
    let houses = houses(db, caller.account, &caller.grants).await?;
    Ok(seen_as(caller.account, &houses, entry))
}

/// The organisations an account belongs to: by a role, or by an entry.
pub(in crate::vetting) async fn houses<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
    grants: &[Grant],
) -> Result<Vec<OrganisationId>, StorageError> {
    let mut houses = experts::employers_of(db, account).await?;
    houses.extend(grants.iter().filter_map(|grant| grant.organisation));
    Ok(houses)
}

/// Nobody vets themselves or a colleague.
pub(in crate::vetting) fn seen_as(
    account: AccountId,
    houses: &[OrganisationId],
    entry: &Entry,
) -> Vetter {
    Vetter {
        account,
        is_close: entry.account == Some(account) || houses.contains(&entry.organisation),
    }
}

/// Those who assessed a case before, are vetters still, and have not become too close meanwhile. What somebody said who
/// had the own account erased counts on: nobody took the role away.
async fn standing(txn: &Txn, case: &Case, entry: &Entry) -> Result<Vec<AccountId>, VettingError> {
    let said = case.assessments.iter().map(|said| said.vetter);
    let mut standing = store::erased(txn, said).await?;
    for said in &case.assessments {
        let grants = access::grants_of_open(txn.connection(), said.vetter, txn.now()).await?;
        let grants = grants.unwrap_or_default();
        let may = |grant: &Grant| reach(Right::AssessVettingCase, grant.role).is_some();
        let houses = houses(txn.connection(), said.vetter, &grants).await?;
        if grants.iter().any(may) && !seen_as(said.vetter, &houses, entry).is_close {
            standing.push(said.vetter);
        }
    }
    Ok(standing)
}
