//! A certificate with its dates.

use sea_orm::entity::prelude::*;

use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_certifications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub term: String,
    pub issued_on: Option<Date>,
    pub valid_until: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}
