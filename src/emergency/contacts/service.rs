//! Keeping and revealing contacts.

use serde_json::json;

use super::model::{Contact, ContactProblem, NewContact, Purpose, Sealed, checked};
use super::store::{self, StoredContact};
use crate::access::Permit;
use crate::access::action::{KeepEmergencyContacts, RevealEmergencyContacts};
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::ids::{EmergencyContactId, OrganisationId};
use crate::organisations;
use crate::sealing::Keyring;

/// Why a contact was not kept or shown.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such contact")]
    NotFound,
    /// What was typed is not valid.
    #[error("the contact is not valid")]
    Invalid(Vec<ContactProblem>),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for ContactError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// The contacts of the caller's own town, in the order they are to be called.
///
/// # Errors
/// Not the caller's, they do not open, or storage failed.
pub async fn listed(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepEmergencyContacts>,
    organisation: OrganisationId,
) -> Result<Vec<Contact>, ContactError> {
    if !permit.scope().covers(organisation) {
        return Err(ContactError::NotFound);
    }
    opened(db, ring, (organisation, None)).await
}

/// Shows the contacts of a town to whoever calls it back; only those entered before an instant, where one is given. The
/// record says so before anything is opened.
///
/// # Errors
/// There is no such town, they do not open, or storage failed.
pub async fn reveal(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<RevealEmergencyContacts>,
    (organisation, purpose, before): (OrganisationId, Purpose, Option<Instant>),
) -> Result<Vec<Contact>, ContactError> {
    let is_covered = permit.scope().covers(organisation);
    let known = organisations::by_id(db.reader(), organisation).await?;
    if !is_covered || known.is_none() {
        return Err(ContactError::NotFound);
    }
    let mut txn = db.begin().await?;
    let purpose: &str = purpose.into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "emergency_contacts.revealed",
        subject: organisation.to_string(),
        details: json!({ "purpose": purpose }),
    });
    txn.commit().await?;
    opened(db, ring, (organisation, before)).await
}

/// Whether a town registered anybody to be called back before an instant.
///
/// # Errors
/// Storage failed.
pub async fn has_any(
    db: &Db,
    organisation: OrganisationId,
    before: Instant,
) -> Result<bool, StorageError> {
    let all = store::of(db.reader(), organisation).await?;
    Ok(all.iter().any(|contact| contact.from_at < before))
}

async fn opened(
    db: &Db,
    ring: &Keyring,
    (organisation, before): (OrganisationId, Option<Instant>),
) -> Result<Vec<Contact>, ContactError> {
    let mut contacts = Vec::new();
    let mut all = store::of(db.reader(), organisation).await?;
    all.retain(|contact| before.is_none_or(|before| contact.from_at < before));
    for stored in all {
        // Ended while we read: its key is gone.
        if let Some(Sealed { name, number }) =
            store::open_contact(db.reader(), ring, &stored).await?
        {
            contacts.push(Contact {
                id: stored.id,
                name,
                number,
                checked_on: stored
                    .checked_on
                    .parse()
                    .map_err(|_| StorageError::Corrupt("emergency_contacts.checked_on"))?,
            });
        }
    }
    Ok(contacts)
}

/// The numbers of a town in the order they are to be called, each with the id of its contact: for the sender alone, which
/// shows nobody anything.
///
/// # Errors
/// They do not open, or storage failed.
pub async fn numbers(
    db: &Db,
    ring: &Keyring,
    organisation: OrganisationId,
) -> Result<Vec<(EmergencyContactId, String)>, StorageError> {
    let mut numbers = Vec::new();
    for stored in store::of(db.reader(), organisation).await? {
        let opened = store::open_contact(db.reader(), ring, &stored).await?;
        numbers.extend(opened.map(|contact| (stored.id, contact.number)));
    }
    Ok(numbers)
}

/// Registers somebody, to be called after those there are.
///
/// # Errors
/// Not the caller's town, what was typed is not valid, or storage failed.
pub async fn add(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepEmergencyContacts>,
    (organisation, new): (OrganisationId, NewContact<'_>),
) -> Result<(), ContactError> {
    if !permit.scope().covers(organisation) {
        return Err(ContactError::NotFound);
    }
    let mut txn = db.begin().await?;
    let there = store::of(txn.connection(), organisation).await?;
    let contact = checked(new, there.len()).map_err(ContactError::Invalid)?;
    let position = there.last().map_or(1, |last| last.position + 1);
    let whose = (organisation, position, permit.actor());
    let id = store::insert(&txn, ring, whose, &contact).await?;
    record(
        &mut txn,
        permit,
        "emergency_contact.added",
        (organisation, id),
    );
    txn.commit().await?;
    Ok(())
}

/// Ends a contact. Its name and number are gone, in backups too.
///
/// # Errors
/// Not the caller's, or storage failed.
pub async fn remove(
    db: &Db,
    permit: &Permit<KeepEmergencyContacts>,
    id: EmergencyContactId,
) -> Result<(), ContactError> {
    let mut txn = db.begin().await?;
    let (_, stored) = own(&txn, permit, id).await?;
    if store::end(&txn, id).await? {
        let what = (stored.organisation_id, id);
        record(&mut txn, permit, "emergency_contact.removed", what);
    }
    txn.commit().await?;
    Ok(())
}

/// Notes that a contact is still right.
///
/// # Errors
/// Not the caller's, or storage failed.
pub async fn check(
    db: &Db,
    permit: &Permit<KeepEmergencyContacts>,
    id: EmergencyContactId,
) -> Result<(), ContactError> {
    let mut txn = db.begin().await?;
    let (_, stored) = own(&txn, permit, id).await?;
    store::set_checked(&txn, id, txn.now().date()).await?;
    let what = (stored.organisation_id, id);
    record(&mut txn, permit, "emergency_contact.checked", what);
    txn.commit().await?;
    Ok(())
}

/// Calls a contact before the one above it.
///
/// # Errors
/// Not the caller's, or storage failed.
pub async fn move_up(
    db: &Db,
    permit: &Permit<KeepEmergencyContacts>,
    id: EmergencyContactId,
) -> Result<(), ContactError> {
    let mut txn = db.begin().await?;
    let (all, stored) = own(&txn, permit, id).await?;
    let place = all.iter().position(|contact| contact.id == id);
    let above = place.and_then(|place| place.checked_sub(1));
    if let Some(above) = above.and_then(|place| all.get(place)) {
        store::set_position(&txn, id, above.position).await?;
        store::set_position(&txn, above.id, stored.position).await?;
        let what = (stored.organisation_id, id);
        record(&mut txn, permit, "emergency_contact.moved", what);
    }
    txn.commit().await?;
    Ok(())
}

/// A contact of the caller's own town that holds, among all it has.
async fn own(
    txn: &Txn,
    permit: &Permit<KeepEmergencyContacts>,
    id: EmergencyContactId,
) -> Result<(Vec<StoredContact>, StoredContact), ContactError> {
    for organisation in permit.scope().organisations() {
        let all = store::of(txn.connection(), *organisation).await?;
        if let Some(found) = all.iter().find(|contact| contact.id == id).cloned() {
            return Ok((all, found));
        }
    }
    Err(ContactError::NotFound)
}

fn record(
    txn: &mut Txn,
    permit: &Permit<KeepEmergencyContacts>,
    action: &'static str,
    (organisation, contact): (OrganisationId, EmergencyContactId),
) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: organisation.to_string(),
        details: json!({ "contact": contact }),
    });
}
