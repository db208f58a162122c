//! On which telephone the holder of an account is rung, sealed with the account's data key.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account_phones")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub sealed_number: Vec<u8>,
    pub stated_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
