//! A period in which somebody is on call, as the employer planned it.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_on_call")]
pub struct Model {
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub from_at: Instant,
    pub until_at: Instant,
    pub planned_by: AccountId,
    pub planned_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
