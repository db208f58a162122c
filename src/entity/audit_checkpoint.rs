//! The head of the audit chain as it was signed.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_checkpoints")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub ring_version: i32,
    pub at: Instant,
    pub hash: String,
    pub public_key: String,
    pub signature: String,
}

impl ActiveModelBehavior for ActiveModel {}
