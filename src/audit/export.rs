//! Copies of the record, piece by piece: one of years does not fit into memory.

use serde_json::json;

use super::service::record;
use super::undertaking::{Outcome, Undertaking};
use super::{AuditQuery, AuditRecord, store};
use crate::access::Permit;
use crate::access::action::ReadAudit;
use crate::db::{Actor, AuditEntry, Db, StorageError};

const BEGUN: &str = "audit.export_begun";
const ENDED: &str = "audit.exported";
/// Entries of a piece.
const PIECE: u64 = 1_000;

/// A copy that is being taken. That it is taken is on record before its first piece, how it ended after the last.
#[derive(Debug)]
pub struct Export {
    db: Db,
    query: AuditQuery,
    undertaking: Undertaking,
    entries: usize,
}

impl Export {
    /// A copy for the auditor.
    ///
    /// # Errors
    /// Storage failed; then nothing may be handed out.
    pub async fn begin(
        db: &Db,
        permit: &Permit<ReadAudit>,
        query: AuditQuery,
    ) -> Result<Self, StorageError> {
        let subject = permit.caller().account.to_string();
        Self::of(db, (permit.actor(), subject), query, 0).await
    }

    /// A copy of everything for whoever operates the installation, encrypted for so many.
    ///
    /// # Errors
    /// Storage failed; then nothing may be handed out.
    pub async fn begin_as_operator(db: &Db, recipients: usize) -> Result<Self, StorageError> {
        let by = (Actor::Operator, Actor::Operator.to_string());
        Self::of(db, by, AuditQuery::default(), recipients).await
    }

    async fn of(
        db: &Db,
        (actor, subject): (Actor, String),
        query: AuditQuery,
        recipients: usize,
    ) -> Result<Self, StorageError> {
        let intent = AuditEntry {
            actor,
            action: BEGUN,
            subject,
            details: json!({
                "actor": query.actor.is_some(),
                "subject": query.subject.is_some(),
                "action": query.action.is_some(),
                "from": query.from,
                "until": query.until,
                "encrypted_for": recipients,
            }),
        };
        let undertaking = Undertaking::begin(db, intent, ENDED).await?;
        Ok(Self {
            db: db.clone(),
            query: AuditQuery {
                // What is written from here on would have no end.
                before: Some(undertaking.entry() + 1),
                after: Some(0),
                ..query
            },
            undertaking,
            entries: 0,
        })
    }

    /// The next entries, oldest first; none when that was all.
    ///
    /// # Errors
    /// Storage failed, or an entry is unreadable.
    pub async fn next_piece(&mut self) -> Result<Option<Vec<AuditRecord>>, StorageError> {
        let entries = store::find(&self.db, &self.query, PIECE).await?;
        let Some(last) = entries.last() else {
            return Ok(None);
        };
        self.query.after = Some(last.seq);
        self.entries += entries.len();
        let records: Result<_, _> = entries.into_iter().map(record).collect();
        records.map(Some)
    }

    /// Enters how the copy ended. One that is dropped before was cut off.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn end(self, outcome: Outcome) -> Result<(), StorageError> {
        let counts = json!({ "entries": self.entries });
        self.undertaking.end(outcome, counts).await
    }
}
