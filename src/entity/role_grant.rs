//! A role given to an account, with the organisation it is for.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "role_grants")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: AccountId,
    pub role: String,
    pub organisation_id: Option<OrganisationId>,
    pub granted_at: Instant,
    pub revoked_at: Option<Instant>,
    pub delegated_by: Option<AccountId>,
    pub ended_by_admin: bool,
}

impl ActiveModelBehavior for ActiveModel {}
