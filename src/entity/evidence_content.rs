//! The content of a file of evidence.

use sea_orm::entity::prelude::*;

use crate::ids::{EvidenceFileId, ExpertId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_contents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_id: EvidenceFileId,
    pub expert_id: ExpertId,
    pub sealed: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
