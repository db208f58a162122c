//! A rotation of the keys, by the version it makes.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "key_rotations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub announced_by: AccountId,
    pub announced_at: Instant,
    pub confirmed_by: Option<AccountId>,
    pub confirmed_at: Option<Instant>,
    pub begun_at: Option<Instant>,
    pub is_vouched_for: bool,
    pub finished_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
