//! A change of a confirmed skill that one side proposed and the other has not agreed to.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_skill_changes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub term: String,
    pub level: Option<i32>,
    pub proposed_by: String,
    pub proposed_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
