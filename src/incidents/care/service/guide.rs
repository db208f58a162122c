//! What a struck town ticked off, and what it has still to do.

use std::collections::BTreeSet;

use serde_json::json;

use crate::access::Permit;
use crate::access::action::UpdateIncident;
use crate::accounts::Secret;
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::ids::IncidentId;
use crate::incidents::care::model::{Guide, Tick, guides, line_key};
use crate::incidents::care::store;
use crate::incidents::model::{Incident, IncidentState, Side};
use crate::incidents::service::{IncidentError, Kit};
use crate::incidents::store as incidents;
use crate::reference::{Phase, Reference};

/// Lines of a phase that are done now, and those that are not any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::incidents) struct Ticks {
    pub(in crate::incidents) phase: Phase,
    pub(in crate::incidents) done: BTreeSet<String>,
    pub(in crate::incidents) reopened: BTreeSet<String>,
}

/// The guide of an incident; none before somebody made sure of it.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn guide(
    kit: Kit<'_>,
    incident: &Incident,
) -> Result<Vec<Guide>, StorageError> {
    if incident.verified.is_none() {
        return Ok(Vec::new());
    }
    let ticks = store::ticks(kit.db.reader(), incident.id).await?;
    Ok(guides(&kit.reference.texts, incident.phase, &ticks))
}

/// Ticks lines off as the desk or the town. What was ticked off before stays as it was.
///
/// # Errors
/// Not the caller's to know, not verified, over, or storage failed.
pub(in crate::incidents) async fn tick(
    kit: Kit<'_>,
    permit: &Permit<UpdateIncident>,
    (id, ticks): (IncidentId, Ticks),
) -> Result<(), IncidentError> {
    let mut txn = kit.db.begin().await?;
    incidents::hold(&txn, id).await?;
    let found = incidents::find(txn.connection(), permit.scope(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    let side = if permit.scope().is_everything() {
        Side::Desk
    } else {
        Side::Town
    };
    change(
        &mut txn,
        kit.reference,
        (&incident, ticks),
        (permit.actor(), side),
    )
    .await?;
    txn.commit().await?;
    Ok(())
}

/// The same by the link of the status page.
///
/// # Errors
/// The link opens nothing, not verified, over, or storage failed.
pub(in crate::incidents) async fn tick_by_link(
    kit: Kit<'_>,
    link: &Secret,
    ticks: Ticks,
) -> Result<(), IncidentError> {
    let mut txn = kit.db.begin().await?;
    let now = txn.now();
    let found = incidents::of_link(txn.connection(), &link.hash(), now).await?;
    let id = found.ok_or(IncidentError::NotFound)?.id;
    // Whoever closes it meanwhile is waited for.
    incidents::hold(&txn, id).await?;
    let found = incidents::by_id(txn.connection(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    let by = (Actor::Service, Side::Town);
    change(&mut txn, kit.reference, (&incident, ticks), by).await?;
    txn.commit().await?;
    Ok(())
}

/// Of what was sent nothing is looked at but lines of the guide; the incident is held. Lines that are not in it any more are
/// passed over: somebody reworded them since the page was shown.
async fn change(
    txn: &mut Txn,
    reference: &Reference,
    (incident, ticks): (&Incident, Ticks),
    (actor, side): (Actor, Side),
) -> Result<(), IncidentError> {
    match incident.state() {
        IncidentState::Verified => {}
        IncidentState::Unverified => return Err(IncidentError::NotFound),
        IncidentState::Closed => return Err(IncidentError::Closed),
    }
    let Ticks {
        phase,
        done,
        reopened,
    } = ticks;
    let text = reference.texts.guide(phase);
    let known: Vec<_> = text.lines(web::Language::German).map(line_key).collect();
    for line in known.iter().filter(|line| done.contains(*line)) {
        let tick = Tick {
            phase,
            line: line.clone(),
            at: txn.now(),
            by: actor.to_string(),
            side,
        };
        if store::insert_tick(txn, incident.id, &tick).await? {
            record(
                txn,
                "incident.guide_ticked",
                (incident.id, actor),
                (phase, &tick.line),
            );
        }
    }
    let mut ticked = store::ticks(txn.connection(), incident.id).await?;
    ticked.retain(|tick| tick.phase == phase && known.contains(&tick.line));
    ticked.retain(|tick| reopened.contains(&tick.line));
    let lines: Vec<String> = ticked.into_iter().map(|tick| tick.line).collect();
    if lines.is_empty() {
        return Ok(());
    }
    store::remove_ticks(txn, incident.id, (phase, &lines)).await?;
    for line in &lines {
        record(
            txn,
            "incident.guide_reopened",
            (incident.id, actor),
            (phase, line),
        );
    }
    Ok(())
}

fn record(
    txn: &mut Txn,
    action: &'static str,
    (id, actor): (IncidentId, Actor),
    (phase, line): (Phase, &str),
) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details: json!({ "phase": phase, "line": line }),
    });
}
