//! An entry of the register.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "experts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExpertId,
    pub kind: String,
    pub alias: String,
    pub organisation_id: OrganisationId,
    pub account_id: Option<AccountId>,
    pub headcount: i32,
    pub created_at: Instant,
    pub confirmed_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub version: i32,
    pub restricted_at: Option<Instant>,
    pub erased_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
