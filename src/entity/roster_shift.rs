//! A period in which a coordinator is on duty.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ShiftId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "roster_shifts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ShiftId,
    pub account_id: AccountId,
    pub seat: String,
    pub from_at: Instant,
    pub until_at: Instant,
    pub planned_by: AccountId,
    pub planned_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
