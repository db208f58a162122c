//! Use cases of imports but the long ones.

mod steps;
mod upload;

use std::sync::Arc;

use super::check::{planned, read};
use super::jobs;
use super::model::{Import, ImportError, KEPT_HOURS, Report};
use super::plan::{self, Progress};
use super::store::{self, Part};
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{Actor, Db, Job, Txn};
use crate::exchange::sheet::Sheet;
use crate::ids::{self, AccountId, ImportId, OrganisationId};
use crate::reference::Reference;
use crate::sealing::Keyring;

/// What imports work with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The database.
    pub db: Db,
    /// Places and vocabulary.
    pub reference: Arc<Reference>,
    /// Its keys.
    pub ring: Arc<Keyring>,
}

/// The organisation asked for, or the only one there is to ask for.
///
/// # Errors
/// It is not in the scope, or must be named.
pub(in crate::exchange) fn organisation(
    scope: &Scope,
    given: Option<OrganisationId>,
) -> Result<OrganisationId, ImportError> {
    let found = match (given, scope.organisations()) {
        (Some(given), _) => Some(given).filter(|given| scope.covers(*given)),
        (None, [only]) => Some(*only),
        (None, _) => None,
    };
    found.ok_or(ImportError::Organisation)
}

impl Desk {
    /// An import of an organisation in the scope.
    ///
    /// # Errors
    /// There is none, or storage failed.
    pub async fn find(&self, scope: &Scope, id: ImportId) -> Result<Import, ImportError> {
        let now = self.db.clock().now();
        let found = store::find(self.db.reader(), id, now).await?;
        found
            .filter(|import| scope.covers(import.organisation))
            .ok_or(ImportError::NotFound)
    }

    /// The last imports of an organisation.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn list(&self, organisation: OrganisationId) -> Result<Vec<Import>, ImportError> {
        let now = self.db.clock().now();
        Ok(store::list(self.db.reader(), (organisation, now), 5).await?)
    }

    /// What checking or taking back found.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn report(&self, id: ImportId) -> Result<Report, ImportError> {
        let report = store::value(self.db.reader(), &self.ring, (id, Part::Report)).await?;
        Ok(report.unwrap_or_default())
    }

    /// The file as it was uploaded; none when it is kept no more.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn sheet(&self, id: ImportId) -> Result<Option<Sheet>, ImportError> {
        let file = store::bytes(self.db.reader(), &self.ring, (id, Part::File)).await?;
        match file {
            Some(file) => Ok(Some(read(Arc::new(file.to_vec())).await?)),
            None => Ok(None),
        }
    }

    /// Checks a file and keeps nothing of it.
    ///
    /// # Errors
    /// Nothing of the file can be used, or storage failed.
    pub async fn dry_run(
        &self,
        organisation: OrganisationId,
        (file, progress): (Vec<u8>, &Progress),
    ) -> Result<(Counts, Report), ImportError> {
        self.known(organisation).await?;
        let sheet = read(Arc::new(file)).await?;
        let rows = sheet.rows.len();
        match plan::columns(&sheet.header) {
            Err(errors) => Ok((
                Counts {
                    rows,
                    rejected: rows,
                    ..Counts::default()
                },
                Report {
                    errors,
                    ..Report::default()
                },
            )),
            Ok(mapping) => {
                let now = self.db.clock().now();
                let planned = planned(
                    self,
                    (self.db.reader(), now),
                    (organisation, (sheet, mapping)),
                    progress,
                )
                .await?;
                Ok((planned.counts(rows), planned.report()))
            }
        }
    }
}

/// How many rows would do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub rows: usize,
    /// Those that enter an entry.
    pub new: usize,
    /// Those that change one.
    pub changed: usize,
    /// Those that are wrong.
    pub rejected: usize,
}

/// When what is kept of it is forgotten.
pub(in crate::exchange::imports) fn expiry(now: Instant) -> Instant {
    now.plus_seconds(KEPT_HOURS * 3_600)
}

/// Plans to forget an import at its time.
pub(in crate::exchange::imports) fn forget_later(txn: &mut Txn, id: ImportId, run_at: Instant) {
    let key = format!("{} {id} {}", jobs::EXPIRE, run_at.as_micros());
    txn.enqueue(Job {
        kind: jobs::EXPIRE,
        key,
        subject: id.0,
        run_at,
    });
}

/// Leaves what an import waits for to a job.
fn work_later(txn: &mut Txn, id: ImportId) {
    let run_at = txn.now();
    // A step may be asked for again before the job that failed at it is put away: each is a job of its own.
    let key = format!("{} {id} {}", jobs::WORK, ids::ordered(run_at));
    txn.enqueue(Job {
        kind: jobs::WORK,
        key,
        subject: id.0,
        run_at,
    });
}

fn account(actor: Actor) -> Option<AccountId> {
    match actor {
        Actor::Account(id) => Some(id),
        Actor::Operator | Actor::Service => None,
    }
}
