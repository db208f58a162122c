//! A word somebody missed in the vocabulary.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "term_proposals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub expert_id: ExpertId,
    pub account_id: AccountId,
    pub axis: String,
    pub word: String,
    pub reason: String,
    pub created_at: Instant,
    pub state: String,
    pub decided_at: Option<Instant>,
    pub term: Option<String>,
    pub answer: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
