//! An emergency card of an organisation.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{EmergencyCardId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_cards")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmergencyCardId,
    pub organisation_id: OrganisationId,
    pub sequence: i32,
    pub state: String,
    pub acceptance_id: Uuid,
    pub issued_at: Instant,
    pub issued_by: String,
    pub issued_as: String,
    pub ended_at: Option<Instant>,
    pub ended_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
