//! What is handed over at the end of a deployment, sealed.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{DeploymentId, HandOverId, IncidentId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "hand_overs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: HandOverId,
    pub deployment_id: DeploymentId,
    pub incident_id: IncidentId,
    pub number: i32,
    pub sealed: Vec<u8>,
    pub side: String,
    pub written_by: String,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
