//! A TOTP secret, sealed, and the last step used.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factors")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub sealed_secret: Vec<u8>,
    pub last_step: i64,
    pub confirmed_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
