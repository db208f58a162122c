//! Admission, renewal or revocation of an expert.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{ExpertId, VettingCaseId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "vetting_cases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VettingCaseId,
    pub expert_id: ExpertId,
    pub kind: String,
    pub grade: String,
    pub state: String,
    pub outcome: Option<String>,
    pub opened_at: Instant,
    pub decided_at: Option<Instant>,
    pub is_sampled: bool,
    pub due_at: Instant,
    pub appeal_of: Option<VettingCaseId>,
    pub grounds: Option<String>,
    pub is_urgent: bool,
}

impl ActiveModelBehavior for ActiveModel {}
