//! Which edition of a part of the reference data is loaded.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reference_editions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub part: String,
    pub edition: String,
    pub loaded_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
