//! Conditions confirmed at once, one for an incident; who did is sealed with its key.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::immediate_condition::{Column, Entity, Model};
use crate::ids::{self, IncidentId};
use crate::incidents::legal::model::{ConfirmedBy, Confirmer, Immediate};
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// Keeps that somebody confirmed a version; `false` where somebody did before, or the incident has no key any more.
pub(in crate::incidents::legal) async fn insert_immediate(
    txn: &Txn,
    ring: &Keyring,
    (incident, version, confirmer): (IncidentId, i32, &Confirmer),
    (said_by, actor): (ConfirmedBy, Actor),
) -> Result<bool, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
        return Ok(false);
    };
    let id = ids::ordered(txn.now());
    let plain = serde_json::to_vec(confirmer).map_err(|_| SealError::DoesNotOpen)?;
    let row = Model {
        id,
        incident_id: incident,
        version,
        sealed: key.seal(&Zeroizing::new(plain), place(id))?,
        said_by: <&str>::from(said_by).to_owned(),
        recorded_by: actor.to_string(),
        at: txn.now(),
    };
    let mut there = OnConflict::column(Column::IncidentId);
    there.do_nothing();
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// What was confirmed for an incident.
pub(in crate::incidents::legal) async fn immediate<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    incident: IncidentId,
) -> Result<Option<Immediate>, StorageError> {
    let Some(row) = row_of(db, incident).await? else {
        return Ok(None);
    };
    let confirmer = match sealed::key(db, ring, incident.0).await? {
        Some(key) => {
            let plain = key.open(&row.sealed, place(row.id))?;
            let read: Result<Confirmer, _> = serde_json::from_slice(&plain);
            Some(read.map_err(|_| SealError::DoesNotOpen)?)
        }
        None => None,
    };
    let said_by = row.said_by.parse();
    Ok(Some(Immediate {
        version: row.version,
        at: row.at,
        said_by: said_by.map_err(|_| StorageError::Corrupt("immediate_conditions.said_by"))?,
        confirmer,
    }))
}

/// Which version was confirmed for an incident, and when; who did stays sealed.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn confirmed_version<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Option<(i32, Instant)>, StorageError> {
    let row = row_of(db, incident).await?;
    Ok(row.map(|row| (row.version, row.at)))
}

async fn row_of<C: ConnectionTrait>(db: &C, incident: IncidentId) -> Result<Option<Model>, DbErr> {
    let found = Entity::find().filter(Column::IncidentId.eq(incident));
    found.one(db).await
}

pub(super) async fn delete_of_incident(txn: &Txn, incident: IncidentId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn place(id: Uuid) -> Place {
    Place {
        table: "immediate_conditions",
        column: "sealed",
        id,
    }
}
