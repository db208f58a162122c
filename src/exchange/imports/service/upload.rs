//! Taking a file in.

use std::sync::Arc;

use serde_json::json;

use super::{Desk, account, expiry, forget_later, work_later};
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::exchange::imports::check::read;
use crate::exchange::imports::model::{AT_ONCE, Import, ImportError, ImportState, Report};
use crate::exchange::imports::plan::{self, Progress};
use crate::exchange::imports::store::{self, Part};
use crate::exchange::sheet::Sheet;
use crate::ids::{self, ImportId, OrganisationId};

impl Desk {
    /// Takes a file in and, when it is short, checks it; a longer one is checked by a job.
    ///
    /// # Errors
    /// Nothing of the file can be used, a reused key, or storage failed.
    pub async fn upload(
        &self,
        (organisation, actor): (OrganisationId, Actor),
        file: Vec<u8>,
        attempt: Option<Attempt>,
    ) -> Result<ImportId, ImportError> {
        let file = Arc::new(file);
        let sheet = read(file.clone()).await?;
        let mut txn = self.db.begin().await?;
        let id = ImportId(ids::ordered(txn.now()));
        if let Some(attempt) = attempt {
            match idempotency::claim(&txn, &attempt, id.to_string()).await? {
                Earlier::Nothing => {}
                Earlier::OtherBody => return Err(ImportError::KeyReused),
                Earlier::Made(made) => {
                    txn.rollback().await?;
                    let unknown = |_| StorageError::Corrupt("idempotency_keys.resource");
                    return Ok(made.parse().map_err(unknown)?);
                }
            }
        }
        let is_readable = self
            .take_in(&mut txn, (id, organisation, actor), (&file, &sheet))
            .await?;
        txn.commit().await?;
        if is_readable && sheet.rows.len() <= AT_ONCE {
            // The job may have been faster, here or beside.
            self.work(id, &Progress::default()).await?;
        }
        Ok(id)
    }

    /// Stores a file, or only what is wrong with its columns; whether its rows can be read.
    async fn take_in(
        &self,
        txn: &mut Txn,
        (id, organisation, actor): (ImportId, OrganisationId, Actor),
        (file, sheet): (&[u8], &Sheet),
    ) -> Result<bool, ImportError> {
        let wrong = plan::columns(&sheet.header).err();
        let import = Import {
            id,
            organisation,
            state: if wrong.is_none() {
                ImportState::Waiting
            } else {
                ImportState::Checked
            },
            rows: sheet.rows.len(),
            new: 0,
            changed: 0,
            rejected: 0,
            done: 0,
            created_at: txn.now(),
            applied_at: None,
            expires_at: expiry(txn.now()),
        };
        let kept = wrong.is_none().then_some(file);
        store::insert(txn, &self.ring, (&import, account(actor)), kept).await?;
        forget_later(txn, id, import.expires_at);
        txn.audit(AuditEntry {
            actor,
            action: "import.uploaded",
            subject: id.to_string(),
            details: json!({ "organisation": organisation, "rows": import.rows }),
        });
        let Some(errors) = wrong else {
            work_later(txn, id);
            return Ok(true);
        };
        let report = Report {
            errors,
            ..Report::default()
        };
        store::put(txn, &self.ring, (id, Part::Report), &report).await?;
        store::note_counts(txn, id, (0, 0, import.rows)).await?;
        Ok(false)
    }
}
