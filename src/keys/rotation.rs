//! Doing a rotation: beside a running server, in batches, and again from where it was cut off.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use uuid::Uuid;

use super::approval::stands;
use super::model::Rotation;
use super::{KeyError, SUBJECT, store};
use crate::audit;
use crate::db::{Actor, AuditEntry, Db, Txn};
use crate::sealing::{Keyring, SealError};

/// Data keys rewrapped in one transaction.
const BATCH: u64 = 200;
/// Shortest pause after a batch. SQLite has one writer: the server must come in between.
const PAUSE: Duration = Duration::from_millis(10);

/// What a rotation did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// The version that seals now.
    pub version: i32,
    /// Data keys rewrapped by this run.
    pub rewrapped: u64,
}

/// Does the rotation that two people agreed on, or goes on with one that was cut off.
///
/// # Errors
/// None is confirmed, some data keys do not open, or storage failed.
pub async fn rotate(
    db: &Db,
    ring: &Keyring,
    progress: &dyn Fn(u64, u64),
) -> Result<Rotated, KeyError> {
    let rotation = begin(db, ring).await?;
    if !rotation.is_vouched_for {
        make_key(db, ring, rotation.version).await?;
    }
    let version = rotation.version;
    let rewrapped = rewrap_all(db, ring, version, progress).await?;
    let left = store::older_data_keys(db.reader(), version).await?;
    let mut txn = db.begin().await?;
    if left > 0 {
        let details = json!({ "version": version, "outcome": "failed", "unreadable": left });
        record(&mut txn, "keys.rotated", details);
        txn.commit().await?;
        return Err(KeyError::Unreadable(left));
    }
    if store::finish(&txn, version).await? {
        let details = json!({ "version": version, "outcome": "done", "rewrapped": rewrapped });
        record(&mut txn, "keys.rotated", details);
    }
    txn.commit().await?;
    Ok(Rotated { version, rewrapped })
}

/// The rotation to be done. That it begins is on record before anything is changed.
async fn begin(db: &Db, ring: &Keyring) -> Result<Rotation, KeyError> {
    let mut txn = db.begin().await?;
    if let Some(cut_off) = store::unfinished(txn.connection()).await? {
        return Ok(cut_off);
    }
    let current = ring.current()?;
    let version = current + 1;
    if !store::begin(&txn, version).await? {
        return Err(KeyError::NotConfirmed);
    }
    let rotation = store::find(txn.connection(), version).await?;
    let rotation = rotation.ok_or(KeyError::NotConfirmed)?;
    if !stands(txn.connection(), &rotation, txn.now()).await? {
        return Err(KeyError::NotConfirmed);
    }
    let details = json!({
        "before": { "version": current },
        "after": { "version": version },
        "announced_by": rotation.announced_by,
        "confirmed_by": rotation.confirmed_by,
    });
    record(&mut txn, "keys.rotation_begun", details);
    txn.commit().await?;
    Ok(rotation)
}

/// Makes the key. Its public half is entered and then signed by the key before, so that whoever trusts that one
/// can trust this one. Cut off anywhere, it is done again.
async fn make_key(db: &Db, ring: &Keyring, version: i32) -> Result<(), KeyError> {
    let versions = ring.versions()?;
    let before = versions.iter().copied().filter(|older| *older < version);
    let before = before.max().ok_or(KeyError::NoSuchVersion(version - 1))?;
    if !versions.contains(&version) {
        ring.add_version()?;
    }
    let of = |version| {
        let key = ring.public_key(version)?;
        Ok::<_, SealError>(json!({ "version": version, "public_key": key }))
    };
    let mut txn = db.begin().await?;
    let details = json!({ "before": of(before)?, "after": of(version)? });
    record(&mut txn, audit::KEY_ADDED, details);
    txn.commit().await?;
    audit::sign_head_under(db, ring, before).await?;
    let txn = db.begin().await?;
    store::set_vouched_for(&txn, version).await?;
    txn.commit().await?;
    Ok(())
}

/// Passes over the data keys until a pass finds nothing to rewrap; how many there were.
async fn rewrap_all(
    db: &Db,
    ring: &Keyring,
    version: i32,
    progress: &dyn Fn(u64, u64),
) -> Result<u64, KeyError> {
    let all = store::older_data_keys(db.reader(), version).await?;
    let mut done = 0;
    loop {
        let before_pass = done;
        let mut after = Some(Uuid::nil());
        while let Some(last) = after {
            let started = Instant::now();
            let (rewrapped, next) = rewrap_batch(db, ring, version, last).await?;
            after = next;
            done += rewrapped;
            progress(done, all.max(done));
            tokio::time::sleep(started.elapsed().max(PAUSE)).await;
        }
        // A server may have wrapped one with the old key just before it noticed the new one.
        if done == before_pass {
            return Ok(done);
        }
    }
}

/// Rewraps the next batch; how many, and after whose key to go on. One that does not open is left.
async fn rewrap_batch(
    db: &Db,
    ring: &Keyring,
    version: i32,
    after: Uuid,
) -> Result<(u64, Option<Uuid>), KeyError> {
    let txn = db.begin().await?;
    let older = store::next_older(&txn, version, (after, BATCH)).await?;
    let last = older.last().map(|(owner, _)| *owner);
    let mut rewrapped = 0;
    for (owner, wrapped) in older {
        match wrapped.rewrapped(ring, version, owner) {
            Ok(new) => {
                rewrapped += u64::from(store::rewrap(&txn, owner, (&wrapped, new)).await?);
            }
            Err(SealError::DoesNotOpen | SealError::UnknownKey(_)) => {
                tracing::warn!(version = wrapped.ring_version, "a data key does not open");
            }
            Err(error) => return Err(error.into()),
        }
    }
    txn.commit().await?;
    Ok((rewrapped, last))
}

fn record(txn: &mut Txn, action: &'static str, details: Value) {
    txn.audit(AuditEntry {
        actor: Actor::Operator,
        action,
        subject: SUBJECT.to_owned(),
        details,
    });
}
