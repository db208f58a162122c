//! A consent to one purpose.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_consents")]
pub struct Model {
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub purpose: String,
    pub text_version: String,
    pub given_at: Instant,
    pub valid_until: Instant,
    pub withdrawn_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
