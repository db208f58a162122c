//! The question of a release to one manager.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, DeploymentId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "release_asks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub deployment_id: DeploymentId,
    pub account_id: AccountId,
    pub token_hash: Vec<u8>,
    pub made_at: Instant,
    pub sent_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
