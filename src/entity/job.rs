//! Work for one node, at least once.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub key: String,
    pub subject: Uuid,
    pub run_at: Instant,
    pub attempts: i32,
    pub leased_until: Option<Instant>,
    pub given_up_at: Option<Instant>,
    pub failure: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
