//! Why a paid deployment could not wait.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{DeploymentId, IncidentId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "urgency_notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub deployment_id: DeploymentId,
    pub incident_id: IncidentId,
    pub sealed: Vec<u8>,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
