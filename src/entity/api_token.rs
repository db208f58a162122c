//! A bearer token, of which only the hash is kept.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, TokenId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TokenId,
    pub account_id: AccountId,
    pub label: String,
    pub token_hash: Vec<u8>,
    pub scopes: String,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub revoked_at: Option<Instant>,
    pub last_used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
