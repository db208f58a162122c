//! An offer that a town asked for.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{IncidentId, OfferId, OfferRequestId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "offer_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OfferRequestId,
    pub offer_id: OfferId,
    pub incident_id: IncidentId,
    pub provider_id: OrganisationId,
    pub requester_id: OrganisationId,
    pub state: String,
    pub quantity: i32,
    pub from_at: Instant,
    pub until_at: Instant,
    pub more_days: Option<i32>,
    pub message: Option<Vec<u8>>,
    pub answer: Option<Vec<u8>>,
    pub made_by: String,
    pub made_at: Instant,
    pub due_at: Instant,
    pub answered_at: Option<Instant>,
    pub answered_by: Option<String>,
    pub started_at: Option<Instant>,
    pub started_by: Option<String>,
    pub ended_at: Option<Instant>,
    pub ended_by: Option<String>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
