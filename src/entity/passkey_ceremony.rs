//! What was asked of a device and not answered yet.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey_ceremonies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub purpose: String,
    pub account_id: Option<AccountId>,
    pub token_hash: Vec<u8>,
    pub state: String,
    pub expires_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
