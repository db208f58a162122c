//! A postcode and a place it serves.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "postcodes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub postcode: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub ags: String,
    pub is_primary: bool,
}

impl ActiveModelBehavior for ActiveModel {}
