//! Telling the contacts of an administration and the coordinators that a code was used: "Waren Sie das?"

use std::sync::Arc;

use serde_json::json;

use super::store;
use crate::db::{Actor, AuditEntry, Db};
use crate::ids::RedemptionId;
use crate::jobs::{Handler, JobFailure};

/// The kind of job.
pub const ALERT: &str = "emergency_code_redeemed";

/// No channel to send anything is configured in this version.
const NO_CHANNEL: &str = "no_channel";

/// Records that nobody could be told, since there is no channel yet: the coordinators see it and phone.
pub fn handler() -> Handler {
    Arc::new(|db: Db, subject| {
        Box::pin(async move {
            let id = RedemptionId(subject);
            let mut txn = db.begin().await?;
            let found = store::by_id(txn.connection(), id).await;
            let Some(redemption) = found.map_err(crate::db::StorageError::from)? else {
                return Err(JobFailure::GiveUp("there is no such redemption"));
            };
            let at = txn.now();
            let noted = store::note(&txn, id, (NO_CHANNEL, at)).await;
            // Done before: a job may run twice.
            if noted.map_err(crate::db::StorageError::from)? {
                txn.audit(AuditEntry {
                    actor: Actor::Service,
                    action: "emergency_code.alert_not_sent",
                    subject: id.to_string(),
                    details: json!({
                        "organisation": redemption.organisation_id,
                        "reason": NO_CHANNEL,
                    }),
                });
                tracing::warn!(redemption = %id, "an emergency code was used, and there is no channel to tell anybody");
            }
            txn.commit().await?;
            Ok(())
        })
    })
}
