//! Queries of after-care.

mod reminders;
mod ticks;

use sea_orm::DbErr;

pub(super) use reminders::{plan, reminder, set_reminded, told};
pub(super) use ticks::{insert as insert_tick, remove as remove_ticks, ticks};

use crate::db::Txn;
use crate::ids::IncidentId;

/// Deletes reminders and ticks of an incident.
pub(in crate::incidents) async fn forget(txn: &Txn, incident: IncidentId) -> Result<(), DbErr> {
    reminders::forget(txn, incident).await?;
    ticks::forget(txn, incident).await
}
