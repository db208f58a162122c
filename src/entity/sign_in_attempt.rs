//! Attempts to sign in during a period, by whom or where they came from.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub until_at: Instant,
    pub used: i32,
}

impl ActiveModelBehavior for ActiveModel {}
