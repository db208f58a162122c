//! Name and duty contact for the town that is helped: entered first, and in the person's list at once.

use std::fmt;

use serde_json::json;

use crate::accounts::AccountNotice;
use crate::db::{Actor, AuditEntry, Db, StorageError};
use crate::experts::model::Entry;
use crate::experts::reveals::Disclosure;
use crate::experts::store;
use crate::ids::{DeploymentId, OrganisationId};
use crate::organisations;
use crate::sealing::Keyring;

/// Whom a town phones. Never a private number.
#[derive(Clone, PartialEq, Eq)]
pub struct DutyContact {
    /// Given and family name; the house's desk for a capacity.
    pub name: String,
    /// Number of the duty, E.164.
    pub phone: Option<String>,
    /// Mail address at work.
    pub email: Option<String>,
}

impl fmt::Debug for DutyContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DutyContact")
    }
}

/// Shows a town who helps it. That it was shown is committed before anything is opened.
///
/// # Errors
/// The entry was erased, something sealed does not open, or storage failed.
pub async fn show_town(
    db: &Db,
    ring: &Keyring,
    entry: &Entry,
    (deployment, town, actor): (DeploymentId, OrganisationId, Actor),
) -> Result<Option<DutyContact>, StorageError> {
    let mut txn = db.begin().await?;
    if store::insert_town_reveal(&txn, (deployment, entry.id, town)).await? {
        txn.audit(AuditEntry {
            actor,
            action: "expert.identity_revealed",
            subject: entry.id.to_string(),
            details: json!({ "purpose": "deployment", "organisation": town, "deployment": deployment }),
        });
        if let Some(person) = entry.account {
            AccountNotice::NameShown.plan(&mut txn, person);
        }
    }
    txn.commit().await?;
    let disclosure = Disclosure::to_nobody(entry.id);
    if let Some(identity) = store::identity(db.reader(), ring, disclosure).await? {
        return Ok(Some(DutyContact {
            name: format!("{} {}", identity.given_name, identity.family_name),
            phone: identity.mobile.or(identity.phone),
            email: Some(identity.email),
        }));
    }
    let house = organisations::by_id(db.reader(), entry.organisation).await?;
    Ok(house.map(|house| DutyContact {
        name: house.name,
        phone: house.duty_phone,
        email: None,
    }))
}
