//! A version of a text that admins keep.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub since: String,
    #[sea_orm(column_type = "Text")]
    pub german: String,
    #[sea_orm(column_type = "Text")]
    pub english: String,
    pub is_shipped: bool,
    pub checked_by: Option<String>,
    pub checked_on: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
