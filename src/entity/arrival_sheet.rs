//! What whoever arrives must know, sealed.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::IncidentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "arrival_sheets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub incident_id: IncidentId,
    pub sealed: Vec<u8>,
    pub side: String,
    pub changed_by: String,
    pub changed_at: Instant,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
