//! Somebody signed in with a browser; of the token only the hash is kept.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, SessionId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub account_id: AccountId,
    pub token_hash: Vec<u8>,
    pub started_at: Instant,
    pub seen_at: Instant,
    pub ended_at: Option<Instant>,
    pub method: String,
    pub confirmed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
