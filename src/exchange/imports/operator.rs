//! An import from beginning to end, for an operator at the command line.

use super::model::{Choice, Import, ImportError, Report};
use super::plan::Progress;
use super::service::Desk;
use super::store;
use crate::db::Actor;
use crate::ids::{ImportId, OrganisationId};
use crate::organisations;

/// How an operator's import ended.
#[derive(Debug)]
pub enum Ended {
    /// It was applied.
    Applied(Import, Report),
    /// Rows are wrong, and nobody said to leave them out: nothing was applied or kept.
    Refused(Import, Report),
}

impl Desk {
    /// Checks a file and applies it, beside a server that may take the steps first.
    ///
    /// # Errors
    /// There is no such organisation, nothing of the file can be used, entries were changed meanwhile, or storage failed.
    pub async fn bring_in(
        &self,
        organisation: OrganisationId,
        (file, choice): (Vec<u8>, Choice),
        progress: &Progress,
    ) -> Result<Ended, ImportError> {
        self.known(organisation).await?;
        let whose = (organisation, Actor::Operator);
        let id = self.upload(whose, file, None).await?;
        let import = self.finish(id, progress).await?;
        let report = self.report(id).await?;
        let is_unreadable = import.rejected == import.rows && choice == Choice::WithoutErrors;
        if (import.rejected > 0 && choice == Choice::All) || is_unreadable {
            self.discard(id, Actor::Operator).await?;
            return Ok(Ended::Refused(import, report));
        }
        self.apply(&import, (choice, Actor::Operator)).await?;
        let import = self.finish(id, progress).await?;
        if import.applied_at.is_none() {
            self.discard(id, Actor::Operator).await?;
            return Err(ImportError::Overtaken);
        }
        Ok(Ended::Applied(import, report))
    }

    /// That there is such an organisation.
    ///
    /// # Errors
    /// There is none, or storage failed.
    pub async fn known(&self, organisation: OrganisationId) -> Result<(), ImportError> {
        let found = organisations::by_id(self.db.reader(), organisation).await?;
        found.map(|_| ()).ok_or(ImportError::NoOrganisation)
    }

    /// Takes the step an import waits for, or waits for whoever takes it.
    async fn finish(&self, id: ImportId, progress: &Progress) -> Result<Import, ImportError> {
        loop {
            self.work(id, progress).await?;
            let now = self.db.clock().now();
            let import = store::find(self.db.reader(), id, now).await?;
            let import = import.ok_or(ImportError::NotFound)?;
            if !import.state.is_under_way() {
                return Ok(import);
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
    }
}
