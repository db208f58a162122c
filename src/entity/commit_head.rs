//! The last numbers given and the head of the audit chain; one row.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "commit_head")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub change_seq: i64,
    pub audit_seq: i64,
    pub audit_hash: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
