//! Where a person can be reached privately, sealed with the person's data key.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_private_contacts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    pub sealed: Vec<u8>,
    pub stated_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
