//! Two people: one announces a rotation, another confirms it within a day; then the operator does it.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::model::Rotation;
use super::{KeyError, SUBJECT, store};
use crate::access::action::RotateKeys;
use crate::access::{Action, Permit, scope_of};
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::ids::AccountId;
use crate::sealing::Keyring;

/// Announces that the next version is to be made.
///
/// # Errors
/// No session, announced already, or storage failed.
pub async fn announce(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<RotateKeys>,
) -> Result<(), KeyError> {
    let by = person(permit)?;
    let version = ring.current()? + 1;
    let mut txn = db.begin().await?;
    let is_busy = store::unfinished(txn.connection()).await?.is_some();
    let earlier = store::find(txn.connection(), version).await?;
    if let Some(earlier) = earlier
        && !stands(txn.connection(), &earlier, txn.now()).await?
    {
        store::discard(&txn, version).await?;
    }
    if is_busy || !store::announce(&txn, version, by).await? {
        return Err(KeyError::AlreadyAnnounced);
    }
    record(&mut txn, permit, "keys.rotation_announced", version);
    txn.commit().await?;
    Ok(())
}

/// Confirms what somebody else announced.
///
/// # Errors
/// No session, announced by oneself or not at all, or storage failed.
pub async fn confirm(db: &Db, ring: &Keyring, permit: &Permit<RotateKeys>) -> Result<(), KeyError> {
    let by = person(permit)?;
    let version = ring.current()? + 1;
    let mut txn = db.begin().await?;
    if !store::confirm(&txn, version, by).await? {
        let announced = store::find(txn.connection(), version).await?;
        let is_own = announced.is_some_and(|rotation| rotation.announced_by == by);
        return Err(if is_own {
            KeyError::SamePerson
        } else {
            KeyError::NotAnnounced
        });
    }
    let confirmed = store::find(txn.connection(), version).await?;
    let confirmed = confirmed.ok_or(KeyError::NotAnnounced)?;
    if !stands(txn.connection(), &confirmed, txn.now()).await? {
        return Err(KeyError::NotAnnounced);
    }
    record(&mut txn, permit, "keys.rotation_confirmed", version);
    txn.commit().await?;
    Ok(())
}

/// Whether those who agreed on a rotation that was not begun may still do so: somebody whose account was closed, or
/// who is no admin any more, counts for nobody.
pub(super) async fn stands<C: ConnectionTrait>(
    db: &C,
    rotation: &Rotation,
    now: Instant,
) -> Result<bool, StorageError> {
    for by in [Some(rotation.announced_by), rotation.confirmed_by] {
        if let Some(by) = by
            && scope_of(db, (by, RotateKeys::RIGHT), now).await?.is_none()
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A person at a browser, not a program with a token.
fn person(permit: &Permit<RotateKeys>) -> Result<AccountId, KeyError> {
    let caller = permit.caller();
    caller.session.ok_or(KeyError::SessionNeeded)?;
    Ok(caller.account)
}

fn record(txn: &mut Txn, permit: &Permit<RotateKeys>, action: &'static str, version: i32) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: SUBJECT.to_owned(),
        details: json!({ "version": version }),
    });
}
