//! What happened to incidents, and which reports the law asks for were made.

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use super::row::{name, parsed};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::{incident_clock, incident_event};
use crate::ids::{self, IncidentId, OrganisationId};
use crate::incidents::model::{ClockId, Event, EventKind, Reported};

/// Notes that something happened.
pub(in crate::incidents) async fn insert_event(
    txn: &Txn,
    incident: IncidentId,
    (kind, organisation): (EventKind, Option<OrganisationId>),
) -> Result<(), DbErr> {
    let row = incident_event::Model {
        id: ids::ordered(txn.now()),
        incident_id: incident,
        kind: name(kind).to_owned(),
        organisation_id: organisation,
        at: txn.now(),
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// What happened to an incident, oldest first.
pub(in crate::incidents) async fn events<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<Event>, StorageError> {
    let rows = incident_event::Entity::find()
        .filter(incident_event::Column::IncidentId.eq(incident))
        .order_by_asc(incident_event::Column::Id)
        .all(db)
        .await?;
    let events = rows.into_iter().map(|row| {
        Ok(Event {
            at: row.at,
            kind: parsed(&row.kind, "incident_events.kind")?,
            organisation: row.organisation_id,
        })
    });
    events.collect()
}

/// Whether a provider was told so of any incident since an instant.
pub(in crate::incidents) async fn is_told_since(
    txn: &Txn,
    (provider, kind): (OrganisationId, EventKind),
    since: Instant,
) -> Result<bool, DbErr> {
    let found = incident_event::Entity::find()
        .filter(incident_event::Column::OrganisationId.eq(provider))
        .filter(incident_event::Column::Kind.eq(name(kind)))
        .filter(incident_event::Column::At.gt(since))
        .one(txn.connection())
        .await?;
    Ok(found.is_some())
}

/// Notes that a report was made; `false` when it was noted already.
pub(in crate::incidents) async fn insert_reported(
    txn: &Txn,
    incident: IncidentId,
    (clock, reported): (ClockId, &Reported),
) -> Result<bool, DbErr> {
    let row = incident_clock::Model {
        incident_id: incident,
        clock: name(clock).to_owned(),
        done_at: reported.at,
        done_by: reported.by.clone(),
        side: name(reported.side).to_owned(),
    };
    let noted = incident_clock::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(noted == 1)
}

/// Reports that were made, by incident.
pub(in crate::incidents) async fn reported<C: ConnectionTrait>(
    db: &C,
    incidents: &[IncidentId],
) -> Result<HashMap<IncidentId, Vec<(ClockId, Reported)>>, StorageError> {
    let rows = incident_clock::Entity::find()
        .filter(incident_clock::Column::IncidentId.is_in(incidents.iter().copied()))
        .all(db)
        .await?;
    let mut found: HashMap<IncidentId, Vec<_>> = HashMap::new();
    for row in rows {
        let clock = parsed(&row.clock, "incident_clocks.clock")?;
        let reported = Reported {
            at: row.done_at,
            by: row.done_by,
            side: parsed(&row.side, "incident_clocks.side")?,
        };
        found
            .entry(row.incident_id)
            .or_default()
            .push((clock, reported));
    }
    Ok(found)
}

/// Deletes what happened to an incident, and its reports.
pub(super) async fn delete_events(txn: &Txn, incident: IncidentId) -> Result<(), DbErr> {
    incident_event::Entity::delete_many()
        .filter(incident_event::Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    incident_clock::Entity::delete_many()
        .filter(incident_clock::Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}
