//! Consents and restriction: the person's alone to give, withdraw and ask for.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::reminders::CONSENT_ENDS;
use super::{ExpertError, Saved, record};
use crate::access::action::KeepConsents;
use crate::access::{Caller, Permit};
use crate::clock::Instant;
use crate::db::{Db, Job, Txn};
use crate::experts::consent::{ConsentPurpose, ConsentState, reminders};
use crate::experts::model::{Entry, EntryKind};
use crate::experts::{private_contact, store};
use crate::ids::ExpertId;

/// The person's entry as far as consent goes.
#[derive(Clone, Debug)]
pub struct OwnConsents {
    /// Public name.
    pub alias: String,
    /// Where each purpose stands.
    pub states: Vec<(ConsentPurpose, ConsentState)>,
    /// Since when the person has asked that the entry be kept but not used.
    pub restricted_at: Option<Instant>,
}

/// What somebody agreed to.
///
/// # Errors
/// The caller is no person of the register, or storage failed.
pub async fn consents(db: &Db, permit: &Permit<KeepConsents>) -> Result<OwnConsents, ExpertError> {
    let account = permit.caller().account;
    let id = store::of_account(db.reader(), account).await?;
    let entry = match id {
        Some(id) => store::load(db.reader(), &[id]).await?.pop(),
        None => None,
    };
    let entry = entry
        .filter(|entry| entry.kind == EntryKind::Person)
        .ok_or(ExpertError::NotFound)?;
    let now = db.clock().now();
    let state = |purpose: &ConsentPurpose| (*purpose, purpose.state(&entry.consents, now));
    Ok(OwnConsents {
        states: <ConsentPurpose as strum::VariantArray>::VARIANTS
            .iter()
            .map(state)
            .collect(),
        restricted_at: store::restricted_at(db.reader(), entry.id).await?,
        alias: entry.alias,
    })
}

/// Gives or renews a consent to the text in force.
///
/// # Errors
/// A token, no person of the register, or storage failed.
pub async fn give_consent(
    db: &Db,
    permit: &Permit<KeepConsents>,
    purpose: ConsentPurpose,
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    let entry = hold_own_entry(&txn, permit.caller()).await?;
    give(&mut txn, entry.id, purpose).await?;
    let details = json!({ "purpose": <&str>::from(purpose), "text_version": purpose.version() });
    record(&mut txn, permit.actor(), "consent.given", entry.id, details);
    saved(txn, entry.id).await
}

/// Takes a consent back, at once and without a reason.
///
/// # Errors
/// A token, no person of the register, or storage failed.
pub async fn withdraw_consent(
    db: &Db,
    permit: &Permit<KeepConsents>,
    purpose: ConsentPurpose,
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    let entry = hold_own_entry(&txn, permit.caller()).await?;
    store::withdraw_consents(&txn, entry.id, Some(purpose)).await?;
    if purpose == ConsentPurpose::PrivateContact {
        private_contact::forget(&txn, entry.id).await?;
    }
    let details = json!({ "purpose": <&str>::from(purpose) });
    record(
        &mut txn,
        permit.actor(),
        "consent.withdrawn",
        entry.id,
        details,
    );
    saved(txn, entry.id).await
}

/// Keeps the entry, but lets nobody find or match it (Art. 18 DSGVO), until that is lifted.
///
/// # Errors
/// A token, no person of the register, or storage failed.
pub async fn restrict(
    db: &Db,
    permit: &Permit<KeepConsents>,
    is_restricted: bool,
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    let entry = hold_own_entry(&txn, permit.caller()).await?;
    store::set_restricted(&txn, entry.id, is_restricted).await?;
    let action = if is_restricted {
        "expert.restricted"
    } else {
        "expert.unrestricted"
    };
    record(&mut txn, permit.actor(), action, entry.id, json!({}));
    saved(txn, entry.id).await
}

/// Stores a consent and plans the reminders of its end.
pub(in crate::experts) async fn give(
    txn: &mut Txn,
    id: ExpertId,
    purpose: ConsentPurpose,
) -> Result<(), ExpertError> {
    let now = txn.now();
    let consent = purpose.given(now);
    let row = store::insert_consent(txn, id, &consent).await?;
    for (days, run_at) in reminders(consent.valid_until, now) {
        txn.enqueue(Job {
            kind: CONSENT_ENDS,
            key: format!("{CONSENT_ENDS} {row} {days}"),
            subject: row,
            run_at,
        });
    }
    Ok(())
}

/// The caller's own entry; a token must not speak for a person.
pub(in crate::experts) async fn own_entry<C: ConnectionTrait>(
    db: &C,
    caller: &Caller,
) -> Result<Entry, ExpertError> {
    if caller.session.is_none() {
        return Err(ExpertError::NotYours("a token cannot do this: sign in"));
    }
    let id = store::of_account(db, caller.account).await?;
    let entry = match id {
        Some(id) => store::load(db, &[id]).await?.pop(),
        None => None,
    };
    entry
        .filter(|entry| entry.kind == EntryKind::Person)
        .ok_or(ExpertError::NotFound)
}

/// The same, which nobody else changes until this transaction ends: of giving and withdrawing at once the later counts.
pub(in crate::experts) async fn hold_own_entry(
    txn: &Txn,
    caller: &Caller,
) -> Result<Entry, ExpertError> {
    let id = own_entry(txn.connection(), caller).await?.id;
    store::hold(txn, id).await?;
    own_entry(txn.connection(), caller).await
}

async fn saved(txn: Txn, id: ExpertId) -> Result<Saved, ExpertError> {
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}
