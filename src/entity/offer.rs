//! An offer: help that is not a person.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{OfferId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "offers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OfferId,
    pub organisation_id: OrganisationId,
    pub kind: String,
    pub state: String,
    pub title_de: String,
    pub title_en: String,
    pub text_de: String,
    pub text_en: String,
    pub quantity: Option<i32>,
    pub vcpu: Option<i32>,
    pub memory_gb: Option<i32>,
    pub storage_tb: Option<i32>,
    pub procedure_term: Option<String>,
    pub product_term: Option<String>,
    pub skills: String,
    pub place: String,
    pub reach: String,
    pub radius_km: Option<i32>,
    pub lead_hours: i32,
    pub max_days: i32,
    pub cost: String,
    pub cost_note_de: String,
    pub cost_note_en: String,
    pub expires_at: Instant,
    pub created_at: Instant,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
