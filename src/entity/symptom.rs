//! What a requester sees of an incident.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "symptoms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub position: i32,
    pub label_de: String,
    pub label_en: String,
    pub hint_de: String,
    pub hint_en: String,
    pub incident_class: String,
}

impl ActiveModelBehavior for ActiveModel {}
