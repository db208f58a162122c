//! Keeping private contact: the person alone, in a session.

use std::collections::HashMap;

use serde_json::json;

use super::model::{ContactWay, PrivateContact, PrivateContactProblem};
use super::store;
use crate::access::Permit;
use crate::access::action::KeepPrivateContact;
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::experts::consent::{ConsentPurpose, ConsentState};
use crate::experts::model::Entry;
use crate::experts::service::{self, ExpertError, hold_own_entry, own_entry, record};
use crate::experts::store as entries;
use crate::ids::ExpertId;
use crate::sealing::Keyring;

/// Why private contact was not shown or kept.
#[derive(Debug, thiserror::Error)]
pub enum PrivateContactError {
    /// Ways are not valid.
    #[error("{} ways are not valid", .0.len())]
    Invalid(Vec<(ContactWay, PrivateContactProblem)>),
    /// The entry is none of the caller's, or cannot be changed.
    #[error(transparent)]
    Entry(#[from] ExpertError),
}

impl From<StorageError> for PrivateContactError {
    fn from(error: StorageError) -> Self {
        Self::Entry(error.into())
    }
}

impl From<sea_orm::DbErr> for PrivateContactError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Entry(error.into())
    }
}

/// What the caller entered; the usual order where nothing is kept.
///
/// # Errors
/// A token, no person of the register, or storage failed.
pub async fn of_caller(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepPrivateContact>,
) -> Result<PrivateContact, PrivateContactError> {
    let entry = own_entry(db.reader(), permit.caller()).await?;
    let held = store::find(db.reader(), ring, entry.id).await?;
    Ok(held.unwrap_or_default())
}

/// Keeps private contact and, with it, the person's consent that it is used; with nothing private left, the consent ends.
///
/// # Errors
/// What is wrong by way, a token, no person of the register, or storage failed.
pub async fn keep(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepPrivateContact>,
    contact: PrivateContact,
) -> Result<(), PrivateContactError> {
    let contact = contact.checked().map_err(PrivateContactError::Invalid)?;
    let mut txn = db.begin().await?;
    let entry = hold_own_entry(&txn, permit.caller()).await?;
    if contact == PrivateContact::default() {
        store::remove(&txn, &[entry.id]).await?;
    } else {
        store::replace(&txn, ring, entry.id, &contact).await?;
    }
    let purpose = ConsentPurpose::PrivateContact;
    let state = purpose.state(&entry.consents, txn.now());
    let is_given = matches!(state, ConsentState::Given { is_due: false, .. });
    if contact.has_private() && !is_given {
        service::give(&mut txn, entry.id, purpose).await?;
    } else if !contact.has_private() {
        entries::withdraw_consents(&txn, entry.id, Some(purpose)).await?;
    }
    let details = json!({ "has_private": contact.has_private() });
    record(
        &mut txn,
        permit.actor(),
        "expert.private_contact_set",
        entry.id,
        details,
    );
    txn.commit().await?;
    Ok(())
}

/// Deletes what somebody entered whose consent is taken back.
pub(in crate::experts) async fn forget(txn: &Txn, id: ExpertId) -> Result<(), StorageError> {
    store::remove(txn, &[id]).await?;
    Ok(())
}

/// Deletes what is kept of people whose consent to it no longer holds.
///
/// # Errors
/// Storage failed; what is left is deleted next time.
pub async fn forget_without_consent(db: &Db) -> Result<(), StorageError> {
    let stated: HashMap<ExpertId, Instant> = store::holders(db.reader()).await?;
    let holders: Vec<_> = stated.keys().copied().collect();
    let entries = entries::load(db.reader(), &holders).await?;
    let now = db.clock().now();
    // Whoever stated an order after that has only ways at work in it.
    let is_past = |entry: &Entry| match ConsentPurpose::PrivateContact.state(&entry.consents, now) {
        ConsentState::Given { .. } | ConsentState::Never => false,
        ConsentState::Ended { at } | ConsentState::Withdrawn { at } => {
            stated.get(&entry.id).is_some_and(|stated| *stated < at)
        }
    };
    let past: Vec<_> = entries
        .iter()
        .filter(|entry| is_past(entry))
        .map(|entry| entry.id)
        .collect();
    if past.is_empty() {
        return Ok(());
    }
    let txn = db.begin().await?;
    store::remove(&txn, &past).await?;
    txn.commit().await?;
    Ok(())
}
