//! A file handed over with an incident, without its content.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{IncidentAttachmentId, IncidentId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "incident_attachments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentAttachmentId,
    pub incident_id: IncidentId,
    pub format: String,
    pub size: i32,
    pub side: String,
    pub added_by: String,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
