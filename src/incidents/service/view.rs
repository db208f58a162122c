//! Incidents as those see them who may.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::report::Kit;
use super::sight::sight;
use super::{After, IncidentError};
use crate::access::Permit;
use crate::access::action::{ReadIncidents, RevealIncidentContact};
use crate::db::{AuditEntry, Db, StorageError};
use crate::ids::{IncidentId, OrganisationId};
use crate::incidents::model::{
    Clock, Incident, IncidentState, Insurer, Particulars, Side, Sight, clocks,
};
use crate::incidents::store::{self, Which};
use crate::organisations::{self, Nis2Status};
use crate::sealing::Keyring;

/// An incident as somebody sees it: without what is held back from them.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Seen {
    pub(in crate::incidents) incident: Incident,
    /// As what they see it.
    pub(in crate::incidents) side: Side,
    /// Reports the law asks for.
    pub(in crate::incidents) clocks: Vec<Clock>,
}

impl Seen {
    /// Whether an investigation holds details back from them.
    pub(in crate::incidents) fn is_held_back(&self) -> bool {
        self.incident.holds_back_from(self.side)
    }
}

/// What is sealed of an incident and no person's contact.
#[derive(Clone, Debug, Default)]
pub(in crate::incidents) struct Details {
    /// What was done so far.
    pub(in crate::incidents) measures: String,
    /// The town's cyber insurance.
    pub(in crate::incidents) insurer: Option<Insurer>,
    /// Contracts of the town that help now.
    pub(in crate::incidents) contracts: String,
}

/// Incidents the caller may know of, newest first; one more than asked for when there are others.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn list(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    (state, (before, limit)): (Option<IncidentState>, After),
) -> Result<Vec<Seen>, IncidentError> {
    let which = state.map_or(Which::All, Which::In);
    listed(kit, permit, (which, before, limit + 1)).await
}

/// The same of those that do not wait to be called back.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn settled(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    (before, limit): After,
) -> Result<Vec<Seen>, IncidentError> {
    listed(kit, permit, (Which::Settled, before, limit + 1)).await
}

async fn listed(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    asked: (Which, Option<IncidentId>, u64),
) -> Result<Vec<Seen>, IncidentError> {
    let sight = sight(kit, permit).await?;
    let found = store::list(kit.db.reader(), &sight, asked).await?;
    Ok(seen(kit.db.reader(), &sight, found).await?)
}

/// Those that wait to be called back, the longest waiting first: none is hidden by how many come after it. One more than
/// asked for when there are others.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn waiting(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    (after, limit): After,
) -> Result<Vec<Seen>, IncidentError> {
    let sight = sight(kit, permit).await?;
    let found = store::waiting(kit.db.reader(), &sight, (after, limit + 1)).await?;
    Ok(seen(kit.db.reader(), &sight, found).await?)
}

/// An incident.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn show(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    id: IncidentId,
) -> Result<Seen, IncidentError> {
    let sight = sight(kit, permit).await?;
    let found = store::by_id(kit.db.reader(), id).await?;
    let mut seen = seen(kit.db.reader(), &sight, found.into_iter().collect()).await?;
    seen.pop().ok_or(IncidentError::NotFound)
}

/// An incident for whoever acts on it as the desk or as the town: all of it.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn whole<C: ConnectionTrait>(
    db: &C,
    incident: Incident,
) -> Result<Seen, IncidentError> {
    let desk = Sight {
        is_everything: true,
        ..Sight::default()
    };
    let mut seen = seen(db, &desk, vec![incident]).await?;
    seen.pop().ok_or(IncidentError::NotFound)
}

/// Reports the law asks for of an incident, whoever may know of it.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn clocks_of<C: ConnectionTrait>(
    db: &C,
    incident: Incident,
) -> Result<Vec<Clock>, StorageError> {
    let desk = Sight {
        is_everything: true,
        ..Sight::default()
    };
    let mut seen = seen(db, &desk, vec![incident]).await?;
    Ok(seen.pop().map_or_else(Vec::new, |seen| seen.clocks))
}

/// Those of these that are seen, as they are seen.
async fn seen<C: ConnectionTrait>(
    db: &C,
    sight: &Sight,
    found: Vec<Incident>,
) -> Result<Vec<Seen>, StorageError> {
    let ids: Vec<_> = found.iter().map(|incident| incident.id).collect();
    let mut reported = store::reported(db, &ids).await?;
    let houses: Vec<OrganisationId> = found
        .iter()
        .filter_map(|found| found.organisation)
        .collect();
    let houses = organisations::by_ids(db, &houses).await?;
    let status: HashMap<_, _> = houses
        .into_iter()
        .map(|house| (house.id, house.nis2_status))
        .collect();
    let seen = found.into_iter().filter_map(|incident| {
        let side = sight.side(&incident)?;
        let made = reported.remove(&incident.id).unwrap_or_default();
        let status = incident.organisation.and_then(|id| status.get(&id));
        let status = status.copied().unwrap_or(Nis2Status::Unknown);
        Some(Seen {
            clocks: clocks(&incident, status, &made),
            incident: incident.seen_from(side),
            side,
        })
    });
    Ok(seen.collect())
}

/// What was done, who insures the town and who is bound by contract; the last two for the town and the desk alone.
///
/// # Errors
/// Held back, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn details(
    kit: Kit<'_>,
    seen: &Seen,
) -> Result<Details, IncidentError> {
    if seen.is_held_back() {
        return Err(IncidentError::HeldBack);
    }
    let id = seen.incident.id;
    let known = store::particulars(kit.db.reader(), kit.ring, id).await?;
    let Some(known) = known else {
        return Ok(Details::default());
    };
    let is_bound = seen.side.sees_contracts();
    Ok(Details {
        measures: known.measures,
        insurer: known.insurer.filter(|_| is_bound),
        contracts: if is_bound {
            known.contracts
        } else {
            String::new()
        },
    })
}

/// Shows who is called back, and what they said. The record says so before anything is opened.
///
/// # Errors
/// Not the caller's to know, it does not open, or storage failed.
pub(in crate::incidents) async fn contact(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<RevealIncidentContact>,
    id: IncidentId,
) -> Result<Particulars, IncidentError> {
    let found = store::find(db.reader(), permit.scope(), id).await?;
    if found.is_none() {
        return Err(IncidentError::NotFound);
    }
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.contact_revealed",
        subject: id.to_string(),
        details: json!({}),
    });
    txn.commit().await?;
    let particulars = store::particulars(db.reader(), ring, id).await?;
    particulars.ok_or(IncidentError::NotFound)
}
