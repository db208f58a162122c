//! A code for when the second factor is lost, of which only the hash is kept.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_codes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: AccountId,
    pub position: i32,
    pub code_hash: Vec<u8>,
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
