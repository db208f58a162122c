//! What vetters see and note: the queue, a case with everything about it, comments and ticks.

use serde_json::json;

use super::assessment::{houses, seen_as, vetter};
use super::{VettingError, audit};
use crate::access::Permit;
use crate::access::action::{AssessVettingCase, ReadVettingCases};
use crate::clock::Instant;
use crate::db::{Db, Txn};
use crate::experts::{self, Entry, Missing};
use crate::ids::VettingCaseId;
use crate::vetting::model::{Case, CaseState, Comment, QueueFilter, Refusal, Tick, checklist};
use crate::vetting::store;

/// A case of the queue.
#[derive(Clone, Debug)]
pub(in crate::vetting) struct QueueRow {
    /// The case.
    pub case: Case,
    /// The entry, masked; none once it was erased.
    pub entry: Option<Entry>,
    /// What else the entry lacks to be found.
    pub missing: Vec<Missing>,
    /// Whether whoever looks may assess it, or why not.
    pub may_assess: Result<(), Refusal>,
}

/// A case with everything about it.
#[derive(Clone, Debug)]
pub(in crate::vetting) struct Detail {
    /// The case with its entry.
    pub row: QueueRow,
    /// What vetters said to each other.
    pub comments: Vec<Comment>,
    /// What was looked at.
    pub ticks: Vec<Tick>,
    /// Earlier and later cases of the entry, newest first.
    pub others: Vec<Case>,
    /// Until when whoever looks can take back what they said last.
    pub undo_until: Option<Instant>,
    /// There is an admission that could be taken away, and no open case in the way.
    pub may_revoke: bool,
}

/// A page of the queue, and how many cases the filter finds.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn queue(
    db: &Db,
    permit: &Permit<ReadVettingCases>,
    filter: &QueueFilter,
    page: (u64, u64),
) -> Result<(Vec<QueueRow>, u64), VettingError> {
    let total = store::count(db.reader(), filter).await?;
    let cases = store::queue(db.reader(), filter, page).await?;
    Ok((rows(db, permit, cases).await?, total))
}

/// A case with everything about it.
///
/// # Errors
/// No such case, or storage failed.
pub(in crate::vetting) async fn detail(
    db: &Db,
    permit: &Permit<ReadVettingCases>,
    id: VettingCaseId,
) -> Result<Detail, VettingError> {
    let found = store::find(db.reader(), id).await?;
    let case = found.ok_or(VettingError::NotFound)?;
    let mut others = store::of_entry(db.reader(), case.expert).await?;
    others.retain(|other| other.id != id);
    let now = db.clock().now();
    let is_superseded = store::is_superseded(db.reader(), &case).await?;
    let undone = case
        .clone()
        .undo(permit.caller().account, is_superseded, now);
    let undo_until = case.undo_until().filter(|_| undone.is_ok());
    let is_open = |case: &Case| case.state == CaseState::Open;
    let has_open = is_open(&case) || others.iter().any(is_open);
    let row = rows(db, permit, vec![case]).await?.pop();
    let row = row.ok_or(VettingError::NotFound)?;
    let holds = |entry: &Entry| {
        let mut admissions = entry.admissions.iter();
        admissions.any(|held| held.revoked_at.is_none() && now < held.until)
    };
    Ok(Detail {
        comments: store::comments(db.reader(), id).await?,
        ticks: store::ticks(db.reader(), id).await?,
        may_revoke: !has_open && row.entry.as_ref().is_some_and(holds),
        row,
        others,
        undo_until,
    })
}

/// Tells the other vetters something about an open case.
///
/// # Errors
/// No such case, not open, or storage failed.
pub(in crate::vetting) async fn comment(
    db: &Db,
    permit: &Permit<AssessVettingCase>,
    (id, text): (VettingCaseId, &str),
) -> Result<(), VettingError> {
    let mut txn = db.begin().await?;
    let case = open_case(&txn, permit, id).await?;
    store::comment(&txn, id, permit.caller().account, text).await?;
    let subject = ("vetting.commented", id.to_string());
    audit(
        &mut txn,
        permit.actor(),
        subject,
        json!({ "expert": case.expert }),
    );
    txn.commit().await?;
    Ok(())
}

/// Ticks questions of the checklist, and takes ticks away: these are ticked then, and no others.
///
/// # Errors
/// No such case, not open, or storage failed.
pub(in crate::vetting) async fn set_tick(
    db: &Db,
    permit: &Permit<AssessVettingCase>,
    (id, ticked): (VettingCaseId, &[String]),
) -> Result<(), VettingError> {
    let mut txn = db.begin().await?;
    let case = open_case(&txn, permit, id).await?;
    let (mut set, mut taken) = (Vec::new(), Vec::new());
    for item in checklist(case.kind, case.grade) {
        let is_ticked = ticked.iter().any(|ticked| ticked == item.id);
        let by = permit.caller().account;
        if store::set_tick(&txn, id, by, (item.id, is_ticked)).await? {
            if is_ticked { &mut set } else { &mut taken }.push(item.id);
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

async fn rows(
    db: &Db,
    permit: &Permit<ReadVettingCases>,
    cases: Vec<Case>,
) -> Result<Vec<QueueRow>, VettingError> {
    let ids: Vec<_> = cases.iter().map(|case| case.expert).collect();
    let entries = experts::load(db.reader(), &ids).await?;
    let missing = experts::missing(db, &entries).await?;
    let caller = permit.caller();
    let houses = houses(db.reader(), caller.account, &caller.grants).await?;
    let now = db.clock().now();
    let row = |case: Case| {
        let entry = entries.iter().find(|entry| entry.id == case.expert);
        let missing = missing.get(&case.expert).cloned().unwrap_or_default();
        let may_assess = match (entry, permit.also::<AssessVettingCase>()) {
            (Some(entry), Some(_)) => case.may_assess(seen_as(caller.account, &houses, entry), now),
            _ => Err(Refusal::Closed),
        };
        QueueRow {
            may_assess,
            entry: entry.cloned(),
            missing,
            case,
        }
    };
    Ok(cases.into_iter().map(row).collect())
}
