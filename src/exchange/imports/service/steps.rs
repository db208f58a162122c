//! Applying, taking back, throwing away: at once for short files, else by a job.

use serde_json::json;

use super::{Desk, account, work_later};
use crate::db::{Actor, AuditEntry};
use crate::exchange::imports::check::check;
use crate::exchange::imports::model::{AT_ONCE, Choice, Import, ImportError, ImportState};
use crate::exchange::imports::plan::Progress;
use crate::exchange::imports::store::{self, Part};
use crate::exchange::imports::{apply, undo};
use crate::ids::ImportId;

impl Desk {
    /// Applies what was checked; a long file is applied by a job.
    ///
    /// # Errors
    /// It is not at this step, rows are wrong, entries were changed meanwhile, or storage failed.
    pub async fn apply(
        &self,
        import: &Import,
        (choice, actor): (Choice, Actor),
    ) -> Result<(), ImportError> {
        if import.state != ImportState::Checked {
            return Err(ImportError::NotNow);
        }
        if store::bytes(self.db.reader(), &self.ring, (import.id, Part::File))
            .await?
            .is_none()
        {
            return Err(ImportError::NoColumns);
        }
        if import.rejected > 0 && choice == Choice::All {
            return Err(ImportError::HasErrors(import.rejected));
        }
        if import.rows <= AT_ONCE {
            return apply::run(self, import.id, (ImportState::Checked, actor)).await;
        }
        self.ask(
            import.id,
            (ImportState::Checked, ImportState::Applying),
            actor,
        )
        .await
    }

    /// Takes back what was applied; of a long file by a job.
    ///
    /// # Errors
    /// It is not at this step, or storage failed.
    pub async fn undo(&self, import: &Import, actor: Actor) -> Result<(), ImportError> {
        if import.state != ImportState::Applied {
            return Err(ImportError::NotNow);
        }
        if import.rows <= AT_ONCE {
            return undo::run(self, import.id, (ImportState::Applied, actor)).await;
        }
        self.ask(
            import.id,
            (ImportState::Applied, ImportState::Undoing),
            actor,
        )
        .await
    }

    /// Throws an upload away that was not applied.
    ///
    /// # Errors
    /// It is not at this step, or storage failed.
    pub async fn discard(&self, id: ImportId, actor: Actor) -> Result<(), ImportError> {
        let mut txn = self.db.begin().await?;
        // The step is taken first: who applies it at the same time finds it gone.
        let step = (ImportState::Checked, ImportState::Undone);
        if !store::step(&txn, id, step).await? {
            return Err(ImportError::NotNow);
        }
        store::forget(&txn, id).await?;
        txn.audit(AuditEntry {
            actor,
            action: "import.discarded",
            subject: id.to_string(),
            details: json!({}),
        });
        txn.commit().await?;
        Ok(())
    }

    /// Leaves a step to the job.
    async fn ask(
        &self,
        id: ImportId,
        step: (ImportState, ImportState),
        actor: Actor,
    ) -> Result<(), ImportError> {
        let mut txn = self.db.begin().await?;
        if !store::step(&txn, id, step).await? {
            return Err(ImportError::NotNow);
        }
        store::note_by(&txn, id, account(actor)).await?;
        work_later(&mut txn, id);
        txn.commit().await?;
        Ok(())
    }

    /// Does what an import waits for; nothing when somebody else did.
    ///
    /// # Errors
    /// Storage failed.
    pub(in crate::exchange::imports) async fn work(
        &self,
        id: ImportId,
        progress: &Progress,
    ) -> Result<(), ImportError> {
        let now = self.db.clock().now();
        let Some(import) = store::find(self.db.reader(), id, now).await? else {
            return Ok(());
        };
        let by = store::last_by(self.db.reader(), id).await?;
        let actor = by.map_or(Actor::Operator, Actor::Account);
        let done = match import.state {
            ImportState::Waiting => check(self, id, progress).await,
            ImportState::Applying => apply::run(self, id, (ImportState::Applying, actor)).await,
            ImportState::Undoing => undo::run(self, id, (ImportState::Undoing, actor)).await,
            ImportState::Checked | ImportState::Applied | ImportState::Undone => Ok(()),
        };
        match done {
            // Who asked reads it in the report; somebody else may have been faster.
            Err(ImportError::Overtaken | ImportError::NotNow) => Ok(()),
            done => done,
        }
    }
}
