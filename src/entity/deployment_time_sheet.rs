//! The employer's word that the times of a deployment are right.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::DeploymentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_time_sheets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub deployment_id: DeploymentId,
    pub confirmed_by: String,
    pub confirmed_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
