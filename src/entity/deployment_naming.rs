//! That a town may be named where a deployment is certified.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::DeploymentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_namings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub deployment_id: DeploymentId,
    pub agreed_at: Instant,
    pub agreed_by: String,
}

impl ActiveModelBehavior for ActiveModel {}
