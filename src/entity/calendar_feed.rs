//! A calendar that a person subscribes to; of the token in its address only the hash is kept.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feeds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub token_hash: Vec<u8>,
    pub language: String,
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
