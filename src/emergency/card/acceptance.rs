//! Accepting the conditions, which every card rests on.

use sea_orm::ConnectionTrait;
use serde_json::json;

use chrono::NaiveDate;

use super::body::{NewAcceptance, Signatory};
use super::{CardError, store};
use crate::access::Permit;
use crate::access::action::AcceptConditions;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::OrganisationId;
use crate::input::FieldError;
use crate::organisations;
use crate::reference::Reference;
use crate::sealing::Keyring;

/// The conditions as an organisation accepted them.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Which version.
    pub version: i32,
    /// On which day it was signed.
    pub on: NaiveDate,
    /// By whom.
    pub signatory: Option<Signatory>,
    /// It is the text of today.
    pub is_current: bool,
}

/// How the caller's organisation accepted the conditions last.
///
/// # Errors
/// Not the caller's to see, it does not open, or storage failed.
pub async fn accepted(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<AcceptConditions>,
    organisation: OrganisationId,
) -> Result<Option<Accepted>, CardError> {
    if !permit.scope().covers(organisation) {
        return Err(CardError::NotFound);
    }
    let Some(last) = store::last_acceptance(db.reader(), organisation).await? else {
        return Ok(None);
    };
    Ok(Some(Accepted {
        version: last.version,
        on: last.accepted_on,
        signatory: store::open_signatory(db.reader(), ring, &last).await?,
        is_current: last.version == reference.texts.conditions.version,
    }))
}

/// Records that the caller's organisation accepted the conditions of today, once.
///
/// # Errors
/// Not the caller's, accepted already, not valid, or storage failed.
pub async fn accept_as_member(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<AcceptConditions>,
    (organisation, acceptance): (OrganisationId, &NewAcceptance),
) -> Result<i64, CardError> {
    if !permit.scope().covers(organisation) {
        return Err(CardError::NotFound);
    }
    let mut txn = db.begin().await?;
    check_acceptance(reference, acceptance, txn.now()).map_err(CardError::Invalid)?;
    // Of two managers who accept at once, the second one waits here and sees it done.
    organisations::hold(&txn, organisation).await?;
    let last = store::last_acceptance(txn.connection(), organisation).await?;
    if last.is_some_and(|last| last.version == reference.texts.conditions.version) {
        return Err(CardError::AlreadyAccepted);
    }
    let by = (organisation, permit.actor());
    accept(&mut txn, ring, by, acceptance).await?;
    Ok(txn.commit().await?.generation)
}

/// Whether an organisation accepted the conditions of today.
///
/// # Errors
/// Storage failed.
pub async fn has_accepted<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    organisation: OrganisationId,
) -> Result<bool, StorageError> {
    let last = store::last_acceptance(db, organisation).await?;
    Ok(last.is_some_and(|last| last.version == reference.texts.conditions.version))
}

/// Which version of the conditions an organisation accepted last, and on which day; not who signed.
///
/// # Errors
/// Storage failed.
pub async fn accepted_version<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Option<(i32, NaiveDate)>, StorageError> {
    let last = store::last_acceptance(db, organisation).await?;
    Ok(last.map(|last| (last.version, last.accepted_on)))
}

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
    reference: &Reference,
    acceptance: &NewAcceptance,
    now: Instant,
) -> Result<(), Vec<FieldError>> {
    let mut errors = Vec::new();
    let current = reference.texts.conditions.version;
    if acceptance.conditions_version != current {
        let detail = format!("the current version is {current}");
        errors.push(FieldError::new(
            "/acceptance/conditions_version",
            "outdated",
            detail,
        ));
    }
    if acceptance.accepted_on < reference.texts.conditions.since {
        let detail = "it was signed before this version";
        errors.push(FieldError::new("/acceptance/accepted_on", "before", detail));
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
