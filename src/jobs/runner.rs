//! Takes due jobs one by one.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use super::store::{self, StoredJob};
use crate::db::{Db, StorageError};

const LEASE_SECONDS: i64 = 120;
const PAUSE: Duration = Duration::from_secs(1);
/// After so many tries, about half a day, a job waits for an operator.
const TRIES: i32 = 24;
const LONGEST_BACKOFF_SECONDS: i64 = 3_600;

/// How a failed job goes on.
#[derive(Debug, thiserror::Error)]
pub enum JobFailure {
    /// Worth another try, later.
    #[error("to be tried again")]
    Retry(#[from] StorageError),
    /// Somebody outside is to blame; worth another try, later.
    #[error("to be tried again: {0}")]
    Outside(&'static str),
    /// Will never work.
    #[error("given up: {0}")]
    GiveUp(&'static str),
}

impl JobFailure {
    /// What kept the job from being done: words of ours, nothing from outside.
    const fn reason(&self) -> &'static str {
        match self {
            Self::Retry(_) => "the database failed",
            Self::Outside(reason) | Self::GiveUp(reason) => reason,
        }
    }
}

/// What runs a kind of job.
pub type Handler = Arc<
    dyn Fn(Db, Uuid) -> Pin<Box<dyn Future<Output = Result<(), JobFailure>> + Send>> + Send + Sync,
>;

/// Runs the jobs of this node.
#[derive(Clone)]
pub struct Runner {
    db: Db,
    handlers: Arc<HashMap<&'static str, Handler>>,
}

impl std::fmt::Debug for Runner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Runner")
            .field("kinds", &self.handlers.keys())
            .finish_non_exhaustive()
    }
}

impl Runner {
    /// With the handlers of all kinds.
    pub fn new(db: Db, handlers: HashMap<&'static str, Handler>) -> Self {
        Self {
            db,
            handlers: Arc::new(handlers),
        }
    }

    /// Runs until the task is dropped.
    pub async fn run(self) {
        loop {
            match self.run_one().await {
                Ok(true) => {}
                Ok(false) => tokio::time::sleep(PAUSE).await,
                Err(error) => {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "jobs wait for the database"
                    );
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    /// Runs one due job; `false` when there is none.
    ///
    /// # Errors
    /// The database is away.
    pub async fn run_one(&self) -> Result<bool, StorageError> {
        let Some(job) = self.take().await? else {
            return Ok(false);
        };
        let outcome = match self.handlers.get(job.kind.as_str()) {
            Some(handler) => handler(self.db.clone(), job.subject).await,
            None => Err(JobFailure::GiveUp("no handler of this kind")),
        };
        self.finish(&job, outcome).await?;
        Ok(true)
    }

    async fn take(&self) -> Result<Option<StoredJob>, StorageError> {
        let txn = self.db.begin().await?;
        let Some(job) = store::next_due(&txn).await? else {
            txn.rollback().await?;
            return Ok(None);
        };
        let is_ours = store::lease(&txn, &job, txn.now().plus_seconds(LEASE_SECONDS)).await?;
        txn.commit().await?;
        Ok(is_ours.then_some(job))
    }

    async fn finish(
        &self,
        job: &StoredJob,
        outcome: Result<(), JobFailure>,
    ) -> Result<(), StorageError> {
        let txn = self.db.begin().await?;
        match outcome {
            Ok(()) => store::delete(&txn, job.id).await?,
            Err(failure) => {
                let gives_up =
                    matches!(failure, JobFailure::GiveUp(_)) || job.attempts + 1 >= TRIES;
                tracing::warn!(job = %job.id, kind = job.kind, gives_up, error = &failure as &dyn std::error::Error, "a job failed");
                if gives_up {
                    store::give_up(&txn, job.id, failure.reason()).await?;
                } else {
                    let run_at = txn.now().plus_seconds(backoff_seconds(job.attempts));
                    store::postpone(&txn, job.id, run_at).await?;
                }
            }
        }
        txn.commit().await?;
        Ok(())
    }
}

/// 2, 4, 8 … seconds, at most an hour.
fn backoff_seconds(attempts: i32) -> i64 {
    2_i64
        .saturating_pow(attempts.clamp(0, 30).unsigned_abs() + 1)
        .min(LONGEST_BACKOFF_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_an_hour() {
        assert_eq!(
            [0, 1, 5, 11, 40].map(backoff_seconds),
            [2, 4, 64, 3_600, 3_600]
        );
    }
}
