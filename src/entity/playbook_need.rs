//! What a symptom in a phase calls for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "playbook_needs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub symptom: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub phase: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub need: String,
}

impl ActiveModelBehavior for ActiveModel {}
