//! Raising alarms, and looking after them.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::json;

use super::model::{Alarm, AlarmKind, Sighting, first_day};
use super::store::{self, Filter};
use crate::access::action::{AcknowledgeAlarm, ReadAlarms};
use crate::access::{Action, Caller, Permit};
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::{AccountId, AlarmId};

/// Why an alarm stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum AlarmError {
    /// There is none, or it is about the caller.
    #[error("there is no such alarm")]
    NotFound,
    /// Somebody looked after it already.
    #[error("the alarm is acknowledged already")]
    AlreadyAcknowledged,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for AlarmError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Which part of the list.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Only open ones, or only others.
    pub is_open: Option<bool>,
    /// Older than this one.
    pub before: Option<AlarmId>,
    /// At most so many.
    pub limit: u64,
}

/// The first day of a window that counts towards an alarm; none while one of its kind is open, or was raised on the
/// window's last day.
///
/// # Errors
/// Storage failed.
pub async fn counts_from(
    txn: &Txn,
    account: AccountId,
    kind: AlarmKind,
    window: (NaiveDate, NaiveDate),
) -> Result<Option<NaiveDate>, StorageError> {
    Ok(first_day(store::last(txn, account, kind).await?, window))
}

/// Raises an alarm, unless one of its kind is open or was raised today.
///
/// # Errors
/// Storage failed.
pub async fn raise(txn: &mut Txn, caller: &Caller, seen: Sighting) -> Result<(), StorageError> {
    let today = (seen.until, seen.until);
    if counts_from(txn, caller.account, seen.kind, today)
        .await?
        .is_none()
    {
        return Ok(());
    }
    let Some(id) = store::insert(txn, caller, seen).await? else {
        return Ok(());
    };
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action: "security.alarm_raised",
        subject: caller.account.to_string(),
        details: json!({
            "alarm": id,
            "kind": seen.kind,
            "from": seen.from,
            "until": seen.until,
            "seen": seen.seen,
            "threshold": seen.threshold,
        }),
    });
    Ok(())
}

/// Lists alarms, newest first; never those about the caller.
///
/// # Errors
/// Storage failed.
pub async fn list(
    db: &Db,
    permit: &Permit<ReadAlarms>,
    page: Page,
) -> Result<Vec<Alarm>, StorageError> {
    let Page {
        is_open,
        before,
        limit,
    } = page;
    let filter = Filter {
        except: own(permit),
        is_open,
        before,
        limit,
    };
    store::list(db.reader(), filter).await
}

/// The houses the accounts of some alarms act for, by name.
///
/// # Errors
/// Storage failed.
pub(super) async fn houses(
    db: &Db,
    _: &Permit<ReadAlarms>,
    alarms: &[Alarm],
) -> Result<HashMap<AccountId, Vec<String>>, StorageError> {
    let accounts: Vec<_> = alarms.iter().map(|alarm| alarm.account).collect();
    Ok(store::houses(db, &accounts).await?)
}

/// How many alarms are open, but for those about an account.
///
/// # Errors
/// Storage failed.
pub(super) async fn count_open(db: &Db, except: AccountId) -> Result<u64, StorageError> {
    Ok(store::count_open(db, except).await?)
}

/// Notes that somebody looked after an alarm, and what they found.
///
/// # Errors
/// No such alarm, acknowledged already, or storage failed.
pub async fn acknowledge(
    db: &Db,
    permit: &Permit<AcknowledgeAlarm>,
    id: AlarmId,
    note: Option<&str>,
) -> Result<Alarm, AlarmError> {
    let by = own(permit);
    let mut txn = db.begin().await?;
    if !store::acknowledge(&txn, id, by, note).await? {
        let found = store::find(txn.connection(), id, by).await?;
        return Err(found.map_or(AlarmError::NotFound, |_| AlarmError::AlreadyAcknowledged));
    }
    let alarm = store::find(txn.connection(), id, by).await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "security.alarm_acknowledged",
        subject: id.to_string(),
        details: json!({ "has_note": note.is_some() }),
    });
    txn.commit().await?;
    alarm.ok_or(AlarmError::NotFound)
}

/// Whose alarms the holder of a permit does not get to see.
fn own<A: Action>(permit: &Permit<A>) -> AccountId {
    permit.caller().account
}
