//! Whom a coordinator picked or skipped for a need.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{ExpertId, NeedId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "need_choices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub need_id: NeedId,
    pub expert_id: ExpertId,
    pub choice: String,
    pub chosen_by: String,
    pub chosen_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
