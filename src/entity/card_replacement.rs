//! A new card asked for by one person, to be confirmed by another.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, EmergencyCardId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "card_replacements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub card_id: EmergencyCardId,
    pub asked_by: AccountId,
    pub asked_at: Instant,
    pub expires_at: Instant,
    pub confirmed_by: Option<AccountId>,
    pub confirmed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
