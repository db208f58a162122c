//! Sessions of the browser, and how often somebody tried to sign in.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, binary_len, integer, string_len, uuid},
};

use crate::{create, index, refers, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = vec![
            unique("sessions", &["token_hash"]),
            index("sessions", &["account_id"]),
            index("sign_in_attempts", &["until_at"]),
        ];
        create(manager, vec![sessions(), attempts()], indexes).await
    }
}

/// Only the SHA-256 of a session's token is kept.
fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(binary_len("token_hash", 32))
        .col(big_integer("started_at"))
        .col(big_integer("seen_at"))
        .col(big_integer_null("ended_at"))
        .foreign_key(&mut refers("sessions", "account_id", "accounts", "id"))
        .to_owned()
}

/// Attempts in the current period, by keyed hash of whom or where they came from.
fn attempts() -> TableCreateStatement {
    Table::create()
        .table("sign_in_attempts")
        .col(string_len("scope", 20))
        .col(binary_len("subject", 32))
        .col(big_integer("until_at"))
        .col(integer("used"))
        .primary_key(Index::create().col("scope").col("subject").col("until_at"))
        .to_owned()
}
