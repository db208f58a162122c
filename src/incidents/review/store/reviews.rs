//! Queries of reviews; their texts are sealed with the key of the incident: forgotten with it.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::deployment_review::{Column, Entity, Model};
use crate::ids::{self, DeploymentId, IncidentId};
use crate::incidents::deployments::{Deployment, Part};
use crate::incidents::review::model::{Review, ReviewTexts};
use crate::sealed;
use crate::sealing::{DataKey, Keyring, Place, SealError};

/// Reviews of a deployment, by the sides; none where the incident has no key any more.
pub(in crate::incidents::review) async fn reviews<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (deployment, incident): (DeploymentId, IncidentId),
) -> Result<Vec<Review>, StorageError> {
    let Some(key) = sealed::key(db, ring, incident.0).await? else {
        return Ok(Vec::new());
    };
    let rows = Entity::find()
        .filter(Column::DeploymentId.eq(deployment))
        .order_by_asc(Column::Part)
        .all(db)
        .await?;
    rows.iter().map(|row| opened(&key, row)).collect()
}

/// Keeps what a side says, instead of what it said before; the version. None where the incident has no key any more.
pub(in crate::incidents::review) async fn put(
    txn: &Txn,
    ring: &Keyring,
    (deployment, ended): (&Deployment, Instant),
    (part, by, texts): (Part, Actor, &ReviewTexts),
) -> Result<Option<i32>, StorageError> {
    let db = txn.connection();
    let Some(key) = sealed::key(db, ring, deployment.incident.0).await? else {
        return Ok(None);
    };
    let part: &str = part.into();
    let known = Entity::find()
        .filter(Column::DeploymentId.eq(deployment.id))
        .filter(Column::Part.eq(part))
        .one(db)
        .await?;
    let id = known
        .as_ref()
        .map_or_else(|| ids::ordered(txn.now()), |row| row.id);
    let sealed = sealed_texts(&key, id, texts)?;
    let Some(known) = known else {
        let row = Model {
            id,
            deployment_id: deployment.id,
            incident_id: deployment.incident,
            expert_id: deployment.expert,
            part: part.to_owned(),
            sealed,
            written_by: by.to_string(),
            written_at: txn.now(),
            ended_at: ended,
            version: 1,
        };
        row.into_active_model().insert(db).await?;
        return Ok(Some(1));
    };
    let version = known.version + 1;
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::WrittenBy, Expr::value(by.to_string()))
        .col_expr(Column::WrittenAt, Expr::value(txn.now()))
        .col_expr(Column::Version, Expr::value(version))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(Some(version))
}

fn sealed_texts(key: &DataKey, id: Uuid, texts: &ReviewTexts) -> Result<Vec<u8>, StorageError> {
    let plain = serde_json::to_vec(texts).map_err(|_| SealError::DoesNotOpen)?;
    Ok(key.seal(&Zeroizing::new(plain), place(id))?)
}

fn opened(key: &DataKey, row: &Model) -> Result<Review, StorageError> {
    let plain = key.open(&row.sealed, place(row.id))?;
    let texts = serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?;
    let part = row.part.parse();
    Ok(Review {
        part: part.map_err(|_| StorageError::Corrupt("deployment_reviews.part"))?,
        at: row.written_at,
        version: row.version,
        texts,
    })
}

fn place(id: Uuid) -> Place {
    Place {
        table: "deployment_reviews",
        column: "sealed",
        id,
    }
}
