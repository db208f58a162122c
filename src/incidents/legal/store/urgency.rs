//! Why what is paid could not wait, sealed with the key of its incident: forgotten with it.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::urgency_note::{Column, Entity, Model};
use crate::ids::{DeploymentId, IncidentId};
use crate::incidents::legal::model::Urgency;
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// Keeps a note instead of the one there was; `false` where the incident has no key any more.
pub(in crate::incidents::legal) async fn keep_urgency(
    txn: &Txn,
    ring: &Keyring,
    (incident, deployment): (IncidentId, DeploymentId),
    note: &Urgency,
) -> Result<bool, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
        return Ok(false);
    };
    let plain = serde_json::to_vec(note).map_err(|_| SealError::DoesNotOpen)?;
    let row = Model {
        deployment_id: deployment,
        incident_id: incident,
        sealed: key.seal(&Zeroizing::new(plain), place(deployment))?,
        at: txn.now(),
    };
    let mut there = OnConflict::column(Column::DeploymentId);
    there.update_columns([Column::Sealed, Column::At]);
    Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(true)
}

/// The note of a deployment; none once it was forgotten.
pub(in crate::incidents::legal) async fn urgency<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    deployment: DeploymentId,
) -> Result<Option<Urgency>, StorageError> {
    let Some(row) = Entity::find_by_id(deployment).one(db).await? else {
        return Ok(None);
    };
    let Some(key) = sealed::key(db, ring, row.incident_id.0).await? else {
        return Ok(None);
    };
    let plain = key.open(&row.sealed, place(deployment))?;
    let note = serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?;
    Ok(Some(note))
}

/// Deletes the note of a deployment that needs none any more.
pub(in crate::incidents::legal) async fn delete_urgency(
    txn: &Txn,
    deployment: DeploymentId,
) -> Result<(), DbErr> {
    Entity::delete_by_id(deployment)
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn delete_of_incident(txn: &Txn, incident: IncidentId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn place(id: DeploymentId) -> Place {
    Place {
        table: "urgency_notes",
        column: "sealed",
        id: id.0,
    }
}
