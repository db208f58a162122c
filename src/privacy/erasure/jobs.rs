//! Overwriting the traces after the erasure was committed.

use crate::db::{Db, StorageError};
use crate::privacy::classes::{Erased as Fate, classes};

/// Kind of the job that overwrites what erased rows left behind.
pub const SCRUB: &str = "privacy.scrub";

/// Kind of the job that lets go of an entry that was erased: what it was asked, and what it promised. Who asks for help
/// runs it.
pub const LET_GO: &str = "privacy.let_go";

/// Overwrites what deleted rows left behind and deletes older copies of the database, which still have them.
///
/// # Errors
/// Somebody still reads, or storage failed: worth another try.
pub async fn scrub(db: &Db) -> Result<(), StorageError> {
    let copies = db.forget_copies(None).await?;
    if copies > 0 {
        tracing::warn!(
            copies,
            "copies from before migrating were deleted: they held an erased person"
        );
    }
    let touched = classes().filter(|table| table.erased != Fate::Stay);
    let tables: Vec<&'static str> = touched.map(|table| table.name).collect();
    db.scrub(&tables).await
}
