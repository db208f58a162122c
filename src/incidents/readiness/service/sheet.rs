//! The arrival sheet, for who is signed in: read on record, and kept by the town and the desk.

use serde_json::json;

use super::ReadinessError;
use crate::access::Permit;
use crate::access::action::{KeepArrivalSheet, ReadArrivalSheet, ReadTownIncidents};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, Txn};
use crate::http::IfMatch;
use crate::ids::IncidentId;
use crate::incidents::deployments::{self, Standing};
use crate::incidents::model::Incident;
use crate::incidents::readiness::model::{Part, Sheet};
use crate::incidents::readiness::store::{self, Kept};
use crate::incidents::service::Kit;
use crate::incidents::store as incidents;

/// A sheet as somebody sees it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct ShownSheet {
    pub(in crate::incidents) incident: Incident,
    /// As what they see it.
    pub(in crate::incidents) side: Part,
    /// What it says; without private numbers for who sends people, and without details while the police investigates.
    pub(in crate::incidents) sheet: Sheet,
    /// Which side changed it last, and when.
    pub(in crate::incidents) changed: Option<(Part, Instant)>,
    pub(in crate::incidents) version: i32,
}

impl ShownSheet {
    pub(super) fn new(incident: Incident, side: Part, kept: Kept) -> Self {
        let Kept {
            sheet,
            changed,
            version,
        } = kept;
        let sheet = if side.sees_private_numbers() {
            sheet
        } else {
            sheet.without_private_numbers()
        };
        let is_held = incident.handling.is_under_investigation;
        Self {
            sheet: if is_held && !side.sees_what_is_investigated() {
                sheet.without_what_is_investigated()
            } else {
                sheet
            },
            incident,
            side,
            changed,
            version,
        }
    }
}

/// Shows the sheet to who leads, who helps and who sends them. Except for the town, whose it is, the record says so
/// before anything is opened.
///
/// # Errors
/// Not the caller's to know, it does not open, or storage failed.
pub(in crate::incidents) async fn read_sheet(
    kit: Kit<'_>,
    permit: &Permit<ReadArrivalSheet>,
    id: IncidentId,
) -> Result<ShownSheet, ReadinessError> {
    let found = incidents::by_id(kit.db.reader(), id).await?;
    let incident = found.ok_or(ReadinessError::NotFound)?;
    let side = reading_as(kit.db, permit, &incident).await?;
    shown(kit, (incident, side), permit.actor()).await
}

/// As what somebody reads it: whoever sees the most first.
async fn reading_as(
    db: &Db,
    permit: &Permit<ReadArrivalSheet>,
    incident: &Incident,
) -> Result<Part, ReadinessError> {
    if let Some(side) = leading_as(permit, incident) {
        return Ok(side);
    }
    let now = db.clock().now();
    let standing = Standing::of(db, permit).await?;
    let all = deployments::of_incident(db.reader(), incident.id).await?;
    let open = all.iter().filter(|one| one.is_open_in(incident, now));
    let parts: Vec<_> = open.flat_map(|one| standing.parts(one)).collect();
    let mut helpers = [Part::Expert, Part::Employer].into_iter();
    let side = helpers.find(|part| parts.contains(part));
    side.ok_or(ReadinessError::NotFound)
}

/// Whether somebody is of the town, or of the desk.
fn leading_as(permit: &Permit<ReadArrivalSheet>, incident: &Incident) -> Option<Part> {
    let town = permit.also::<ReadTownIncidents>()?;
    if town.scope().is_everything() {
        return Some(Part::Coordinator);
    }
    let own = incident.organisation?;
    town.scope().covers(own).then_some(Part::Town)
}

pub(super) async fn shown(
    kit: Kit<'_>,
    (incident, side): (Incident, Part),
    actor: Actor,
) -> Result<ShownSheet, ReadinessError> {
    match side {
        Part::Town => {}
        Part::Expert | Part::Employer | Part::Coordinator => {
            let mut txn = kit.db.begin().await?;
            record(
                &mut txn,
                (actor, side),
                ("incident.arrival_sheet_read", incident.id),
                &[],
            );
            txn.commit().await?;
        }
    }
    let kept = store::sheet(kit.db.reader(), kit.ring, incident.id).await?;
    Ok(ShownSheet::new(incident, side, kept))
}

/// The sheet to be changed.
///
/// # Errors
/// Not the caller's to know, over, it does not open, or storage failed.
pub(in crate::incidents) async fn held_sheet(
    kit: Kit<'_>,
    permit: &Permit<KeepArrivalSheet>,
    id: IncidentId,
) -> Result<ShownSheet, ReadinessError> {
    let found = incidents::find(kit.db.reader(), permit.scope(), id).await?;
    let incident = found.ok_or(ReadinessError::NotFound)?;
    if incident.closed.is_some() {
        return Err(ReadinessError::Over);
    }
    let side = side(permit);
    shown(kit, (incident, side), permit.actor()).await
}

fn side(permit: &Permit<KeepArrivalSheet>) -> Part {
    if permit.scope().is_everything() {
        return Part::Coordinator;
    }
    Part::Town
}

/// Keeps a sheet instead of the one that was read.
///
/// # Errors
/// Not the caller's to know, over, another version, or storage failed.
pub(in crate::incidents) async fn save_sheet(
    kit: Kit<'_>,
    permit: &Permit<KeepArrivalSheet>,
    (id, if_match, sheet): (IncidentId, IfMatch, Sheet),
) -> Result<(ShownSheet, i64), ReadinessError> {
    let found = incidents::find(kit.db.reader(), permit.scope(), id).await?;
    found.ok_or(ReadinessError::NotFound)?;
    let by = (side(permit), permit.actor());
    save(kit, by, (id, if_match, sheet)).await
}

pub(super) async fn save(
    kit: Kit<'_>,
    (side, actor): (Part, Actor),
    (id, if_match, sheet): (IncidentId, IfMatch, Sheet),
) -> Result<(ShownSheet, i64), ReadinessError> {
    let mut txn = kit.db.begin().await?;
    // Of two at once the second finds the version of the first.
    incidents::hold(&txn, id).await?;
    let found = incidents::by_id(txn.connection(), id).await?;
    let incident = found.ok_or(ReadinessError::NotFound)?;
    if incident.closed.is_some() {
        return Err(ReadinessError::Over);
    }
    let before = store::sheet(txn.connection(), kit.ring, id).await?;
    if_match
        .check(before.version)
        .map_err(ReadinessError::Version)?;
    let of = (id, before.version + 1);
    let new = (&sheet, side, actor.to_string());
    if !store::keep_sheet(&txn, kit.ring, of, new).await? {
        return Err(ReadinessError::NotFound);
    }
    let changed = sheet.changes(&before.sheet);
    record(
        &mut txn,
        (actor, side),
        ("incident.arrival_sheet_changed", id),
        &changed,
    );
    let kept = Kept {
        sheet,
        changed: Some((side, txn.now())),
        version: before.version + 1,
    };
    let generation = txn.commit().await?.generation;
    Ok((ShownSheet::new(incident, side, kept), generation))
}

/// Of what it says the record knows only about what.
fn record(
    txn: &mut Txn,
    (actor, side): (Actor, Part),
    (action, incident): (&'static str, IncidentId),
    changed: &[&'static str],
) {
    let side: &str = side.into();
    txn.audit(AuditEntry {
        actor,
        action,
        subject: incident.to_string(),
        details: if changed.is_empty() {
            json!({ "as": side })
        } else {
            json!({ "as": side, "changed": changed })
        },
    });
}
