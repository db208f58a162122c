//! Organisations by their name.

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::row::model;
use crate::access::Scope;
use crate::db::StorageError;
use crate::entity::organisation::{Column, Entity};
use crate::organisations::model::Organisation;

/// Those the scope covers that have exactly this name, folded.
pub(in crate::organisations) async fn named<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    (name, limit): (&str, u64),
) -> Result<Vec<Organisation>, StorageError> {
    let mut condition = Condition::all().add(Column::NameLookup.eq(name));
    if !scope.is_everything() {
        condition = condition.add(Column::Id.is_in(scope.organisations().iter().copied()));
    }
    let rows = Entity::find()
        .filter(condition)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(model).collect()
}
