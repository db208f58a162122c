//! That somebody was shown an expert's name and contact.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId, OrganisationId, RevealId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_reveals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RevealId,
    pub expert_id: ExpertId,
    pub account_id: AccountId,
    pub role: String,
    pub organisation_id: Option<OrganisationId>,
    pub purpose: String,
    pub day: String,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
