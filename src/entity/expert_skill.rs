//! A skill with level and evidence.

use sea_orm::entity::prelude::*;

use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_skills")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub term: String,
    pub level: i32,
    pub evidence: String,
}

impl ActiveModelBehavior for ActiveModel {}
