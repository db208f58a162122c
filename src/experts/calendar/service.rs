//! Making, revoking and reading a calendar.

use std::net::IpAddr;

use serde_json::json;

use super::model::{CalendarEvent, events};
use super::store;
use crate::access::action::KeepCalendar;
use crate::access::{self, Permit, Right, Role};
use crate::accounts::{self, Secret};
use crate::attempts::{self, Counter};
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::experts;
use crate::experts::service::ExpertError;
use crate::ids::{self, AccountId};
use crate::sealing::Keyring;

/// Addresses from one subscriber that are no calendar, in an hour.
const WRONG_ADDRESSES: (i32, i64) = (20, 3_600);

/// Why a calendar was not shown.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// Unknown or revoked: which, is not said.
    #[error("there is no such calendar")]
    NotFound,
    /// Too many that are none came from there; another one may be tried in so many seconds.
    #[error("too many attempts")]
    TooMany(i64),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// The calendar an address opens.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Whose it is.
    pub account: AccountId,
    /// The language it is written in.
    pub language: String,
    /// What the person's entry says; none where there is no entry.
    pub events: Option<Vec<CalendarEvent>>,
}

/// Makes the secret address of the own calendar, told once; an earlier one works no more.
///
/// # Errors
/// A token, neither a person of the register nor of the desk, or storage failed.
pub async fn make_calendar(
    db: &Db,
    ring: &Keyring,
    (permit, language): (&Permit<KeepCalendar>, &str),
) -> Result<Secret, ExpertError> {
    let mut txn = db.begin().await?;
    let (account, about) = own(&txn, permit).await?;
    let id = ids::ordered(txn.now());
    let token = accounts::link_token(ring, "calendar", id).map_err(StorageError::from)?;
    store::replace(&txn, account, (token.hash(), language)).await?;
    record(&mut txn, permit, ("calendar.made", about));
    txn.commit().await?;
    Ok(token)
}

/// Takes the own calendar away: its address answers as if it had never been.
///
/// # Errors
/// A token, there is none, or storage failed.
pub async fn revoke_calendar(db: &Db, permit: &Permit<KeepCalendar>) -> Result<(), ExpertError> {
    let mut txn = db.begin().await?;
    let (account, about) = own(&txn, permit).await?;
    if !store::remove(&txn, account).await? {
        return Err(ExpertError::NotFound);
    }
    record(&mut txn, permit, ("calendar.revoked", about));
    txn.commit().await?;
    Ok(())
}

/// Since when the own calendar can be subscribed to; none when it cannot.
///
/// # Errors
/// Storage failed.
pub async fn calendar_since(
    db: &Db,
    permit: &Permit<KeepCalendar>,
) -> Result<Option<Instant>, StorageError> {
    Ok(store::since(db.reader(), permit.caller().account).await?)
}

/// The calendar of a secret address. Nobody is signed in for it.
///
/// # Errors
/// There is none, too many wrong addresses, or storage failed.
pub async fn calendar(
    db: &Db,
    ring: &Keyring,
    (token, from): (&Secret, Option<IpAddr>),
) -> Result<Calendar, CalendarError> {
    let found = store::find(db.reader(), &token.hash())
        .await
        .map_err(StorageError::from)?;
    let Some((account, language)) = found else {
        // Calendar programs go on asking for an address that was revoked: they must not lock out right ones beside them.
        let subject = attempts::subscriber(from);
        let limit = Counter::new(ring, "calendar", &subject, WRONG_ADDRESSES)
            .map_err(StorageError::from)?;
        let counted = attempts::count(db, vec![limit]).await?;
        return Err(counted.map_or_else(CalendarError::TooMany, |_| CalendarError::NotFound));
    };
    let right = (account, Right::KeepCalendar);
    let may = access::scope_of(db.reader(), right, db.clock().now()).await?;
    may.ok_or(CalendarError::NotFound)?;
    let events = own_events(db, account).await?;
    Ok(Calendar {
        account,
        language,
        events,
    })
}

/// What the entry of an account says, for who may read it.
async fn own_events(
    db: &Db,
    account: AccountId,
) -> Result<Option<Vec<CalendarEvent>>, StorageError> {
    let right = (account, Right::ReadIdentity);
    let may = access::scope_of(db.reader(), right, db.clock().now()).await?;
    let id = experts::store::of_account(db.reader(), account).await?;
    let (Some(scope), Some(id)) = (may, id) else {
        return Ok(None);
    };
    let entries = experts::store::load(db.reader(), &[id]).await?;
    let entry = entries.first();
    let entry = entry.filter(|entry| scope.covers_entry(entry.organisation, entry.account));
    Ok(entry.map(events))
}

/// The caller's account, and what the record says it is about: the entry, or the account of who has duty at the desk.
/// An access key that leaked makes no address that stays.
async fn own(txn: &Txn, permit: &Permit<KeepCalendar>) -> Result<(AccountId, String), ExpertError> {
    let caller = permit.caller();
    if caller.session.is_none() {
        return Err(ExpertError::NotYours("a token cannot do this: sign in"));
    }
    let entry = experts::store::of_account(txn.connection(), caller.account).await?;
    let about = match entry {
        Some(entry) => entry.to_string(),
        None if caller.has(Role::Coordinator) => caller.account.to_string(),
        None => return Err(ExpertError::NotFound),
    };
    Ok((caller.account, about))
}

fn record(txn: &mut Txn, permit: &Permit<KeepCalendar>, (action, about): (&'static str, String)) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: about,
        details: json!({}),
    });
}
