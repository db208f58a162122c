//! A version of the legal matrix that was edited.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_rules")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub since: String,
    #[sea_orm(column_type = "Text")]
    pub rules: String,
    pub checked_by: String,
    pub checked_on: String,
}

impl ActiveModelBehavior for ActiveModel {}
