//! What somebody typed into a form of an entry and has not saved, sealed with the entry's data key.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_drafts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub expert_id: ExpertId,
    pub account_id: AccountId,
    pub form: String,
    pub sealed: Vec<u8>,
    pub saved_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
