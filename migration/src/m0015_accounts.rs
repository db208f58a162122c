//! Roles that one admin proposes and another confirms.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, string_len, uuid},
};

use crate::{create, index, refers};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = vec![index("role_proposals", &["expires_at"])];
        create(manager, vec![role_proposals()], indexes).await
    }
}

/// One a role and account; gone when it is confirmed, discarded or over.
fn role_proposals() -> TableCreateStatement {
    Table::create()
        .table("role_proposals")
        .col(uuid("account_id"))
        .col(string_len("role", 20))
        .col(uuid("proposed_by"))
        .col(big_integer("proposed_at"))
        .col(big_integer("expires_at"))
        .primary_key(Index::create().col("account_id").col("role"))
        .foreign_key(&mut refers(
            "role_proposals",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}
