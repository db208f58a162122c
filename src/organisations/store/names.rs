//! Organisations and their names.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DerivePartialModel, EntityTrait, QueryFilter,
    QuerySelect,
};

use super::row::model;
use crate::access::Scope;
use crate::db::StorageError;
use crate::entity::organisation::{self, Column};
use crate::ids::OrganisationId;
use crate::organisations::model::Organisation;

/// An organisation by name and seat.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "organisation::Entity")]
pub struct KnownName {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Where it sits.
    #[sea_orm(from_col = "ags")]
    pub place: String,
}

/// The names of all organisations there are.
///
/// # Errors
/// Storage failed.
pub async fn names<C: ConnectionTrait>(db: &C) -> Result<Vec<KnownName>, StorageError> {
    Ok(organisation::Entity::find()
        .into_partial_model::<KnownName>()
        .all(db)
        .await?)
}

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
    let rows = organisation::Entity::find()
        .filter(condition)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(model).collect()
}
