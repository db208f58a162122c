//! Taking an old key away when nothing needs it any more.

use std::path::Path;

use serde_json::json;

use super::{KeyError, SUBJECT, overview, store};
use crate::audit::{Outcome, Undertaking};
use crate::db::{Actor, AuditEntry, Db};
use crate::sealing::Keyring;

/// Whatever was begun with the old key before the rotation ended has ended by then, in seconds.
const WAIT: i64 = 3_600;

/// Moves an old key to a folder outside, for old backups, or destroys it when no folder is named.
///
/// # Errors
/// No such key, it is in use, too soon after a rotation, a folder cannot be written, or storage failed.
pub async fn retire(
    db: &Db,
    ring: &Keyring,
    version: i32,
    to: Option<&Path>,
) -> Result<(), KeyError> {
    may_retire(db, ring, version).await?;
    let intent = AuditEntry {
        actor: Actor::Operator,
        action: "keys.retirement_begun",
        subject: SUBJECT.to_owned(),
        details: json!({ "version": version, "is_destroyed": to.is_none() }),
    };
    let undertaking = Undertaking::begin(db, intent, "keys.retired").await?;
    let taken = ring.take_away(version, to);
    let outcome = if taken.is_ok() {
        Outcome::Done
    } else {
        Outcome::Failed
    };
    undertaking
        .end(outcome, json!({ "version": version }))
        .await?;
    Ok(taken?)
}

async fn may_retire(db: &Db, ring: &Keyring, version: i32) -> Result<(), KeyError> {
    let keys = overview(db, ring).await?;
    let used = keys.versions.iter().find(|used| used.version == version);
    let used = used.filter(|used| used.public_key.is_some());
    let used = used.ok_or(KeyError::NoSuchVersion(version))?;
    if version == ring.current()? {
        return Err(KeyError::Newest(version));
    }
    if used.data_keys > 0 {
        return Err(KeyError::InUse {
            version,
            data_keys: used.data_keys,
        });
    }
    if !used.is_unused {
        return Err(KeyError::MakesHashes(version));
    }
    let is_running = store::unfinished(db.reader()).await?.is_some();
    let last = store::last_finished(db.reader()).await?;
    let finished = last.and_then(|rotation| rotation.finished_at);
    let waited = db.clock().now().plus_seconds(-WAIT);
    if is_running || finished.is_none_or(|at| at > waited) {
        return Err(KeyError::TooSoon);
    }
    Ok(())
}
