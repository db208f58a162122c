//! The words both sides of a call-back say.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call_words")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub subject: Uuid,
    pub sealed: Vec<u8>,
    pub tries: i32,
    pub made_at: Instant,
    pub confirmed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
