//! A one-time code of an emergency card, by its keyed hash.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::EmergencyCardId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_codes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub card_id: EmergencyCardId,
    pub code_hash: Vec<u8>,
    pub used_at: Option<Instant>,
    pub void_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
