//! When a side of a deployment was told last that somebody wrote, or is told next.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::DeploymentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_message_calls")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub deployment_id: DeploymentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub side: String,
    pub told_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
