//! The time sheet of a deployment.

use serde_json::json;

use super::sheets::held;
use super::{CostError, Seen};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::clock::Instant;
use crate::db::{AuditEntry, Txn};
use crate::http::IfMatch;
use crate::ids::TimeEntryId;
use crate::incidents::costs::model::{DaySum, TimeEntry, TimeWarning, TimeWindow, days, warnings};
use crate::incidents::costs::store;
use crate::incidents::deployments::{Deployment, Part};
use crate::incidents::service::Kit;

/// What was worked, as far as the caller may see it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct TimeSheet {
    /// What each day comes to.
    pub(in crate::incidents) days: Vec<DaySum>,
    /// What was worked when, with notes; for whoever helps and the employer alone.
    pub(in crate::incidents) detail: Option<Times>,
    /// When the employer vouched for it.
    pub(in crate::incidents) confirmed_at: Option<Instant>,
}

/// What was worked when.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Times {
    /// The entries, the first first.
    pub(in crate::incidents) entries: Vec<TimeEntry>,
    /// What is to be looked at.
    pub(in crate::incidents) warnings: Vec<TimeWarning>,
    /// Whether the caller may change them now.
    pub(in crate::incidents) is_open: bool,
}

/// Who writes times.
const WRITERS: [Part; 2] = [Part::Expert, Part::Employer];

/// What was worked in a deployment.
///
/// # Errors
/// Something sealed does not open, or storage failed.
pub(in crate::incidents) async fn times(kit: Kit<'_>, seen: &Seen) -> Result<TimeSheet, CostError> {
    let db = kit.db.reader();
    let entries = store::entries(db, kit.ring, &seen.deployment).await?;
    let is_fixed = store::are_costs_accepted(db, seen.deployment.id).await?;
    let window = window(&seen.deployment, kit.db.clock().now());
    let is_open = !is_fixed && window.is_ok_and(|window| is_open_to(seen, window));
    Ok(TimeSheet {
        days: days(&entries),
        detail: seen.takes(&WRITERS).then(|| Times {
            warnings: warnings(&entries),
            entries,
            is_open,
        }),
        confirmed_at: store::confirmed_at(db, seen.deployment.id).await?,
    })
}

/// Writes down what was worked; whatever was confirmed before is to be confirmed anew.
///
/// # Errors
/// Not for the caller, not valid, not now, or storage failed.
pub(in crate::incidents) async fn add_time(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (seen, entry): (&Seen, TimeEntry),
) -> Result<(TimeEntry, i64), CostError> {
    let txn = kit.db.begin().await?;
    let deployment = opened(&txn, seen).await?;
    let known = store::entries(txn.connection(), kit.ring, &deployment).await?;
    fits(&entry, &known, (&deployment, txn.now()))?;
    let written = (&deployment, permit.actor());
    if !store::insert(&txn, kit.ring, written, &entry).await? {
        return Err(CostError::Forgotten);
    }
    let what = (&deployment, entry.id);
    let generation = changed(txn, permit, ("deployment.time_added", what)).await?;
    Ok((entry, generation))
}

/// Changes what was written down, of the version that was read.
///
/// # Errors
/// As above, there is none, or another version.
pub(in crate::incidents) async fn change_time(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (seen, id): (&Seen, TimeEntryId),
    read: IfMatch,
    change: impl FnOnce(TimeEntry) -> TimeEntry,
) -> Result<(TimeEntry, i64), CostError> {
    let txn = kit.db.begin().await?;
    let deployment = opened(&txn, seen).await?;
    let known = store::entries(txn.connection(), kit.ring, &deployment).await?;
    let found = known.iter().find(|entry| entry.id == id);
    let found = found.ok_or(CostError::NotFound)?;
    read.check(found.version).map_err(CostError::Version)?;
    let entry = TimeEntry {
        id,
        version: found.version + 1,
        ..change(found.clone())
    };
    fits(&entry, &known, (&deployment, txn.now()))?;
    let written = (&deployment, permit.actor());
    if !store::replace(&txn, kit.ring, written, &entry).await? {
        return Err(CostError::Forgotten);
    }
    let what = (&deployment, id);
    let generation = changed(txn, permit, ("deployment.time_changed", what)).await?;
    Ok((entry, generation))
}

/// Strikes what was written down.
///
/// # Errors
/// There is none, not for the caller, not now, or storage failed.
pub(in crate::incidents) async fn remove_time(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (seen, id): (&Seen, TimeEntryId),
) -> Result<(), CostError> {
    let txn = kit.db.begin().await?;
    let deployment = opened(&txn, seen).await?;
    if !store::remove(&txn, (deployment.id, id)).await? {
        return Err(CostError::NotFound);
    }
    let what = (&deployment, id);
    changed(txn, permit, ("deployment.time_removed", what)).await?;
    Ok(())
}

/// The employer vouches for the times as they stand; said twice it was said before.
///
/// # Errors
/// Not for the caller, nothing is written down, or storage failed.
pub(in crate::incidents) async fn confirm_times(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    seen: &Seen,
) -> Result<(), CostError> {
    seen.must_take(&[Part::Employer])?;
    let mut txn = kit.db.begin().await?;
    let deployment = held(&txn, &seen.deployment).await?;
    let known = store::entries(txn.connection(), kit.ring, &deployment).await?;
    if known.is_empty() {
        return Err(CostError::NotYet);
    }
    let before = store::confirmed_at(txn.connection(), deployment.id).await?;
    if before.is_some() {
        txn.rollback().await?;
        return Ok(());
    }
    store::confirm(&txn, deployment.id, permit.actor()).await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "deployment.times_confirmed",
        subject: deployment.id.to_string(),
        details: json!({ "entries": known.len() }),
    });
    txn.commit().await?;
    Ok(())
}

/// The deployment, held, if the caller may change its times now.
async fn opened(txn: &Txn, seen: &Seen) -> Result<Deployment, CostError> {
    seen.must_take(&WRITERS)?;
    let deployment = held(txn, &seen.deployment).await?;
    let window = window(&deployment, txn.now())?;
    let is_fixed = store::are_costs_accepted(txn.connection(), deployment.id).await?;
    if is_fixed || !is_open_to(seen, window) {
        return Err(CostError::Fixed);
    }
    Ok(deployment)
}

fn is_open_to(seen: &Seen, window: TimeWindow) -> bool {
    seen.takes(&[Part::Employer]) || window.is_open_to_expert()
}

/// When it lasted; of one that never began there is nothing to write down.
fn window(deployment: &Deployment, now: Instant) -> Result<TimeWindow, CostError> {
    let started = deployment.started.as_ref();
    let started = started.filter(|_| deployment.state.was_begun());
    let (started, _) = started.ok_or(CostError::NotYet)?;
    Ok(TimeWindow {
        started: *started,
        ended: deployment.ended.as_ref().map(|(at, _)| *at),
        now,
    })
}

fn fits(
    entry: &TimeEntry,
    known: &[TimeEntry],
    (deployment, now): (&Deployment, Instant),
) -> Result<(), CostError> {
    let problems = entry.problems(known, window(deployment, now)?);
    if problems.is_empty() {
        Ok(())
    } else {
        Err(CostError::Invalid(problems))
    }
}

async fn changed(
    mut txn: Txn,
    permit: &Permit<RunDeployment>,
    (action, (deployment, entry)): (&'static str, (&Deployment, TimeEntryId)),
) -> Result<i64, CostError> {
    store::lift_confirmation(&txn, deployment.id).await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: deployment.id.to_string(),
        details: json!({ "time": entry }),
    });
    Ok(txn.commit().await?.generation)
}
