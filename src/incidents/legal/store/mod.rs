//! Queries of legal matters.

mod conditions;
mod rules;
mod urgency;

use crate::db::Txn;
use crate::ids::IncidentId;

pub(in crate::incidents) use conditions::confirmed_version;
pub(super) use conditions::{immediate, insert_immediate};
pub(super) use rules::{insert_rules, last_rules};
pub(super) use urgency::{delete_urgency, keep_urgency, urgency};

/// Deletes what is sealed with the key of an incident: why something could not wait, and who confirmed the conditions.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn forget_legal(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), sea_orm::DbErr> {
    urgency::delete_of_incident(txn, incident).await?;
    conditions::delete_of_incident(txn, incident).await?;
    Ok(())
}
