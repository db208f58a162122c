//! An alarm about an account.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, AlarmId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "alarms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AlarmId,
    pub account_id: AccountId,
    pub kind: String,
    pub roles: String,
    pub from_day: String,
    pub until_day: String,
    pub seen: i32,
    pub threshold: i32,
    pub raised_at: Instant,
    pub acknowledged_at: Option<Instant>,
    pub acknowledged_by: Option<AccountId>,
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
