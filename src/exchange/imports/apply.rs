//! Applying a file that was checked: all of it in one transaction, or nothing.

use serde_json::json;

use super::check::{Planned, planned};
use super::model::{Former, FormerEntry, Import, ImportError, ImportState, Report};
use super::plan::{self, Outcome, Progress};
use super::service::{Counts, Desk, expiry, forget_later};
use super::store::{self, Part};
use crate::db::{Actor, AuditEntry, Txn};
use crate::experts::{self, Checked, Known};
use crate::ids::ImportId;
use crate::sealing::Keyring;

/// Applies an import. What entries held before is sealed in its place, to be taken back.
///
/// # Errors
/// Somebody was faster, entries were changed since the check, or storage failed; nothing was applied.
pub(super) async fn run(
    desk: &Desk,
    id: ImportId,
    (from, actor): (ImportState, Actor),
) -> Result<(), ImportError> {
    let sheet = desk.sheet(id).await?.ok_or(ImportError::NotNow)?;
    let mapping = plan::columns(&sheet.header).map_err(|_| ImportError::NoColumns)?;
    let mut txn = desk.db.begin().await?;
    // Of two at once the second waits here and finds that the step is taken.
    if !store::step(&txn, id, (from, ImportState::Applied)).await? {
        return Err(ImportError::NotNow);
    }
    let now = txn.now();
    let import = store::find(txn.connection(), id, now)
        .await?
        .ok_or(ImportError::NotFound)?;
    let shown: Option<Report> =
        store::value(txn.connection(), &desk.ring, (id, Part::Report)).await?;
    let found = (import.organisation, (sheet, mapping));
    let planned = planned(desk, (txn.connection(), now), found, &Progress::default()).await?;
    let is_as_shown = shown.is_some_and(|shown| shown.fingerprint == planned.report().fingerprint);
    if !is_as_shown || !apply(&mut txn, &desk.ring, (&import, actor), planned).await? {
        txn.rollback().await?;
        return overtaken(desk, &import, from).await;
    }
    txn.commit().await?;
    Ok(())
}

/// Writes everything; `false` when somebody changed one of the entries since they were read.
async fn apply(
    txn: &mut Txn,
    ring: &Keyring,
    (import, actor): (&Import, Actor),
    planned: Planned,
) -> Result<bool, ImportError> {
    let Counts {
        new,
        changed,
        rejected,
        ..
    } = planned.counts(import.rows);
    let (came_with, now) = (import.id.to_string(), txn.now());
    let Planned { plan, roll } = planned;
    let (mut new_rows, mut new_entries) = (Vec::new(), Vec::new());
    let mut changes: Vec<(u32, (&Known, Checked))> = Vec::new();
    for item in plan.items {
        match item.outcome {
            Outcome::New(checked) => {
                new_rows.push(item.row);
                new_entries.push(*checked);
            }
            Outcome::Changed(position, checked) => {
                changes.push((item.row, (&roll[position], *checked)));
            }
            Outcome::Same | Outcome::Rejected => {}
        }
    }
    let former = changes.iter().map(|(row, (known, _))| FormerEntry {
        row: *row,
        id: known.entry.id,
        version: known.entry.version + 1,
        held: known.as_new(now),
    });
    let mut former = Former {
        entered: Vec::new(),
        changed: former.collect(),
    };
    let by = (actor, came_with.as_str());
    let changes: Vec<(&Known, Checked)> = changes.into_iter().map(|(_, change)| change).collect();
    if !experts::change_all(txn, ring, by, &changes).await? {
        return Ok(false);
    }
    let ids = experts::enter_all(txn, ring, by, new_entries).await?;
    former.entered = new_rows.into_iter().zip(ids).collect();
    let until = expiry(now);
    store::put(txn, ring, (import.id, Part::Former), &former).await?;
    store::drop_part(txn, (import.id, Part::File)).await?;
    store::note_applied(txn, import.id, until).await?;
    forget_later(txn, import.id, until);
    txn.audit(AuditEntry {
        actor,
        action: "import.applied",
        subject: came_with,
        details: json!({ "organisation": import.organisation, "new": new, "changed": changed, "left_out": rejected }),
    });
    Ok(true)
}

/// Checks again, for whoever has to decide anew.
async fn overtaken(desk: &Desk, import: &Import, from: ImportState) -> Result<(), ImportError> {
    let sheet = desk.sheet(import.id).await?.ok_or(ImportError::NotNow)?;
    let mapping = plan::columns(&sheet.header).map_err(|_| ImportError::NoColumns)?;
    let now = desk.db.clock().now();
    let found = (import.organisation, (sheet, mapping));
    let planned = planned(desk, (desk.db.reader(), now), found, &Progress::default()).await?;
    let txn = desk.db.begin().await?;
    if !store::step(&txn, import.id, (from, ImportState::Checked)).await? {
        return Err(ImportError::NotNow);
    }
    let Counts {
        new,
        changed,
        rejected,
        ..
    } = planned.counts(import.rows);
    let report = Report {
        was_overtaken: true,
        ..planned.report()
    };
    store::note_counts(&txn, import.id, (new, changed, rejected)).await?;
    store::put(&txn, &desk.ring, (import.id, Part::Report), &report).await?;
    txn.commit().await?;
    Err(ImportError::Overtaken)
}
