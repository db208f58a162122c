//! Queries of what is handed over, sealed with the key of its incident: forgotten with it.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::hand_over::{Column, Entity, Model};
use crate::ids::{DeploymentId, HandOverId, IncidentId};
use crate::incidents::readiness::model::{HandOver, HandOverText};
use crate::sealed;
use crate::sealing::{DataKey, Keyring, Place, SealError};

/// All versions of all deployments of an incident, newest first of each.
pub(in crate::incidents::readiness) async fn of_incident<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    incident: IncidentId,
) -> Result<Vec<HandOver>, StorageError> {
    let Some(key) = sealed::key(db, ring, incident.0).await? else {
        return Ok(Vec::new());
    };
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .order_by_asc(Column::DeploymentId)
        .order_by_desc(Column::Number)
        .all(db)
        .await?;
    rows.iter().map(|row| opened(&key, row)).collect()
}

/// One version, to be shown again to who wrote it.
pub(in crate::incidents::readiness) async fn hand_over(
    txn: &Txn,
    ring: &Keyring,
    (incident, id): (IncidentId, HandOverId),
) -> Result<Option<HandOver>, StorageError> {
    let key = sealed::key(txn.connection(), ring, incident.0).await?;
    let row = Entity::find_by_id(id)
        .filter(Column::IncidentId.eq(incident))
        .one(txn.connection())
        .await?;
    let found = key.zip(row).map(|(key, row)| opened(&key, &row));
    found.transpose()
}

/// The number of the last version of a deployment; 0 where there is none.
pub(in crate::incidents::readiness) async fn last_number<C: ConnectionTrait>(
    db: &C,
    deployment: DeploymentId,
) -> Result<i32, DbErr> {
    let last: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::DeploymentId.eq(deployment))
        .order_by_desc(Column::Number)
        .into_tuple()
        .one(db)
        .await?;
    Ok(last.unwrap_or_default())
}

/// Adds a version; `false` where the incident has no key any more.
pub(in crate::incidents::readiness) async fn insert_hand_over(
    txn: &Txn,
    ring: &Keyring,
    (incident, by): (IncidentId, String),
    new: &HandOver,
) -> Result<bool, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
        return Ok(false);
    };
    let plain = serde_json::to_vec(&new.texts).map_err(|_| SealError::DoesNotOpen)?;
    let row = Model {
        id: new.id,
        deployment_id: new.deployment,
        incident_id: incident,
        number: new.number,
        sealed: key.seal(&Zeroizing::new(plain), place(new.id))?,
        side: <&str>::from(new.side).to_owned(),
        written_by: by,
        at: new.at,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(true)
}

fn opened(key: &DataKey, row: &Model) -> Result<HandOver, StorageError> {
    // Whoever was erased says nothing any more.
    let texts: BTreeMap<HandOverText, String> = if row.sealed.is_empty() {
        BTreeMap::new()
    } else {
        let plain = key.open(&row.sealed, place(row.id))?;
        serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?
    };
    let side = row.side.parse();
    Ok(HandOver {
        id: row.id,
        deployment: row.deployment_id,
        number: row.number,
        at: row.at,
        side: side.map_err(|_| StorageError::Corrupt("hand_overs.side"))?,
        texts,
    })
}

fn place(id: HandOverId) -> Place {
    Place {
        table: "hand_overs",
        column: "sealed",
        id: id.0,
    }
}
