//! When an organisation was hit itself.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::OrganisationId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "struck_periods")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: OrganisationId,
    pub from_at: Instant,
    pub until_at: Option<Instant>,
    pub incident_id: Option<Uuid>,
    pub set_by: String,
}

impl ActiveModelBehavior for ActiveModel {}
