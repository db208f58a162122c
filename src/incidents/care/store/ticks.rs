//! Lines of the guide that were ticked off.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use crate::db::{StorageError, Txn};
use crate::entity::guide_tick::{Column, Entity, Model};
use crate::ids::IncidentId;
use crate::incidents::care::model::Tick;
use crate::reference::Phase;

/// What was ticked off in an incident.
pub(in crate::incidents::care) async fn ticks<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<Vec<Tick>, StorageError> {
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Ticks a line off; `false` when it was before.
pub(in crate::incidents::care) async fn insert(
    txn: &Txn,
    incident: IncidentId,
    tick: &Tick,
) -> Result<bool, DbErr> {
    let row = Model {
        incident_id: incident,
        phase: <&str>::from(tick.phase).to_owned(),
        line: tick.line.clone(),
        ticked_at: tick.at,
        ticked_by: tick.by.clone(),
        side: <&str>::from(tick.side).to_owned(),
    };
    let ticked = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(ticked == 1)
}

/// Opens these lines again.
pub(in crate::incidents::care) async fn remove(
    txn: &Txn,
    incident: IncidentId,
    (phase, lines): (Phase, &[String]),
) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .filter(Column::Phase.eq(<&str>::from(phase)))
        .filter(Column::Line.is_in(lines.iter().map(String::as_str)))
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn forget(txn: &Txn, incident: IncidentId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn read(row: Model) -> Result<Tick, StorageError> {
    let Model {
        incident_id: _,
        phase,
        line,
        ticked_at,
        ticked_by,
        side,
    } = row;
    let corrupt = StorageError::Corrupt;
    Ok(Tick {
        phase: phase.parse().map_err(|_| corrupt("guide_ticks.phase"))?,
        line,
        at: ticked_at,
        by: ticked_by,
        side: side.parse().map_err(|_| corrupt("guide_ticks.side"))?,
    })
}
