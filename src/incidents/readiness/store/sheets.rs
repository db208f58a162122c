//! Queries of arrival sheets, sealed with the key of their incident: forgotten with it.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QuerySelect};
use zeroize::Zeroizing;

use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::arrival_sheet::{Column, Entity, Model};
use crate::ids::IncidentId;
use crate::incidents::readiness::model::{Part, Sheet};
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// A sheet as it is kept.
#[derive(Clone, Debug, Default)]
pub(in crate::incidents::readiness) struct Kept {
    /// What it says.
    pub(in crate::incidents::readiness) sheet: Sheet,
    /// Which side changed it last, and when; nobody yet when none.
    pub(in crate::incidents::readiness) changed: Option<(Part, Instant)>,
    /// Grows with every change, from 0.
    pub(in crate::incidents::readiness) version: i32,
}

/// The sheet of an incident; an empty one where nobody wrote any, or it was forgotten.
pub(in crate::incidents::readiness) async fn sheet<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    incident: IncidentId,
) -> Result<Kept, StorageError> {
    let Some(row) = Entity::find_by_id(incident).one(db).await? else {
        return Ok(Kept::default());
    };
    let side = row.side.parse();
    let side = side.map_err(|_| StorageError::Corrupt("arrival_sheets.side"))?;
    let opened = sealed::open(db, ring, (place(incident), row.sealed.as_slice())).await?;
    Ok(Kept {
        sheet: opened.unwrap_or_default(),
        changed: Some((side, row.changed_at)),
        version: row.version,
    })
}

/// The version of the sheet of an incident, which is not opened for it; 0 where nobody wrote any.
pub(in crate::incidents::readiness) async fn sheet_version<C: ConnectionTrait>(
    db: &C,
    incident: IncidentId,
) -> Result<i32, DbErr> {
    let version: Option<i32> = Entity::find_by_id(incident)
        .select_only()
        .column(Column::Version)
        .into_tuple()
        .one(db)
        .await?;
    Ok(version.unwrap_or_default())
}

/// Keeps a sheet instead of what was, for whoever holds the incident; `false` where the incident has no key any more.
pub(in crate::incidents::readiness) async fn keep_sheet(
    txn: &Txn,
    ring: &Keyring,
    (incident, version): (IncidentId, i32),
    (sheet, side, by): (&Sheet, Part, String),
) -> Result<bool, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
        return Ok(false);
    };
    let plain = serde_json::to_vec(sheet).map_err(|_| SealError::DoesNotOpen)?;
    let row = Model {
        incident_id: incident,
        sealed: key.seal(&Zeroizing::new(plain), place(incident))?,
        side: <&str>::from(side).to_owned(),
        changed_by: by,
        changed_at: txn.now(),
        version,
    };
    let mut there = OnConflict::column(Column::IncidentId);
    there.update_columns([
        Column::Sealed,
        Column::Side,
        Column::ChangedBy,
        Column::ChangedAt,
        Column::Version,
    ]);
    Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(true)
}

fn place(id: IncidentId) -> Place {
    Place {
        table: "arrival_sheets",
        column: "sealed",
        id: id.0,
    }
}
