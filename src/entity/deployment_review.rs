//! How a side says a deployment went.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{DeploymentId, ExpertId, IncidentId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_reviews")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub deployment_id: DeploymentId,
    pub incident_id: IncidentId,
    pub expert_id: ExpertId,
    pub part: String,
    pub sealed: Vec<u8>,
    pub written_by: String,
    pub written_at: Instant,
    pub ended_at: Instant,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
