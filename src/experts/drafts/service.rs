//! Keeping drafts: each of whoever typed it, only while they may change the entry.

use strum::IntoStaticStr;

use super::store;
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::experts::service::ExpertError;
use crate::experts::store as entries;
use crate::ids::ExpertId;
use crate::input::FieldError;
use crate::sealing::Keyring;

/// Days a draft is kept.
const DRAFT_DAYS: i64 = 7;
/// Most bytes of all fields of a draft.
const MOST_BYTES: usize = 32 * 1024;

/// A form that has drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum DraftForm {
    /// Name and contact at work, or head-count.
    Contact,
    /// Headline and text.
    Description,
    /// Where, how far and how long.
    Deployment,
}

/// What was typed, by field.
pub type DraftFields = Vec<(String, String)>;

/// What somebody typed and has not saved.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// What was typed, by field.
    pub fields: DraftFields,
    /// When.
    pub saved_at: Instant,
}

/// The caller's own draft of a form, unless it is older than a week.
///
/// # Errors
/// Storage failed.
pub async fn find(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<UpdateExpert>,
    (id, form): (ExpertId, DraftForm),
) -> Result<Option<Draft>, StorageError> {
    let owner = (permit.caller().account, id, form);
    let found = store::find(db.reader(), ring, owner).await?;
    let oldest = db.clock().now().plus_days(-DRAFT_DAYS);
    Ok(found.filter(|draft| draft.saved_at > oldest))
}

/// Keeps what the caller has typed so far.
///
/// # Errors
/// Not the caller's to change, more than fits, or storage failed.
pub async fn keep(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<UpdateExpert>,
    (id, form, fields): (ExpertId, DraftForm, &[(String, String)]),
) -> Result<(), ExpertError> {
    let bytes: usize = fields
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if bytes > MOST_BYTES {
        let detail = "a draft holds 32 KiB at most";
        return Err(ExpertError::Invalid(vec![FieldError::new(
            "", "length", detail,
        )]));
    }
    let txn = db.begin().await?;
    entries::hold(&txn, id).await?;
    entries::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let owner = (permit.caller().account, id, form);
    store::replace(&txn, ring, owner, fields).await?;
    txn.commit().await?;
    Ok(())
}

/// Deletes the caller's own draft of a form: it was saved, or is not wanted.
///
/// # Errors
/// Storage failed.
pub async fn forget(
    db: &Db,
    permit: &Permit<UpdateExpert>,
    (id, form): (ExpertId, DraftForm),
) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    store::remove(&txn, (permit.caller().account, id, form)).await?;
    txn.commit().await?;
    Ok(())
}

/// Deletes drafts that nobody came back to for a week.
///
/// # Errors
/// Storage failed; what is left is deleted next time.
pub async fn forget_old(db: &Db) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    store::remove_before(&txn, txn.now().plus_days(-DRAFT_DAYS)).await?;
    txn.commit().await?;
    Ok(())
}
