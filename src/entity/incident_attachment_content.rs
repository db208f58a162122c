//! The content of a file handed over with an incident.

use sea_orm::entity::prelude::*;

use crate::ids::{IncidentAttachmentId, IncidentId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "incident_attachment_contents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub attachment_id: IncidentAttachmentId,
    pub incident_id: IncidentId,
    pub sealed: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
