//! What runs later: long files, and forgetting.

use std::sync::Arc;

use super::model::ImportError;
use super::plan::Progress;
use super::service::Desk;
use super::store;
use crate::db::Db;
use crate::ids::ImportId;
use crate::jobs::{Handler, JobFailure};
use crate::reference::Living;
use crate::sealing::Keyring;

/// Kind of the job that does what an import waits for.
pub(super) const WORK: &str = "imports.work";
/// Kind of the job that forgets what is kept of an import.
pub(super) const EXPIRE: &str = "imports.expire";

/// What runs them.
pub fn handlers(ring: Arc<Keyring>, living: Arc<Living>) -> [(&'static str, Handler); 2] {
    let work: Handler = Arc::new(move |db: Db, id| {
        let (reference, ring) = (living.now(), ring.clone());
        Box::pin(async move {
            let desk = Desk {
                db,
                reference,
                ring,
            };
            match desk.work(ImportId(id), &Progress::default()).await {
                Ok(()) => Ok(()),
                Err(ImportError::Storage(error)) => Err(JobFailure::Retry(error)),
                Err(_) => Err(JobFailure::GiveUp("an import cannot go on")),
            }
        })
    });
    let expire: Handler =
        Arc::new(|db: Db, id| Box::pin(async move { Ok(forget(&db, ImportId(id)).await?) }));
    [(WORK, work), (EXPIRE, expire)]
}

/// Forgets an import that is past its time.
async fn forget(db: &Db, id: ImportId) -> Result<(), crate::db::StorageError> {
    let txn = db.begin().await?;
    if store::find(txn.connection(), id, txn.now())
        .await?
        .is_none()
    {
        store::forget(&txn, id).await?;
        txn.commit().await?;
    }
    Ok(())
}
