//! What vetters note in an open case: comments, and ticks of the checklist.

use serde_json::json;

use super::assessment::vetter;
use super::{VettingError, audit};
use crate::access::Permit;
use crate::access::action::AssessVettingCase;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Db, Txn};
use crate::experts;
use crate::ids::VettingCaseId;
use crate::vetting::model::{Case, CaseState, Refusal, Ticking, checklist};
use crate::vetting::store;

/// Tells the other vetters something about an open case. Sent twice under a key it is said once.
///
/// # Errors
/// No such case, not open, too close, a key used with another body, or storage failed.
pub(in crate::vetting) async fn comment(
    db: &Db,
    permit: &Permit<AssessVettingCase>,
    (id, text): (VettingCaseId, &str),
    attempt: Option<Attempt>,
) -> Result<(), VettingError> {
    let mut txn = db.begin().await?;
    // What was said once stands, even if the case was decided since.
    if let Some(attempt) = attempt {
        match idempotency::claim(&txn, &attempt, id.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(VettingError::KeyReused),
            Earlier::Made(_) => return Ok(txn.rollback().await?),
        }
    }
    let case = open_case(&txn, permit, id).await?;
    store::comment(&txn, id, permit.caller().account, text).await?;
    let subject = ("vetting.commented", id.to_string());
    let details = json!({ "expert": case.expert });
    audit(&mut txn, permit.actor(), subject, details);
    txn.commit().await?;
    Ok(())
}

/// Ticks questions of the checklist, and takes ticks away. What is so already is no change.
///
/// # Errors
/// No such case, not open, too close, no such question, or storage failed.
pub(in crate::vetting) async fn set_ticks(
    db: &Db,
    permit: &Permit<AssessVettingCase>,
    (id, ticking): (VettingCaseId, Ticking<'_>),
) -> Result<(), VettingError> {
    let mut txn = db.begin().await?;
    let case = open_case(&txn, permit, id).await?;
    let asked =
        checklist(case.kind, case.grade).filter_map(|item| Some((item.id, ticking.of(item.id)?)));
    let asked: Vec<(&'static str, bool)> = asked.collect();
    if asked.is_empty() {
        return Err(VettingError::NotFound);
    }
    let (mut set, mut taken) = (Vec::new(), Vec::new());
    for (item, is_ticked) in asked {
        let by = permit.caller().account;
        if store::set_tick(&txn, id, by, (item, is_ticked)).await? {
            if is_ticked { &mut set } else { &mut taken }.push(item);
        }
    }
    if set.is_empty() && taken.is_empty() {
        return Ok(());
    }
    let details = json!({ "expert": case.expert, "set": set, "taken": taken });
    let subject = ("vetting.ticked", id.to_string());
    audit(&mut txn, permit.actor(), subject, details);
    txn.commit().await?;
    Ok(())
}

/// An open case, held, for somebody who is not close to it.
async fn open_case(
    txn: &Txn,
    permit: &Permit<AssessVettingCase>,
    id: VettingCaseId,
) -> Result<Case, VettingError> {
    let case = store::hold(txn, id).await?.ok_or(VettingError::NotFound)?;
    if case.state != CaseState::Open {
        return Err(Refusal::Closed.into());
    }
    let entry = experts::load(txn.connection(), &[case.expert]).await?.pop();
    let entry = entry.ok_or(VettingError::NotFound)?;
    if vetter(txn.connection(), permit, &entry).await?.is_close {
        return Err(Refusal::TooClose.into());
    }
    Ok(case)
}
