//! A language with its level.

use sea_orm::entity::prelude::*;

use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_languages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub term: String,
    pub cefr: String,
}

impl ActiveModelBehavior for ActiveModel {}
