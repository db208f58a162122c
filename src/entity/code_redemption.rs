//! The use of an emergency code.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{EmergencyCardId, OrganisationId, RedemptionId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "code_redemptions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RedemptionId,
    pub code_id: Uuid,
    pub card_id: EmergencyCardId,
    pub organisation_id: OrganisationId,
    pub place: String,
    pub redeemed_at: Instant,
    pub notice: Option<String>,
    pub noticed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
