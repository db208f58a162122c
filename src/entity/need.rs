//! A need of a request for help.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{NeedId, RequestId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "needs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NeedId,
    pub request_id: RequestId,
    pub position: i32,
    pub wanted: String,
    pub wave: i32,
    pub wave_until: Option<Instant>,
    pub exhausted_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
