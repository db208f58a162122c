//! Telling people what became of their case, and vetters that cases wait.

use std::collections::HashMap;

use chrono::NaiveTime;
use uuid::Uuid;

use super::assessment::{houses, seen_as};
use crate::access::{self, Role};
use crate::accounts::AccountNotice;
use crate::db::{Db, Job, StorageError, Txn};
use crate::experts;
use crate::ids::VettingCaseId;
use crate::vetting::model::{Case, CaseState, Part, QueueFilter, Verdict};
use crate::vetting::store;

/// Kind of the job that tells what was said, once it can be taken back no more.
pub(in crate::vetting) const SPOKEN: &str = "vetting.spoken";
/// Kind of the job that tells vetters in the morning that cases wait.
pub(in crate::vetting) const WAITING: &str = "vetting.cases_wait";
/// When it does, in Germany: before the mail of the day.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(6, 30, 0).unwrap();
/// Most open cases that are looked at in a morning, those due first.
const LOOKED_AT: u64 = 500;

/// Plans to tell what was just said of a case, or that it lapsed.
pub(super) fn plan_telling(txn: &mut Txn, case: &Case) {
    let run_at = case.undo_until().unwrap_or(txn.now());
    txn.enqueue(Job {
        kind: SPOKEN,
        key: format!("{SPOKEN} {} {}", case.id, run_at.as_micros()),
        subject: case.id.0,
        run_at,
    });
}

/// Plans to tell vetters that a case waits.
pub(super) fn plan_call(txn: &mut Txn) {
    let run_at = txn.now().next(MORNING);
    txn.enqueue(Job {
        kind: WAITING,
        key: format!("{WAITING} {}", run_at.date()),
        subject: Uuid::nil(),
        run_at,
    });
}

/// Tells the person and the employer's managers what was decided, unless it was taken back meanwhile.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn tell(db: &Db, id: VettingCaseId) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let Some(case) = store::find(txn.connection(), id).await? else {
        return Ok(());
    };
    // What was said since is told by a job of its own.
    if case.undo_until().is_some_and(|until| until > txn.now()) {
        return Ok(());
    }
    let Some((person, team)) = news(&case) else {
        return Ok(());
    };
    let Some(entry) = experts::load(txn.connection(), &[case.expert]).await?.pop() else {
        return Ok(());
    };
    if let Some(account) = entry.account {
        person.plan(&mut txn, account);
    }
    // What a person is asked to change, the person changes.
    if entry.account.is_none() || team == AccountNotice::TeamCaseDecided {
        let house = (Role::MemberManager, Some(entry.organisation));
        for account in access::holders(txn.connection(), house, txn.now()).await? {
            if entry.account != Some(account) {
                team.plan(&mut txn, account);
            }
        }
    }
    txn.commit().await?;
    Ok(())
}

/// What there is to tell of a case, to the person and to the team.
fn news(case: &Case) -> Option<(AccountNotice, AccountNotice)> {
    let decided = (AccountNotice::CaseDecided, AccountNotice::TeamCaseDecided);
    match (case.state, case.outcome) {
        (CaseState::Decided, Some(Verdict::RequestChanges)) => {
            Some((AccountNotice::CaseAsks, AccountNotice::TeamCaseAsks))
        }
        (CaseState::Decided, Some(Verdict::Admit | Verdict::Reject)) => Some(decided),
        // It acts already.
        (CaseState::Open, _) if case.is_urgent => Some(decided),
        (CaseState::Open | CaseState::Decided | CaseState::Withdrawn, _) => None,
    }
}

/// Tells each vetter who can assess one of them that cases wait: new ones since yesterday, or some that are overdue.
///
/// # Errors
/// Storage failed.
pub(in crate::vetting) async fn call_vetters(db: &Db) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    let now = txn.now();
    let open = QueueFilter {
        state: CaseState::Open,
        kind: None,
        grade: None,
        unassessed_by: None,
    };
    let cases = store::queue(txn.connection(), (&open, Part::Whole), (0, LOOKED_AT)).await?;
    if cases.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = cases.iter().map(|case| case.expert).collect();
    let entries = experts::load(txn.connection(), &ids).await?;
    let entries: HashMap<_, _> = entries.iter().map(|entry| (entry.id, entry)).collect();
    for account in access::holders(txn.connection(), (Role::Vetter, None), now).await? {
        let grants = access::grants_of_open(txn.connection(), account, now).await?;
        let houses = houses(txn.connection(), account, &grants.unwrap_or_default()).await?;
        let waits = |case: &Case| {
            let entry = entries.get(&case.expert);
            let vetter = entry.map(|entry| seen_as(account, &houses, entry));
            case.is_pressing(MORNING, now)
                && vetter.is_some_and(|vetter| case.may_assess(vetter, now).is_ok())
        };
        if cases.iter().any(waits) {
            AccountNotice::CasesWait.plan_daily(&mut txn, account);
        }
    }
    plan_call(&mut txn);
    txn.commit().await?;
    Ok(())
}
