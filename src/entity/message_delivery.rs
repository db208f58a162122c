//! What became of a message on one channel.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "message_deliveries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub subject: Uuid,
    pub purpose: String,
    pub reference: Uuid,
    pub channel: String,
    pub way: i32,
    pub state: String,
    pub failure: Option<String>,
    pub attempt: i32,
    pub tried_at: Instant,
    pub changed_at: Instant,
    pub keyed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
