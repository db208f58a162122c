//! Contacts of the Länder: whoever changes one has looked at it, and so it is checked.

mod store;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use validator::{Validate, ValidationError};

pub(in crate::reference) use store::{install, shown};

use super::KeepingError;
use crate::access::Permit;
use crate::access::action::KeepContacts;
use crate::db::{Actor, AuditEntry, Db, Txn};
use crate::ids;
use crate::reference::living::Part;
use crate::reference::{ContactKind, ContactScope, LandContact};

/// Months after which somebody must look again.
const MONTHS_CHECKED: Months = Months::new(6);

/// A contact with what its keepers must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptContact {
    /// Its id.
    pub id: Uuid,
    /// Counts its changes from 1.
    pub version: i32,
    /// What everybody sees.
    pub contact: LandContact,
}

impl KeptContact {
    /// Whether nobody has looked at it for half a year.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        let due = self.contact.last_checked.checked_add_months(MONTHS_CHECKED);
        due.is_none_or(|due| due <= today)
    }
}

/// What is said of a contact.
#[derive(Clone, Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct ContactFields {
    /// Where it is responsible; "00" for all of Germany.
    pub land: ContactScope,
    /// What kind of body it is.
    pub kind: ContactKind,
    /// Its name.
    #[validate(length(min = 2, max = 160))]
    pub name: String,
    /// As dialled within Germany.
    #[validate(length(max = 40), custom(function = is_dialled))]
    pub phone: Option<String>,
    /// Where mail reaches it.
    #[validate(length(max = 200), email)]
    pub email: Option<String>,
    /// Where it is in the web.
    #[validate(length(max = 300), url, custom(function = is_web))]
    pub url: Option<String>,
    /// Where it is.
    #[validate(length(max = 500))]
    pub address: Option<String>,
    /// When somebody answers, in German.
    #[validate(length(max = 200))]
    pub hours: Option<String>,
    /// What to know about it, in German.
    #[validate(length(max = 500))]
    pub note_de: Option<String>,
    /// Where this comes from.
    #[validate(length(min = 2, max = 300))]
    pub source: String,
}

/// Digits as people group them; 110 is a number too.
fn is_dialled(number: &str) -> Result<(), ValidationError> {
    let is_written = |c: char| c.is_ascii_digit() || " +-/()".contains(c);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if digits >= 3 && number.chars().all(is_written) {
        return Ok(());
    }
    Err(ValidationError::new("phone"))
}

/// No other scheme becomes a link.
fn is_web(address: &str) -> Result<(), ValidationError> {
    if address.starts_with("https://") || address.starts_with("http://") {
        return Ok(());
    }
    Err(ValidationError::new("url"))
}

impl ContactFields {
    fn checked(self, today: NaiveDate) -> LandContact {
        let Self {
            land,
            kind,
            name,
            phone,
            email,
            url,
            address,
            hours,
            note_de,
            source,
        } = self;
        LandContact {
            scope: land,
            kind,
            name,
            phone,
            email,
            url,
            address,
            hours,
            note_de,
            source,
            last_checked: today,
        }
    }
}

/// All contacts: those to look at first, then by Land.
///
/// # Errors
/// Storage failed.
pub async fn kept_contacts(
    db: &Db,
    _: &Permit<KeepContacts>,
) -> Result<Vec<KeptContact>, KeepingError> {
    let today = db.clock().now().date();
    let mut contacts = store::all(db.reader()).await?;
    contacts.sort_by_key(|kept| {
        let looked_at = kept.is_due(today).then_some(kept.contact.last_checked);
        (
            looked_at.is_none(),
            looked_at,
            String::from(kept.contact.scope),
        )
    });
    Ok(contacts)
}

/// One contact.
///
/// # Errors
/// There is none, or storage failed.
pub async fn kept_contact(
    db: &Db,
    _: &Permit<KeepContacts>,
    id: Uuid,
) -> Result<KeptContact, KeepingError> {
    store::find(db.reader(), id)
        .await?
        .ok_or(KeepingError::NotFound)
}

/// Enters a contact.
///
/// # Errors
/// Storage failed.
pub async fn add_contact(
    db: &Db,
    permit: &Permit<KeepContacts>,
    fields: ContactFields,
) -> Result<Uuid, KeepingError> {
    let mut txn = db.begin().await?;
    let id = ids::ordered(txn.now());
    store::insert(&txn, id, fields.checked(txn.now().date())).await?;
    record(&mut txn, permit.actor(), ("contact.created", id), &[]);
    txn.commit().await?;
    Ok(id)
}

/// Changes a contact, for the version it was shown in.
///
/// # Errors
/// There is none, somebody else changed it meanwhile, or storage failed.
pub async fn change_contact(
    db: &Db,
    permit: &Permit<KeepContacts>,
    (id, version): (Uuid, i32),
    fields: ContactFields,
) -> Result<(), KeepingError> {
    let mut txn = db.begin().await?;
    let before = store::find(txn.connection(), id).await?;
    let before = before.ok_or(KeepingError::NotFound)?;
    let after = fields.checked(txn.now().date());
    let changed = changed_fields(&before.contact, &after);
    if !store::update(&txn, (id, version), after).await? {
        return Err(KeepingError::Changed);
    }
    record(&mut txn, permit.actor(), ("contact.changed", id), &changed);
    txn.commit().await?;
    Ok(())
}

/// Notes that somebody looked at a contact today and found it right.
///
/// # Errors
/// There is none, or storage failed.
pub async fn check_contact(
    db: &Db,
    permit: &Permit<KeepContacts>,
    id: Uuid,
) -> Result<(), KeepingError> {
    let mut txn = db.begin().await?;
    if !store::check(&txn, id).await? {
        return Err(KeepingError::NotFound);
    }
    record(&mut txn, permit.actor(), ("contact.checked", id), &[]);
    txn.commit().await?;
    Ok(())
}

/// Takes a contact away; an edition shipped later does not bring it back.
///
/// # Errors
/// There is none, or storage failed.
pub async fn remove_contact(
    db: &Db,
    permit: &Permit<KeepContacts>,
    id: Uuid,
) -> Result<(), KeepingError> {
    let mut txn = db.begin().await?;
    if !store::remove(&txn, id).await? {
        return Err(KeepingError::NotFound);
    }
    record(&mut txn, permit.actor(), ("contact.removed", id), &[]);
    txn.commit().await?;
    Ok(())
}

/// Names of the fields that differ.
fn changed_fields(before: &LandContact, after: &LandContact) -> Vec<&'static str> {
    let fields = [
        ("land", before.scope != after.scope),
        ("kind", before.kind != after.kind),
        ("name", before.name != after.name),
        ("phone", before.phone != after.phone),
        ("email", before.email != after.email),
        ("url", before.url != after.url),
        ("address", before.address != after.address),
        ("hours", before.hours != after.hours),
        ("note_de", before.note_de != after.note_de),
        ("source", before.source != after.source),
    ];
    let changed = fields.into_iter().filter(|(_, is_changed)| *is_changed);
    changed.map(|(name, _)| name).collect()
}

fn record(txn: &mut Txn, actor: Actor, (action, id): (&'static str, Uuid), fields: &[&str]) {
    Part::Contacts.changed(txn);
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details: json!({ "fields": fields }),
    });
}

#[cfg(test)]
mod tests;
