//! A longer end that a town asked for.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::DeploymentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_extensions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub deployment_id: DeploymentId,
    pub until_at: Instant,
    pub asked_at: Instant,
    pub asked_by: String,
    pub due_at: Instant,
    pub expert_at: Option<Instant>,
    pub employer_at: Option<Instant>,
    pub employer_by: Option<String>,
    pub closed_at: Option<Instant>,
    pub outcome: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
