//! What has an effect outside the database is on record before it begins and after it ended.

use serde_json::{Value, json};
use strum::IntoStaticStr;

use crate::db::{Actor, AuditEntry, Db, StorageError};

/// How an undertaking ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// As it should.
    Done,
    /// With an error.
    Failed,
    /// Whoever asked for it went away.
    CutOff,
}

/// Something that was begun, and is on record as such. An entry of its end follows; where there is none, the
/// process died.
#[derive(Debug)]
pub struct Undertaking {
    db: Db,
    actor: Actor,
    subject: String,
    end: &'static str,
    entry: i64,
    has_ended: bool,
}

impl Undertaking {
    /// Commits the entry of intent; `end` is the action of the entry that will follow.
    ///
    /// # Errors
    /// Storage failed: then nothing may be begun.
    pub async fn begin(
        db: &Db,
        intent: AuditEntry,
        end: &'static str,
    ) -> Result<Self, StorageError> {
        let (actor, subject) = (intent.actor, intent.subject.clone());
        let mut txn = db.begin().await?;
        txn.audit(intent);
        let entry = txn.commit().await?.audit_seq;
        Ok(Self {
            db: db.clone(),
            actor,
            subject,
            end,
            entry,
            has_ended: false,
        })
    }

    /// Number of the entry of intent.
    pub fn entry(&self) -> i64 {
        self.entry
    }

    /// Enters how it ended; `counts` says how much was done.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn end(mut self, outcome: Outcome, counts: Value) -> Result<(), StorageError> {
        self.has_ended = true;
        record(&self.db, self.completion(outcome, counts)).await
    }

    fn completion(&self, outcome: Outcome, counts: Value) -> AuditEntry {
        let outcome: &str = outcome.into();
        let mut details = json!({ "entry": self.entry, "outcome": outcome });
        if let (Value::Object(details), Value::Object(counts)) = (&mut details, counts) {
            details.extend(counts);
        }
        AuditEntry {
            actor: self.actor,
            action: self.end,
            subject: self.subject.clone(),
            details,
        }
    }
}

impl Drop for Undertaking {
    /// A download that somebody breaks off ends here.
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return;
        };
        let (db, entry) = (
            self.db.clone(),
            self.completion(Outcome::CutOff, Value::Null),
        );
        runtime.spawn(async move {
            if let Err(error) = record(&db, entry).await {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the end of an undertaking cannot be recorded"
                );
            }
        });
    }
}

async fn record(db: &Db, entry: AuditEntry) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    txn.audit(entry);
    txn.commit().await?;
    Ok(())
}
