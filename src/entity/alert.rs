//! One message to one entry, and what was answered.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AlertId, ExpertId, NeedId, RequestId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "alerts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AlertId,
    pub request_id: RequestId,
    pub need_id: NeedId,
    pub expert_id: ExpertId,
    pub wave: i32,
    pub state: String,
    pub channel: Option<String>,
    pub token_hash: Vec<u8>,
    pub made_at: Instant,
    pub expires_at: Instant,
    pub sent_at: Option<Instant>,
    pub seen_at: Option<Instant>,
    pub answered_at: Option<Instant>,
    pub answered_by: Option<String>,
    pub answer: Option<String>,
    pub answer_from: Option<Instant>,
    pub closed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
