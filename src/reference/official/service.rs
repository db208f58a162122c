//! Use cases: see what a file changes, and take it over.

use std::sync::Arc;

use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::choices::{Choices, Unsettled, with_choices};
use super::file::{FileError, OfficialFile};
use super::plan::{Installed, Plan, Shortfall, check_whole};
use super::settle::{Settled, settle};
use super::store;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::reference::edition::PlacesEdition;
use crate::reference::living::Part;
use crate::reference::{BuildError, service, store as stored};

/// Why a file was not taken over; nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum PlacesError {
    /// It cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is not whole.
    #[error(transparent)]
    Shortfall(#[from] Shortfall),
    /// It describes an earlier day than what is installed.
    #[error("the file describes {file}, the places installed already describe {installed}")]
    Older {
        /// The day of the file.
        file: chrono::NaiveDate,
        /// The day of what is installed.
        installed: chrono::NaiveDate,
    },
    /// Places that are gone have no successor.
    #[error("{} places that are gone need a successor", .0.len())]
    Unsettled(Vec<Unsettled>),
    /// The places would contradict each other.
    #[error("the places would not fit together")]
    Unfit(#[from] BuildError),
    /// No such file waits any more.
    #[error("no such file waits")]
    NotFound,
    /// The work was cut short.
    #[error("the comparison was stopped")]
    Stopped,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for PlacesError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// A file to be taken over.
#[derive(Debug, Clone)]
pub struct Order {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What took over the places that are gone.
    pub choices: Choices,
    /// Also an earlier day, and a file that seems cut off.
    pub is_forced: bool,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Everything in it was so already.
    Nothing,
    /// It was taken over.
    Applied(Applied),
}

/// What was taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// What the file changed.
    pub plan: Plan,
    /// What a reader must have seen to see it.
    pub generation: i64,
}

/// What a file would change.
///
/// # Errors
/// It cannot be read, is not whole or too old, or storage failed.
pub async fn preview(
    db: &Db,
    (bytes, is_forced): (Vec<u8>, bool),
) -> Result<(OfficialFile, Plan), PlacesError> {
    let (_, installed) = store::installed(db.reader()).await?;
    blocking(move || {
        let file = OfficialFile::read(&bytes)?;
        let plan = planned(&installed, &file, is_forced)?;
        Ok((file, plan))
    })
    .await
}

/// What a file would change with these choices, and for which places that are gone they have no successor that fits.
/// Nothing is written.
///
/// # Errors
/// It cannot be read, is not whole or too old, the places would not fit together, or storage failed.
pub async fn rehearse(db: &Db, order: Order) -> Result<(Plan, Vec<Unsettled>), PlacesError> {
    let (_, installed) = store::installed(db.reader()).await?;
    blocking(move || {
        let file = OfficialFile::read(&order.bytes)?;
        let plan = planned(&installed, &file, order.is_forced)?;
        let unsettled = match settle(&installed, &file, &plan, &order.choices) {
            Ok(settled) => {
                check_fit(&installed, &settled)?;
                Vec::new()
            }
            Err(unsettled) => unsettled,
        };
        Ok((with_choices(plan, &file, &order.choices), unsettled))
    })
    .await
}

/// Takes a file over: all of it, or nothing.
///
/// # Errors
/// It cannot be read, is not whole or too old, places that are gone have no successor, or storage failed.
pub async fn apply(db: &Db, actor: Actor, order: Order) -> Result<Outcome, PlacesError> {
    take_over(db, actor, (order, None)).await
}

/// The same; a file that waited waits no more.
///
/// The places are compared before anybody else is kept from writing, and again when they became others meanwhile.
pub(super) async fn take_over(
    db: &Db,
    actor: Actor,
    (order, waiting): (Order, Option<Uuid>),
) -> Result<Outcome, PlacesError> {
    let order = Arc::new(order);
    loop {
        let prepared = prepare(db, order.clone()).await?;
        let mut txn = db.begin().await?;
        store::hold(&txn).await?;
        if stored::places_edition(txn.connection()).await? != prepared.edition {
            txn.rollback().await?;
            continue;
        }
        if let Some(id) = waiting
            && store::delete_file(&txn, id).await? == 0
        {
            return Err(PlacesError::NotFound);
        }
        let plan = if prepared.settled.is_nothing() {
            None
        } else {
            Some(write(&mut txn, (actor, order.is_forced), prepared).await?)
        };
        let generation = txn.commit().await?.generation;
        return Ok(plan.map_or(Outcome::Nothing, |plan| {
            Outcome::Applied(Applied { plan, generation })
        }));
    }
}

/// What is to be written over one edition.
struct Prepared {
    edition: PlacesEdition,
    /// What the edition after is called.
    name: String,
    plan: Plan,
    settled: Settled,
}

async fn prepare(db: &Db, order: Arc<Order>) -> Result<Prepared, PlacesError> {
    let (edition, installed) = store::installed(db.reader()).await?;
    blocking(move || {
        let file = OfficialFile::read(&order.bytes)?;
        let plan = planned(&installed, &file, order.is_forced)?;
        let settled = settle(&installed, &file, &plan, &order.choices);
        let settled = settled.map_err(PlacesError::Unsettled)?;
        // What does not fit together never reaches a running node.
        check_fit(&installed, &settled)?;
        Ok(Prepared {
            name: format!("{} {}", plan.state, hash(&edition, &order.bytes)),
            edition,
            plan: with_choices(plan, &file, &order.choices),
            settled,
        })
    })
    .await
}

async fn write(
    txn: &mut Txn,
    (actor, is_forced): (Actor, bool),
    prepared: Prepared,
) -> Result<Plan, PlacesError> {
    let Prepared {
        edition: _,
        name,
        plan,
        settled,
    } = prepared;
    store::save(txn, settled).await?;
    stored::set_edition(txn, PlacesEdition::OFFICIAL, &name).await?;
    Part::Regions.changed(txn);
    txn.audit(AuditEntry {
        actor,
        action: "regions.imported",
        subject: plan.state.to_string(),
        details: json!({
            "edition": name,
            "before": plan.installed.to_string(),
            "new": plan.new.len(),
            "renamed": plan.renamed.len(),
            "gone": plan.gone.len(),
            "population": plan.repopulated,
            "forced": is_forced,
        }),
    });
    Ok(plan)
}

fn planned(
    installed: &Installed,
    file: &OfficialFile,
    is_forced: bool,
) -> Result<Plan, PlacesError> {
    if !is_forced {
        check_whole(installed, file)?;
        if file.state < installed.state {
            return Err(PlacesError::Older {
                file: file.state,
                installed: installed.state,
            });
        }
    }
    Ok(Plan::of(installed, file))
}

/// The places as they would be loaded.
fn check_fit(installed: &Installed, settled: &Settled) -> Result<(), BuildError> {
    let postcodes = installed
        .postcodes
        .iter()
        .chain(&settled.postcodes)
        .cloned();
    let named = installed
        .administrations
        .iter()
        .chain(&settled.administrations)
        .cloned();
    service::assemble(
        settled.after(installed),
        postcodes.collect(),
        named.collect(),
    )
    .map(drop)
}

/// Tells editions apart: what was there before and the file.
fn hash(before: &PlacesEdition, bytes: &[u8]) -> String {
    let hash: [u8; 32] = Sha256::new()
        .chain_update(before.name())
        .chain_update(bytes)
        .finalize()
        .into();
    let [a, b, c, d, ..] = hash;
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PlacesError> + Send + 'static,
) -> Result<T, PlacesError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| PlacesError::Stopped)?
}
