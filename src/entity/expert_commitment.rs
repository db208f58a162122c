//! A deployment an expert is committed to.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_commitments")]
pub struct Model {
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub from_at: Instant,
    pub until_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
