//! Accepting the conditions, which every card rests on.

use serde_json::json;

use super::body::NewAcceptance;
use super::store;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::emergency::conditions;
use crate::ids::OrganisationId;
use crate::input::FieldError;
use crate::sealing::Keyring;

/// Records that an administration accepted the conditions. Who signed is sealed and not in the record.
pub(super) async fn accept(
    txn: &mut Txn,
    ring: &Keyring,
    (organisation, actor): (OrganisationId, Actor),
    acceptance: &NewAcceptance,
) -> Result<uuid::Uuid, StorageError> {
    let id = store::insert_acceptance(txn, ring, (organisation, actor), acceptance).await?;
    txn.audit(AuditEntry {
        actor,
        action: "conditions.accepted",
        subject: organisation.to_string(),
        details: json!({
            "version": acceptance.conditions_version,
            "accepted_on": acceptance.accepted_on,
        }),
    });
    Ok(id)
}

/// Only the current version is accepted, and not tomorrow.
pub(super) fn check_acceptance(
    acceptance: &NewAcceptance,
    now: Instant,
) -> Result<(), Vec<FieldError>> {
    let mut errors = Vec::new();
    if acceptance.conditions_version != conditions::CURRENT {
        let detail = format!("the current version is {}", conditions::CURRENT);
        errors.push(FieldError::new(
            "/acceptance/conditions_version",
            "outdated",
            detail,
        ));
    }
    if acceptance.accepted_on > now.date() {
        let detail = "it cannot have been signed in the future";
        errors.push(FieldError::new("/acceptance/accepted_on", "future", detail));
    }
    for (name, text) in [
        ("name", &acceptance.signatory.name),
        ("function", &acceptance.signatory.function),
    ] {
        if !(2..=120).contains(&text.trim().chars().count()) {
            let detail = "give it in 2 to 120 characters";
            let pointer = format!("/acceptance/signatory/{name}");
            errors.push(FieldError::new(pointer, "length", detail));
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}
