//! Something that happened to an incident.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{IncidentId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "incident_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub incident_id: IncidentId,
    pub kind: String,
    pub organisation_id: Option<OrganisationId>,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
