//! What became of messages, channel by channel; no address.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, string_len, string_len_null, uuid},
};

use crate::{create, index, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = vec![
            unique("message_deliveries", &["reference", "channel"]),
            index("message_deliveries", &["subject"]),
            index("message_deliveries", &["tried_at"]),
        ];
        create(manager, vec![deliveries()], indexes).await
    }
}

/// `subject` is what a message is about; `reference` names the message to gateways, and has a row for each channel
/// that was tried; `way` is its place among them.
fn deliveries() -> TableCreateStatement {
    Table::create()
        .table("message_deliveries")
        .col(uuid("id").primary_key())
        .col(uuid("subject"))
        .col(string_len("purpose", 40))
        .col(uuid("reference"))
        .col(string_len("channel", 20))
        .col(integer("way"))
        .col(string_len("state", 20))
        .col(string_len_null("failure", 20))
        .col(integer("attempt"))
        .col(big_integer("tried_at"))
        .col(big_integer("changed_at"))
        .to_owned()
}
