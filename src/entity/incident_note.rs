//! A note handed over with an incident.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{IncidentId, IncidentNoteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "incident_notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentNoteId,
    pub incident_id: IncidentId,
    pub sealed: Vec<u8>,
    pub side: String,
    pub written_by: String,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
