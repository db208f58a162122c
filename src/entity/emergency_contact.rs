//! Somebody to call back in an emergency, registered before it.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{EmergencyContactId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_contacts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmergencyContactId,
    pub organisation_id: OrganisationId,
    pub position: i32,
    pub sealed: Vec<u8>,
    pub checked_on: String,
    pub from_at: Instant,
    pub until_at: Option<Instant>,
    pub entered_by: String,
}

impl ActiveModelBehavior for ActiveModel {}
