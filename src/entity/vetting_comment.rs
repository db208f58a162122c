//! What vetters tell each other about a case.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, VettingCaseId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "vetting_comments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_id: VettingCaseId,
    pub vetter_id: AccountId,
    pub at: Instant,
    pub text: String,
}

impl ActiveModelBehavior for ActiveModel {}
