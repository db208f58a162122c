//! Calls: when a key was pressed in one, and on which telephone holders of accounts are rung.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, blob, uuid},
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
        let keyed = Table::alter()
            .table("message_deliveries")
            .add_column(big_integer_null("keyed_at"))
            .take();
        manager.alter_table(keyed).await?;
        create(manager, vec![phones()], Vec::new()).await
    }
}

/// Sealed with the data key of the account.
fn phones() -> TableCreateStatement {
    Table::create()
        .table("account_phones")
        .col(uuid("account_id").primary_key())
        .col(blob("sealed_number"))
        .col(big_integer("stated_at"))
        .foreign_key(&mut refers(
            "account_phones",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}
