//! A skill that a town saw in a deployment.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{DeploymentId, ExpertId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_proven")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub deployment_id: DeploymentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub term: String,
    pub expert_id: ExpertId,
    pub known_as: String,
    pub marked_at: Instant,
    pub marked_by: String,
    pub taken_back_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
