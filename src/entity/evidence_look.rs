//! That a vetter looked at a file of evidence.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, EvidenceFileId, ExpertId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_looks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_id: EvidenceFileId,
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
