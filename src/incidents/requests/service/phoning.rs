//! The desk phones whom no message reached, and what they say counts like an answer by the link.

use std::collections::HashSet;

use sea_orm::ConnectionTrait;

use super::send::{ALERT, job_key};
use super::steer::hold;
use super::{Desk, RequestError, settle};
use crate::access::Permit;
use crate::access::action::RevealAlertContact;
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::experts::{self, PhoneNumber};
use crate::ids::AlertId;
use crate::incidents::requests::model::{Alert, AlertState, Situation, Unphoned};
use crate::incidents::requests::store;
use crate::jobs;

/// One number of somebody whom no message reached, with the public name. That it is shown is committed before anything is
/// opened.
///
/// # Errors
/// Not the caller's to know, a message reached them or may, an answer would count no more, something sealed does not open,
/// or storage failed.
pub(in crate::incidents) async fn number(
    desk: &Desk,
    permit: &Permit<RevealAlertContact>,
    id: AlertId,
) -> Result<PhoneNumber, RequestError> {
    let found = store::alert(desk.db.reader(), id).await?;
    let found = found.ok_or(RequestError::NotFound)?;
    let mut txn = desk.db.begin().await?;
    hold(&txn, permit, found.request).await?;
    let alert = check(&txn, id).await?;
    let entries = experts::load(txn.connection(), &[alert.expert]).await?;
    let entry = entries.into_iter().next().ok_or(RequestError::NotFound)?;
    let phoning = experts::enter_phoning(&mut txn, permit, (entry, id)).await?;
    txn.commit().await?;
    Ok(phoning.number(&desk.db, &desk.ring).await?)
}

/// Lets somebody whom no message reached answer on the phone; the alert of anybody else stays as it is. The request is
/// held.
pub(super) async fn reopen(txn: &Txn, alert: Alert) -> Result<Alert, RequestError> {
    if alert.state != AlertState::Failed {
        return Ok(alert);
    }
    check(txn, alert.id).await?;
    store::reopen(txn, alert.id).await?;
    let reopened = store::alert(txn.connection(), alert.id).await?;
    reopened.ok_or(RequestError::NotFound)
}

/// The alert of a request that is held, if its person is to be phoned.
async fn check(txn: &Txn, id: AlertId) -> Result<Alert, RequestError> {
    let db = txn.connection();
    let alert = store::alert(db, id).await?.ok_or(RequestError::NotFound)?;
    let situation = settle::load(db, alert.request).await?;
    let situation = situation.ok_or(RequestError::NotFound)?;
    let on_its_way = on_its_way(db, &situation, txn.now()).await?;
    let asked = (on_its_way.contains(&id), txn.now());
    situation.phoning(&alert, asked).map_err(refused)?;
    // Whom nothing reached may have been asked for something else since.
    let others = store::open_among(db, &[alert.expert]).await?;
    if alert.closed_at.is_some() && !others.is_empty() {
        return Err(RequestError::Answered);
    }
    Ok(alert)
}

fn refused(unphoned: Unphoned) -> RequestError {
    match unphoned {
        Unphoned::Over => RequestError::Answered,
        Unphoned::Reached => RequestError::Reached,
    }
}

/// Alerts of a request whom the desk may phone for.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn to_phone(
    db: &Db,
    situation: &Situation,
) -> Result<HashSet<AlertId>, StorageError> {
    let now = db.clock().now();
    let on_its_way = on_its_way(db.reader(), situation, now).await?;
    let alerts = situation.alerts.iter().map(|alert| (alert.id, alert));
    let phoned = alerts.filter(|(id, alert)| {
        let asked = (on_its_way.contains(id), now);
        situation.phoning(alert, asked).is_ok()
    });
    Ok(phoned.map(|(id, _)| id).collect())
}

/// Alerts whose message has yet to be tried: once it was and the alert still waits, no channel took it.
async fn on_its_way<C: ConnectionTrait>(
    db: &C,
    situation: &Situation,
    now: Instant,
) -> Result<HashSet<AlertId>, StorageError> {
    let queued = situation.alerts.iter();
    let queued: Vec<AlertId> = queued
        .filter(|alert| alert.state == AlertState::Queued)
        .map(|alert| alert.id)
        .collect();
    if queued.is_empty() {
        return Ok(HashSet::new());
    }
    let key = |id: &AlertId| job_key(ALERT, *id);
    let untried = jobs::untried(db, queued.iter().map(key).collect(), now).await?;
    let waiting = queued.into_iter().filter(|id| untried.contains(&key(id)));
    Ok(waiting.collect())
}
