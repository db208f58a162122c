//! Checking a file.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::ConnectionTrait;

use super::model::{ImportError, ImportState, PREVIEWED, Preview, Report};
use super::plan::{self, Outcome, Plan, Progress};
use super::service::{Counts, Desk};
use super::store::{self, Part};
use crate::clock::Instant;
use crate::exchange::columns::Mapping;
use crate::exchange::sheet::{self, Sheet};
use crate::experts::{self, Examiner, Known};
use crate::ids::{ImportId, OrganisationId};

/// How often a long check says how far it is.
const EVERY: Duration = Duration::from_secs(1);

/// What a file would do to the entries there are.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) plan: Plan,
    pub(super) roll: Vec<Known>,
}

impl Planned {
    pub(super) fn counts(&self, rows: usize) -> Counts {
        Counts {
            rows,
            new: self
                .plan
                .count(|outcome| matches!(outcome, Outcome::New(_))),
            changed: self
                .plan
                .count(|outcome| matches!(outcome, Outcome::Changed(..))),
            rejected: self
                .plan
                .count(|outcome| matches!(outcome, Outcome::Rejected)),
        }
    }

    /// What a manager gets to see, without names.
    pub(super) fn report(&self) -> Report {
        let items = self.plan.items.iter().filter_map(|item| {
            let is_new = match item.outcome {
                Outcome::New(_) => true,
                Outcome::Changed(..) => false,
                Outcome::Same | Outcome::Rejected => return None,
            };
            Some(Preview {
                row: item.row,
                is_new,
                kind: item.kind,
                headline: item.headline.clone(),
                skills: item.skills,
            })
        });
        Report {
            errors: self.plan.errors.clone(),
            preview: items.take(PREVIEWED).collect(),
            was_overtaken: false,
            kept: Vec::new(),
            fingerprint: self.plan.fingerprint(&self.roll).to_vec(),
        }
    }
}

/// Reads a file where it holds nobody up.
pub(super) async fn read(file: Arc<Vec<u8>>) -> Result<Sheet, ImportError> {
    let read = tokio::task::spawn_blocking(move || sheet::read(&file));
    Ok(read.await.map_err(|_| ImportError::BrokeOff)??)
}

/// Checks all rows against the entries and names of now.
pub(super) async fn planned<C: ConnectionTrait>(
    desk: &Desk,
    (db, now): (&C, Instant),
    (organisation, (sheet, mapping)): (OrganisationId, (Sheet, Mapping)),
    progress: &Progress,
) -> Result<Planned, ImportError> {
    let roll = experts::roll(db, &desk.ring, organisation).await?;
    let examiner = Examiner::load(db, desk.reference.clone(), organisation).await?;
    let progress = progress.clone();
    let work = tokio::task::spawn_blocking(move || {
        let plan = plan::plan((&sheet, &mapping), (&examiner, &roll), now, &progress);
        Planned { plan, roll }
    });
    work.await.map_err(|_| ImportError::BrokeOff)
}

/// Checks an import that waits for it, and says how far it is while it takes long.
pub(super) async fn check(
    desk: &Desk,
    id: ImportId,
    progress: &Progress,
) -> Result<(), ImportError> {
    let now = desk.db.clock().now();
    let import = store::find(desk.db.reader(), id, now)
        .await?
        .ok_or(ImportError::NotFound)?;
    if import.state != ImportState::Waiting {
        return Err(ImportError::NotNow);
    }
    let sheet = desk.sheet(id).await?.ok_or(ImportError::NotFound)?;
    let mapping = plan::columns(&sheet.header).map_err(|_| ImportError::NoColumns)?;
    let work = planned(
        desk,
        (desk.db.reader(), now),
        (import.organisation, (sheet, mapping)),
        progress,
    );
    tokio::pin!(work);
    let planned = loop {
        tokio::select! {
            planned = &mut work => break planned?,
            () = tokio::time::sleep(EVERY) => {
                let txn = desk.db.begin().await?;
                store::note_done(&txn, id, progress.done()).await?;
                txn.commit().await?;
            }
        }
    };
    let txn = desk.db.begin().await?;
    if !store::step(&txn, id, (ImportState::Waiting, ImportState::Checked)).await? {
        return Err(ImportError::NotNow);
    }
    let Counts {
        rows,
        new,
        changed,
        rejected,
    } = planned.counts(import.rows);
    store::note_done(&txn, id, rows).await?;
    store::note_counts(&txn, id, (new, changed, rejected)).await?;
    store::put(&txn, &desk.ring, (id, Part::Report), &planned.report()).await?;
    txn.commit().await?;
    Ok(())
}
