//! What a shared administration is called, or what took it over.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "administrations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub name: String,
    pub form: String,
    pub successor: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
