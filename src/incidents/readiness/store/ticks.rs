//! Queries of ticks.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use crate::db::{StorageError, Txn};
use crate::entity::readiness_tick::{Column, Entity, Model};
use crate::ids::{DeploymentId, IncidentId};
use crate::incidents::readiness::model::{Part, Tick, TickScope, Ticked};

/// What is ticked of a deployment and of its incident.
pub(in crate::incidents::readiness) async fn ticked<C: ConnectionTrait>(
    db: &C,
    (deployment, incident): (DeploymentId, IncidentId),
) -> Result<Vec<Ticked>, StorageError> {
    let rows = Entity::find()
        .filter(Column::SubjectId.is_in([deployment.0, incident.0]))
        .all(db)
        .await?;
    rows.iter().map(read).collect()
}

/// Ticks something; `false` when it was ticked already.
pub(in crate::incidents::readiness) async fn tick(
    txn: &Txn,
    (deployment, incident): (DeploymentId, IncidentId),
    (tick, side): (Tick, Part),
    by: String,
) -> Result<bool, DbErr> {
    let row = Model {
        subject_id: subject(tick, (deployment, incident)),
        tick: <&str>::from(tick).to_owned(),
        incident_id: incident,
        side: <&str>::from(side).to_owned(),
        ticked_by: by,
        at: txn.now(),
    };
    let mut there = OnConflict::columns([Column::SubjectId, Column::Tick]);
    there.do_nothing();
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// Takes a tick back; `false` when there was none.
pub(in crate::incidents::readiness) async fn untick(
    txn: &Txn,
    of: (DeploymentId, IncidentId),
    tick: Tick,
) -> Result<bool, DbErr> {
    let gone = Entity::delete_many()
        .filter(Column::SubjectId.eq(subject(tick, of)))
        .filter(Column::Tick.eq(<&str>::from(tick)))
        .exec(txn.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Whose it is.
const fn subject(tick: Tick, (deployment, incident): (DeploymentId, IncidentId)) -> uuid::Uuid {
    match tick.scope() {
        TickScope::Deployment => deployment.0,
        TickScope::Incident => incident.0,
    }
}

fn read(row: &Model) -> Result<Ticked, StorageError> {
    let corrupt = StorageError::Corrupt;
    Ok(Ticked {
        tick: row
            .tick
            .parse()
            .map_err(|_| corrupt("readiness_ticks.tick"))?,
        side: row
            .side
            .parse()
            .map_err(|_| corrupt("readiness_ticks.side"))?,
        at: row.at,
    })
}
