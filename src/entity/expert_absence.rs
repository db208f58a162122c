//! Days away; the reason is not asked.

use sea_orm::entity::prelude::*;

use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_absences")]
pub struct Model {
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub first_day: Date,
    pub last_day: Date,
}

impl ActiveModelBehavior for ActiveModel {}
