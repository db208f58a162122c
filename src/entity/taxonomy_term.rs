//! A term of the vocabulary.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "taxonomy_terms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub position: i32,
    pub axis: String,
    pub parent: Option<String>,
    pub label_de: String,
    pub label_en: String,
    pub attributes: String,
    pub merged_into: Option<String>,
    pub retired_at: Option<Instant>,
    pub edited_at: Option<Instant>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
