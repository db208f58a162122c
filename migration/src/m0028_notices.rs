//! How people want to be told of what, and what waits for the one mail of a day.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, string_len, uuid},
};

use crate::{create, refers};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, vec![choices(), gathered()], Vec::new()).await?;
        // Who asked for a mail when the name was shown is told as before.
        let asked = "INSERT INTO notice_choices (account_id, kind, delivery) \
                     SELECT id, 'mail.name_shown', 'at_once' FROM accounts WHERE reveal_mails";
        manager.get_connection().execute_unprepared(asked).await?;
        let accounts = Table::alter()
            .table("accounts")
            .drop_column("reveal_mails")
            .take();
        manager.alter_table(accounts).await
    }
}

fn choices() -> TableCreateStatement {
    Table::create()
        .table("notice_choices")
        .col(uuid("account_id"))
        .col(string_len("kind", 40))
        .col(string_len("delivery", 10))
        .primary_key(Index::create().col("account_id").col("kind"))
        .foreign_key(&mut refers(
            "notice_choices",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}

fn gathered() -> TableCreateStatement {
    Table::create()
        .table("gathered_notices")
        .col(uuid("account_id"))
        .col(string_len("kind", 40))
        .col(integer("times"))
        .col(big_integer("last_at"))
        .primary_key(Index::create().col("account_id").col("kind"))
        .foreign_key(&mut refers(
            "gathered_notices",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}
