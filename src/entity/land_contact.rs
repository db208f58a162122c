//! Whom to call in a Land.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "land_contacts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub position: i32,
    pub land_ags: String,
    pub kind: String,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    pub hours: Option<String>,
    pub note_de: Option<String>,
    pub source: String,
    pub last_checked: Date,
    pub address: Option<String>,
    pub shipped_as: Option<String>,
    pub edited_at: Option<Instant>,
    pub removed_at: Option<Instant>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
