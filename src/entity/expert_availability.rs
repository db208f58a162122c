//! When an entry can start.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_availability")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    pub state: String,
    pub available_from: Option<Date>,
    pub weekdays: i32,
    pub stated_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
