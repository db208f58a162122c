//! A file between the day an admin sends it and the day it is taken over: at most one apart.

use uuid::Uuid;

use super::choices::Choices;
use super::file::OfficialFile;
use super::plan::Plan;
use super::service::{self, Order, Outcome, PlacesError};
use super::store;
use crate::access::Permit;
use crate::access::action::KeepRegions;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::ids;

/// Hours a file waits.
const HOURS: i64 = 24;

/// A file that waits, compared with what is installed now.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The file.
    pub file: OfficialFile,
    /// What it changes.
    pub plan: Plan,
    /// When it is deleted.
    pub expires_at: Instant,
}

/// Keeps a file that can be read and is whole; its id.
///
/// # Errors
/// It cannot be read, is not whole or too old, or storage failed.
pub async fn keep_file(
    db: &Db,
    _: &Permit<KeepRegions>,
    bytes: Vec<u8>,
) -> Result<Uuid, PlacesError> {
    service::preview(db, (bytes.clone(), false)).await?;
    let txn = db.begin().await?;
    let id = ids::ordered(txn.now());
    let until = txn.now().plus_seconds(HOURS * 3_600);
    store::insert_file(&txn, id, (bytes, until)).await?;
    txn.commit().await?;
    Ok(id)
}

/// A file that waits.
///
/// # Errors
/// There is none, it is too old by now, or storage failed.
pub async fn pending(db: &Db, _: &Permit<KeepRegions>, id: Uuid) -> Result<Pending, PlacesError> {
    let now = db.clock().now();
    let row = store::file(db.reader(), (id, now)).await?;
    let row = row.ok_or(PlacesError::NotFound)?;
    let (file, plan) = service::preview(db, (row.file, false)).await?;
    Ok(Pending {
        file,
        plan,
        expires_at: row.expires_at,
    })
}

/// Takes over a file that waits, and keeps it no longer.
///
/// # Errors
/// There is none, places that are gone have no successor, or storage failed.
pub async fn apply_pending(
    db: &Db,
    permit: &Permit<KeepRegions>,
    (id, choices): (Uuid, Choices),
) -> Result<Outcome, PlacesError> {
    let row = store::file(db.reader(), (id, db.clock().now())).await?;
    let order = Order {
        bytes: row.ok_or(PlacesError::NotFound)?.file,
        choices,
        is_forced: false,
    };
    service::take_over(db, permit.actor(), (order, Some(id))).await
}

/// Keeps a file no longer.
///
/// # Errors
/// There is none, or storage failed.
pub async fn discard(db: &Db, _: &Permit<KeepRegions>, id: Uuid) -> Result<(), PlacesError> {
    let txn = db.begin().await?;
    if store::delete_file(&txn, id).await? == 0 {
        return Err(PlacesError::NotFound);
    }
    txn.commit().await?;
    Ok(())
}

/// Deletes files nobody took over within a day.
///
/// # Errors
/// Storage failed.
pub async fn forget_imports(db: &Db) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    store::delete_expired(&txn).await?;
    txn.commit().await?;
    Ok(())
}
