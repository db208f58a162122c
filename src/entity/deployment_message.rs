//! A message of a deployment, without its words. Never updated.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{DeploymentId, MessageId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub deployment_id: DeploymentId,
    pub position: i32,
    pub sent_at: Instant,
    pub verb: String,
    pub originating_id: MessageId,
    pub preceding_id: Option<MessageId>,
    pub side: String,
    pub recall: Option<String>,
    pub recalled_id: Option<MessageId>,
    pub response: Option<String>,
    pub schedule: String,
}

impl ActiveModelBehavior for ActiveModel {}
