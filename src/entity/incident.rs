//! An incident: somebody asks for help.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{IncidentId, OrganisationId, RedemptionId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "incidents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentId,
    pub place: Option<String>,
    pub organisation_id: Option<OrganisationId>,
    pub symptom: String,
    pub phase: String,
    pub severity: Option<i32>,
    pub systems: String,
    pub services: String,
    pub doubts: String,
    pub state: String,
    pub is_drill: bool,
    pub code: String,
    pub redemption_id: Option<RedemptionId>,
    pub sealed: Vec<u8>,
    pub link_hash: Vec<u8>,
    pub asked_at: Instant,
    pub taken_at: Option<Instant>,
    pub taken_by: Option<String>,
    pub verified_at: Option<Instant>,
    pub verified_by: Option<String>,
    pub verified_how: Option<String>,
    pub closed_at: Option<Instant>,
    pub closed_by: Option<String>,
    pub closed_as: Option<String>,
    pub version: i32,
    pub tlp: String,
    pub land_liaison: bool,
    pub investigation_hold: bool,
    pub personal_data: String,
    pub breach_known_at: Option<Instant>,
    pub called: i32,
    pub first_taken_at: Option<Instant>,
    pub called_at: Option<Instant>,
    pub home_provider: String,
    pub code_tries: i32,
}

impl ActiveModelBehavior for ActiveModel {}
