//! When somebody of the desk was told last that somebody asks for help, or is told next.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "desk_calls")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub told_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
