//! A line of the guide that was ticked off in an incident.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::IncidentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "guide_ticks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub incident_id: IncidentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub phase: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub line: String,
    pub ticked_at: Instant,
    pub ticked_by: String,
    pub side: String,
}

impl ActiveModelBehavior for ActiveModel {}
