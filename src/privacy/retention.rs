//! How long what is kept.

use serde::Deserialize;

use super::store;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::{accounts, alarms, experts, vetting};

/// Days it is kept what somebody answered who was asked to help (trust.md 3).
pub const ANSWER_DAYS: u16 = 90;
/// Days after the end of an incident that what serves while people help is kept: the arrival sheet and hand-overs.
pub const PAPER_DAYS: u16 = 90;
/// Years after the end of an incident that its order is kept, where somebody was committed (mechanics.md).
pub const ORDER_YEARS: u16 = 6;
/// Days it is kept after an incident ended what the sides of a deployment wrote to each other.
pub const MESSAGE_DAYS: u16 = 90;
/// Days it is kept after its end what the sides of a deployment said of it.
pub const REVIEW_DAYS: u16 = 365;

/// Periods after which something is deleted (`[retention]` in the settings).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Days a session is kept after it began, at least as long as it can last.
    pub session_days: u16,
    /// Days an access key is kept after it ended.
    pub token_days: u16,
    /// Days it is kept who looked at which card.
    pub view_days: u16,
    /// Days an alarm is kept after somebody looked after it.
    pub alarm_days: u16,
    /// Days a file of evidence is kept after the decision it was for (trust.md 5).
    pub evidence_days: u16,
    /// Days a file of evidence is kept that nobody decided on.
    pub unused_evidence_days: u16,
    /// Days it is kept what became of a message.
    pub delivery_days: u16,
    /// Days an incident is kept that nobody verified.
    pub unverified_incident_days: u16,
    /// Days a verified incident is kept after it was closed.
    pub incident_days: u16,
    /// Years an entry of the audit record is kept.
    pub audit_years: u16,
    /// Days a copy of the database made before migrating is kept.
    pub migration_copy_days: u16,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            session_days: 90,
            token_days: 90,
            view_days: 90,
            alarm_days: 365,
            evidence_days: 30,
            unused_evidence_days: 90,
            delivery_days: 30,
            unverified_incident_days: 90,
            incident_days: 365,
            audit_years: 10,
            migration_copy_days: 30,
        }
    }
}

/// Deletes what has been kept long enough.
///
/// The audit record is a chain, of
/// which nothing is taken here: when entries are past their period, the log tells the operator.
///
/// # Errors
/// Storage failed; what is left is deleted next time.
pub async fn forget_old(db: &Db, retention: &Retention) -> Result<(), StorageError> {
    let Retention {
        session_days,
        token_days,
        view_days,
        alarm_days,
        evidence_days,
        unused_evidence_days,
        // Deliveries and incidents are forgotten by their own areas.
        delivery_days: _,
        unverified_incident_days: _,
        incident_days: _,
        audit_years,
        migration_copy_days,
    } = *retention;
    let now = db.clock().now();
    let ago = |days: u16| now.plus_days(-i64::from(days));
    accounts::forget_old(db, i64::from(session_days)).await?;
    accounts::forget_old_allowances(db, view_days).await?;
    alarms::forget_old(db, alarm_days).await?;
    forget_evidence(db, (ago(evidence_days), ago(unused_evidence_days))).await?;
    experts::forget_private_contacts(db).await?;
    experts::forget_old_drafts(db).await?;
    let txn = db.begin().await?;
    store::forget_ended_tokens(&txn, ago(token_days)).await?;
    txn.commit().await?;
    db.forget_copies(Some(ago(migration_copy_days))).await?;
    let past = now.plus_days(-i64::from(audit_years) * 366);
    if store::oldest_audit_entry(db)
        .await?
        .is_some_and(|at| at < past)
    {
        tracing::warn!(
            audit_years,
            "the oldest entries of the audit record are past their period"
        );
    }
    Ok(())
}

/// Deletes files of evidence, unless their entry is being vetted again.
async fn forget_evidence(db: &Db, periods: (Instant, Instant)) -> Result<(), StorageError> {
    let past = experts::past_evidence(db, periods).await?;
    if past.is_empty() {
        return Ok(());
    }
    let entries: Vec<_> = past.iter().map(|(_, entry)| *entry).collect();
    let vetted = vetting::with_open_case(db.reader(), &entries).await?;
    let gone: Vec<_> = past
        .into_iter()
        .filter(|(_, entry)| !vetted.contains(entry))
        .map(|(file, _)| file)
        .collect();
    experts::forget_evidence(db, &gone).await
}
