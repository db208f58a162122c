//! Two people vouch for somebody who lost the second factor.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account_recoveries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: AccountId,
    pub cause: String,
    pub first_by: AccountId,
    pub first_at: Instant,
    pub second_by: Option<AccountId>,
    pub second_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
