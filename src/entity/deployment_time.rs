//! A period somebody worked in a deployment.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{DeploymentId, ExpertId, TimeEntryId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_times")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TimeEntryId,
    pub deployment_id: DeploymentId,
    pub expert_id: ExpertId,
    pub from_at: Instant,
    pub until_at: Instant,
    pub break_minutes: i32,
    pub mode: String,
    pub sealed: Vec<u8>,
    pub written_by: String,
    pub written_at: Instant,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
