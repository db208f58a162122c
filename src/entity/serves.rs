//! A provider serves a place.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::OrganisationId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "serves")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub provider_id: OrganisationId,
    pub ags: String,
    pub whole: bool,
    pub from_at: Instant,
    pub until_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
