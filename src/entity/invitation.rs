//! An invitation to a member's team.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId, InvitationId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    pub organisation_id: OrganisationId,
    pub expert_id: Option<ExpertId>,
    pub email_lookup: Option<Vec<u8>>,
    pub sealed_email: Option<Vec<u8>>,
    pub token_hash: Vec<u8>,
    pub sends: i32,
    pub invited_by: AccountId,
    pub created_at: Instant,
    pub sent_at: Instant,
    pub expires_at: Instant,
    pub ended_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
