//! A version of what a deployment costs.

use sea_orm::entity::prelude::*;
use uuid::Uuid;

use crate::clock::Instant;
use crate::ids::{DeploymentId, IncidentId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cost_sheets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub deployment_id: DeploymentId,
    pub incident_id: IncidentId,
    pub stage: String,
    pub state: String,
    pub kind: String,
    pub vat_rate: Option<i32>,
    pub vat_reason: Option<String>,
    pub lines: String,
    pub sealed: Vec<u8>,
    pub made_by: String,
    pub written_by: String,
    pub made_at: Instant,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
