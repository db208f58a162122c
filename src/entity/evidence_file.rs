//! Files that prove what an entry claims, without their content.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{EvidenceFileId, ExpertId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_files")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvidenceFileId,
    pub expert_id: ExpertId,
    pub term: String,
    pub format: String,
    pub size: i32,
    pub uploaded_at: Instant,
    pub decided_at: Option<Instant>,
    pub deleted_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
