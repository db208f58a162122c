//! Texts that admins keep, every version of them, with who checked it.

use sea_orm_migration::{
    prelude::*,
    schema::{boolean, integer, string_len, string_len_null, text},
};

use crate::create;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let texts = Table::create()
            .table("texts")
            .col(string_len("kind", 20))
            .col(integer("version"))
            .col(string_len("since", 10))
            .col(text("german"))
            .col(text("english"))
            .col(boolean("is_shipped"))
            .col(string_len_null("checked_by", 120))
            .col(string_len_null("checked_on", 10))
            .primary_key(Index::create().col("kind").col("version"))
            .to_owned();
        create(manager, vec![texts], Vec::new()).await
    }
}
