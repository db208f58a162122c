//! What is known of an incident changes.

use serde_json::{Value, json};

use super::IncidentError;
use super::providers::tell_providers;
use super::report::Kit;
use crate::access::Permit;
use crate::access::action::UpdateIncident;
use crate::audit;
use crate::db::AuditEntry;
use crate::http::{IfMatch, Problem};
use crate::ids::IncidentId;
use crate::incidents::body::IncidentPatch;
use crate::incidents::care::plan_reminders;
use crate::incidents::model::{Doubt, EventKind, Incident, Particulars, doubts};
use crate::incidents::store;
use crate::organisations::Seat;

/// What can be changed of an incident, as it is.
///
/// # Errors
/// Not the caller's to know, over, it does not open, or storage failed.
pub(in crate::incidents) async fn held(
    kit: Kit<'_>,
    permit: &Permit<UpdateIncident>,
    id: IncidentId,
) -> Result<(Incident, Particulars), IncidentError> {
    let db = kit.db.reader();
    let found = store::find(db, permit.scope(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    if incident.closed.is_some() {
        return Err(IncidentError::Closed);
    }
    let known = store::particulars(db, kit.ring, id).await?;
    Ok((incident, known.ok_or(IncidentError::NotFound)?))
}

/// Changes what is known of an incident.
///
/// # Errors
/// Not the caller's to know, over, another version, invalid fields, or storage failed.
pub(in crate::incidents) async fn update(
    kit: Kit<'_>,
    permit: &Permit<UpdateIncident>,
    (id, if_match, patch): (IncidentId, IfMatch, IncidentPatch),
) -> Result<(Incident, i64), IncidentError> {
    let mut txn = kit.db.begin().await?;
    // What is sealed is read and written again: nobody changes it meanwhile.
    store::hold(&txn, id).await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let before = found.ok_or(IncidentError::NotFound)?;
    if before.closed.is_some() {
        return Err(IncidentError::Closed);
    }
    if_match
        .check(before.version)
        .map_err(IncidentError::Version)?;
    let known = store::particulars(txn.connection(), kit.ring, id).await?;
    let known = known.ok_or(IncidentError::NotFound)?;
    let (mut after, mut said) = (before.clone(), known.clone());
    patch
        .apply(kit.reference, (&mut after, &mut said), txn.now())
        .map_err(IncidentError::Invalid)?;
    after.doubts = doubtful(kit, &after, &said);
    if !store::update(&txn, &after).await? {
        let detail = "somebody else changed this meanwhile: read it again";
        return Err(IncidentError::Version(Problem::precondition_failed(detail)));
    }
    if said != known {
        store::keep(&txn, kit.ring, (id, &said)).await?;
    }
    store::insert_event(&txn, id, (EventKind::Updated, None)).await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.updated",
        subject: id.to_string(),
        details: changes((&before, &after), (&known, &said)),
    });
    // Of those that were held back from the provider until now it is told now.
    let handling = &before.handling;
    if handling.is_under_investigation || !handling.readers.provider {
        tell_providers(&mut txn, kit.reference, &after).await?;
    }
    plan_reminders(&mut txn, id).await?;
    let generation = txn.commit().await?.generation;
    let updated = store::by_id(kit.db.reader(), id).await?;
    Ok((updated.ok_or(IncidentError::NotFound)?, generation))
}

fn doubtful(kit: Kit<'_>, incident: &Incident, said: &Particulars) -> Vec<Doubt> {
    let seat = incident.place.as_deref();
    let seat = seat.and_then(|place| Seat::find(kit.reference, place));
    let house = seat.as_ref().map_or("", |seat| seat.name.as_str());
    let reached = (said.phone.as_str(), said.email.as_deref());
    doubts(reached, house)
}

/// What the record says of an incident.
fn facts(incident: &Incident) -> Value {
    json!({
        "phase": incident.phase,
        "severity": incident.severity,
        "systems_down": incident.systems,
        "services_down": incident.services,
        "tlp": incident.handling.tlp,
        "land_liaison": incident.handling.readers.land,
        "home_provider": incident.handling.readers.provider,
        "investigation_hold": incident.handling.is_under_investigation,
        "personal_data": incident.handling.personal_data,
        "breach_known_at": incident.handling.breach_known_at,
    })
}

/// What the record says of a change of what is not sealed.
pub(super) fn handling_changes(before: &Incident, after: &Incident) -> Value {
    audit::change(&facts(before), &facts(after), &[])
}

/// What the record says of a change: of what is sealed only which.
fn changes(
    (before, after): (&Incident, &Incident),
    (known, said): (&Particulars, &Particulars),
) -> Value {
    let sealed = [
        ("measures_taken", known.measures != said.measures),
        ("insurer", known.insurer != said.insurer),
        ("own_contracts", known.contracts != said.contracts),
    ];
    let named = sealed.into_iter();
    let named = named.filter_map(|(name, is_changed)| is_changed.then_some(name));
    let named: Vec<&'static str> = named.collect();
    audit::change(&facts(before), &facts(after), &named)
}
