//! Somebody who signs in.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    pub email_lookup: Vec<u8>,
    pub sealed_email: Vec<u8>,
    pub password_hash: Option<String>,
    pub created_at: Instant,
    pub closed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
