//! Admission by the vetters.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{ExpertId, VettingCaseId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_admissions")]
pub struct Model {
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub grade: String,
    pub from_at: Instant,
    pub until_at: Instant,
    pub revoked_at: Option<Instant>,
    pub case_id: Option<VettingCaseId>,
    pub revoked_by: Option<VettingCaseId>,
}

impl ActiveModelBehavior for ActiveModel {}
