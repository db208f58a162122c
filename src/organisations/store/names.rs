//! The names of all organisations.

use sea_orm::{ConnectionTrait, DerivePartialModel, EntityTrait};

use crate::db::StorageError;
use crate::entity::organisation;
use crate::ids::OrganisationId;

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
