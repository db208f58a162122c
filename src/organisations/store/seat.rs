//! Organisations by the place they are the administration of.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::row::model;
use crate::db::StorageError;
use crate::entity::organisation::{Column, Entity};
use crate::ids::OrganisationId;
use crate::organisations::model::Organisation;

/// Places a query: SQLite allows 32,766 parameters.
const AT_ONCE: usize = 5_000;

pub(in crate::organisations) async fn seated_at<C: ConnectionTrait>(
    db: &C,
    places: &[String],
) -> Result<Vec<Organisation>, StorageError> {
    let mut found = Vec::new();
    for places in places.chunks(AT_ONCE) {
        let rows = Entity::find()
            .filter(Column::SeatOf.is_in(places.iter().map(String::as_str)))
            .all(db)
            .await?;
        for row in rows {
            found.push(model(row)?);
        }
    }
    Ok(found)
}

/// Those with these ids.
pub(in crate::organisations) async fn by_ids<C: ConnectionTrait>(
    db: &C,
    ids: &[OrganisationId],
) -> Result<Vec<Organisation>, StorageError> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(model).collect()
}
