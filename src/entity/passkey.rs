//! The public half of a passkey.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, PasskeyId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "passkeys")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PasskeyId,
    pub account_id: AccountId,
    pub credential_id: Vec<u8>,
    pub credential: String,
    pub created_at: Instant,
    pub last_used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
