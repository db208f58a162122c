//! Conditions for a town that had not accepted them: confirmed at once by somebody who may.

use serde_json::json;

use super::LegalError;
use super::reminding::CONDITIONS_OPEN;
use crate::access::Permit;
use crate::access::action::{ConfirmConditions, ReadTownIncidents};
use crate::accounts::Secret;
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::emergency;
use crate::ids::IncidentId;
use crate::incidents::legal::model::{Conditions, ConfirmedBy, Confirmer, ratify_by};
use crate::incidents::legal::store;
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::requests::Desk;
use crate::incidents::service::{AskerProof, check_code, of_link};
use crate::incidents::store as incidents;
use crate::input::FieldError;
use crate::sealing::Keyring;

/// What the conditions of an incident rest on.
///
/// # Errors
/// They do not open, or storage failed.
pub(in crate::incidents) async fn conditions_of(
    (db, ring): (&Db, &Keyring),
    incident: &Incident,
) -> Result<Conditions, StorageError> {
    let accepted = match incident.organisation {
        Some(town) => emergency::accepted_version(db.reader(), town).await?,
        None => None,
    };
    let immediate = store::immediate(db.reader(), ring, incident.id).await?;
    Ok(Conditions {
        accepted,
        immediate,
    })
}

/// The same for the town and the desk.
///
/// # Errors
/// Not the caller's to know, they do not open, or storage failed.
pub(in crate::incidents) async fn conditions(
    desk: &Desk,
    permit: &Permit<ReadTownIncidents>,
    id: IncidentId,
) -> Result<(Incident, Conditions), LegalError> {
    let found = incidents::find(desk.db.reader(), permit.scope(), id).await?;
    let incident = found.ok_or(LegalError::NotFound)?;
    let conditions = conditions_of((&desk.db, &desk.ring), &incident).await?;
    Ok((incident, conditions))
}

/// The same for whoever has the link of the status page.
///
/// # Errors
/// The link opens nothing, they do not open, or storage failed.
pub(in crate::incidents) async fn conditions_by_link(
    desk: &Desk,
    link: &Secret,
) -> Result<(Incident, Conditions), LegalError> {
    let incident = of_link(&desk.db, link).await?;
    let conditions = conditions_of((&desk.db, &desk.ring), &incident).await?;
    Ok((incident, conditions))
}

/// Confirms the conditions of today for a town: as the town, or as it says to a coordinator on the phone.
///
/// # Errors
/// Not the caller's to know, not verified or over, they stand already, not valid, or storage failed.
pub(in crate::incidents) async fn confirm(
    desk: &Desk,
    permit: &Permit<ConfirmConditions>,
    (id, version, confirmer): (IncidentId, i32, &Confirmer),
) -> Result<i64, LegalError> {
    let found = incidents::find(desk.db.reader(), permit.scope(), id).await?;
    let incident = found.ok_or(LegalError::NotFound)?;
    let said_by = if permit.scope().is_everything() {
        ConfirmedBy::Desk
    } else {
        ConfirmedBy::Town
    };
    let who = (said_by, permit.actor());
    keep(desk, (&incident, version, confirmer), who).await
}

/// The same by the link of the status page: the phone that asked, or the spoken code.
///
/// # Errors
/// The link opens nothing, the code is needed or wrong, not verified or over, they stand already, not valid, or storage
/// failed.
pub(in crate::incidents) async fn confirm_by_link(
    desk: &Desk,
    (link, proof): (&Secret, AskerProof<'_>),
    (version, confirmer): (i32, &Confirmer),
) -> Result<i64, LegalError> {
    let incident = of_link(&desk.db, link).await?;
    may_be_confirmed(&incident)?;
    check(desk, version, confirmer)?;
    if !proof.is_phone {
        let ring: &Keyring = &desk.ring;
        check_code((&desk.db, ring), &incident, proof.code).await?;
    }
    let who = (ConfirmedBy::Link, Actor::Service);
    keep(desk, (&incident, version, confirmer), who).await
}

fn may_be_confirmed(incident: &Incident) -> Result<(), LegalError> {
    match incident.state() {
        IncidentState::Unverified => Err(LegalError::Unverified),
        IncidentState::Closed => Err(LegalError::Closed),
        IncidentState::Verified => Ok(()),
    }
}

/// Only the version of today is confirmed, and by somebody who is named.
fn check(desk: &Desk, version: i32, confirmer: &Confirmer) -> Result<(), LegalError> {
    let fields = [("name", &confirmer.name), ("function", &confirmer.function)];
    let wrong = fields
        .into_iter()
        .filter(|(_, text)| !(2..=120).contains(&text.trim().chars().count()));
    let errors: Vec<FieldError> = wrong
        .map(|(name, _)| {
            let detail = "give it in 2 to 120 characters";
            FieldError::new(format!("/{name}"), "length", detail)
        })
        .collect();
    if !errors.is_empty() {
        return Err(LegalError::Invalid(errors));
    }
    if version != desk.reference.texts.conditions.version {
        return Err(LegalError::Outdated);
    }
    Ok(())
}

async fn keep(
    desk: &Desk,
    (incident, version, confirmer): (&Incident, i32, &Confirmer),
    (said_by, actor): (ConfirmedBy, Actor),
) -> Result<i64, LegalError> {
    may_be_confirmed(incident)?;
    check(desk, version, confirmer)?;
    let mut txn = desk.db.begin().await?;
    // Whoever closes it meanwhile is waited for.
    incidents::hold(&txn, incident.id).await?;
    let held = incidents::by_id(txn.connection(), incident.id).await?;
    let held = held.ok_or(LegalError::NotFound)?;
    may_be_confirmed(&held)?;
    if let Some(town) = held.organisation {
        let accepted = emergency::accepted_version(txn.connection(), town).await?;
        if accepted.is_some() {
            return Err(LegalError::Stands);
        }
    }
    let what = (incident.id, version, confirmer);
    if !store::insert_immediate(&txn, &desk.ring, what, (said_by, actor)).await? {
        return Err(LegalError::Stands);
    }
    record(&mut txn, (incident.id, version), (said_by, actor));
    Ok(txn.commit().await?.generation)
}

/// The record says that it was confirmed and how, not who; and the town is reminded to accept them as all others do.
fn record(txn: &mut Txn, (id, version): (IncidentId, i32), (by, actor): (ConfirmedBy, Actor)) {
    txn.audit(AuditEntry {
        actor,
        action: "conditions.confirmed_at_once",
        subject: id.to_string(),
        details: json!({ "version": version, "said_by": by }),
    });
    let run_at = ratify_by(txn.now());
    txn.enqueue(Job {
        kind: CONDITIONS_OPEN,
        key: format!("{CONDITIONS_OPEN} {id}"),
        subject: id.0,
        run_at,
    });
}
