//! What vetters see: the queue, and a case with everything about it.

use super::VettingError;
use super::assessment::{houses, seen_as};
use crate::access::Permit;
use crate::access::action::{AssessVettingCase, ReadVettingCases};
use crate::clock::Instant;
use crate::db::Db;
use crate::experts::{self, Entry, Missing};
use crate::ids::VettingCaseId;
use crate::vetting::model::{Case, CaseState, Comment, Desk, Part, QueueFilter, Refusal, Tick};
use crate::vetting::store;

/// A page of the queue. Of what is open, cases that wait for others follow those one can assess.
#[derive(Clone, Debug)]
pub(in crate::vetting) struct Queue {
    /// What whoever looks can assess; or all of it, where the cases are not open.
    pub rows: Vec<QueueRow>,
    /// How many of those the filter finds.
    pub total: u64,
    /// What is open and waits for somebody else.
    pub waiting: Vec<QueueRow>,
    /// How many of those the filter finds.
    pub waiting_total: u64,
}

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
    /// It is open, and somebody else has to assess it.
    pub waits_for_others: bool,
    /// It is about whoever looks, or about a colleague: what vetters wrote is not for them.
    pub is_close: bool,
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

/// A page of the queue: first and how many.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn queue(
    db: &Db,
    permit: &Permit<ReadVettingCases>,
    filter: &QueueFilter,
    (first, limit): (u64, u64),
) -> Result<Queue, VettingError> {
    let caller = permit.caller();
    let desk = Desk {
        vetter: caller.account,
        houses: houses(db.reader(), caller.account, &caller.grants).await?,
        now: db.clock().now(),
    };
    let own = match filter.state {
        CaseState::Open => Part::Assessable(&desk),
        CaseState::Decided | CaseState::Withdrawn => Part::Whole,
    };
    let total = store::count(db.reader(), (filter, own)).await?;
    let mut queue = Queue {
        rows: part(db, permit, (filter, own), (first, limit)).await?,
        total,
        waiting: Vec::new(),
        waiting_total: 0,
    };
    if filter.state == CaseState::Open {
        let others = Part::ForOthers(&desk);
        let room = limit.saturating_sub(queue.rows.len() as u64);
        let page = (first.saturating_sub(total), room);
        queue.waiting = part(db, permit, (filter, others), page).await?;
        queue.waiting_total = store::count(db.reader(), (filter, others)).await?;
    }
    Ok(queue)
}

async fn part(
    db: &Db,
    permit: &Permit<ReadVettingCases>,
    what: (&QueueFilter, Part<'_>),
    page: (u64, u64),
) -> Result<Vec<QueueRow>, VettingError> {
    let cases = store::queue(db.reader(), what, page).await?;
    rows(db, permit, cases).await
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
    let comments = if row.is_close {
        Vec::new()
    } else {
        store::comments(db.reader(), id).await?
    };
    Ok(Detail {
        comments,
        ticks: store::ticks(db.reader(), id).await?,
        may_revoke: !has_open && row.entry.as_ref().is_some_and(holds),
        row,
        others,
        undo_until,
    })
}

/// Cases with their entries, as whoever holds the permit sees them.
pub(super) async fn rows(
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
        let vetter = entry.map(|entry| seen_as(caller.account, &houses, entry));
        let may_assess = match (vetter, permit.also::<AssessVettingCase>()) {
            (Some(vetter), Some(_)) => case.may_assess(vetter, now),
            (Some(_) | None, _) => Err(Refusal::Closed),
        };
        let is_close = vetter.is_some_and(|vetter| vetter.is_close);
        QueueRow {
            may_assess,
            is_close,
            // Of who was erased nobody can say anything more.
            waits_for_others: vetter.map_or(case.state == CaseState::Open, |vetter| {
                case.waits_for_others(vetter, now)
            }),
            entry: entry.cloned(),
            missing,
            case: if is_close {
                case.without_reasons()
            } else {
                case
            },
        }
    };
    Ok(cases.into_iter().map(row).collect())
}
