//! An event that an absence was taken from: its days, and a digest in place of what it is called.

use sea_orm::entity::prelude::*;

use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_absence_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Uuid,
    pub first_day: Date,
    pub last_day: Date,
}

impl ActiveModelBehavior for ActiveModel {}
