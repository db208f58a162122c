//! Who accepted the conditions for an organisation, and which version.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::OrganisationId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "condition_acceptances")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: OrganisationId,
    pub version: i32,
    pub accepted_on: String,
    pub sealed_signatory: Vec<u8>,
    pub recorded_at: Instant,
    pub recorded_by: String,
}

impl ActiveModelBehavior for ActiveModel {}
