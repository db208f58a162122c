//! Something settled before the first touch, of an incident or of one deployment of it.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::IncidentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "readiness_ticks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub tick: String,
    pub incident_id: IncidentId,
    pub side: String,
    pub ticked_by: String,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
