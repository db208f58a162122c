//! A decoy: what it shows is sealed.

use sea_orm::entity::prelude::*;

use crate::ids::{AccountId, DecoyId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "decoys")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DecoyId,
    pub shown_lookup: Vec<u8>,
    pub sealed: Vec<u8>,
    pub made_by: AccountId,
}

impl ActiveModelBehavior for ActiveModel {}
