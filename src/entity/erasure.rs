//! Somebody who was erased, by id.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "erasures")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person: Uuid,
    pub kind: String,
    pub erased_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
