//! Conditions confirmed for a town that had not accepted them.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::IncidentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "immediate_conditions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub incident_id: IncidentId,
    pub version: i32,
    pub sealed: Vec<u8>,
    pub said_by: String,
    pub recorded_by: String,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
