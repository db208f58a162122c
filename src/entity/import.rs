//! A file of entries that is brought in.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AccountId, ImportId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub organisation_id: OrganisationId,
    pub account_id: Option<AccountId>,
    pub state: String,
    pub row_count: i32,
    pub new_count: i32,
    pub changed_count: i32,
    pub rejected_count: i32,
    pub done_count: i32,
    pub sealed_file: Option<Vec<u8>>,
    pub sealed_report: Option<Vec<u8>>,
    pub sealed_former: Option<Vec<u8>>,
    pub created_at: Instant,
    pub applied_at: Option<Instant>,
    pub expires_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
