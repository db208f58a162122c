//! Places from the official file: what shared administrations are called, keys that went out of use, and files that wait.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, boolean, string_len, string_len_null, uuid},
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
        create(manager, vec![administrations(), imports()], Vec::new()).await?;
        let approximate = Table::alter()
            .table("regions")
            .add_column(boolean("is_approximate").default(false).take())
            .take();
        manager.alter_table(approximate).await
    }
}

/// Shared administrations. A key out of use has a successor: another one, or the AGS of a Gemeinde.
fn administrations() -> TableCreateStatement {
    Table::create()
        .table("administrations")
        .col(string_len("key", 9).primary_key())
        .col(string_len("name", 120))
        .col(string_len("form", 30))
        .col(string_len_null("successor", 9))
        .to_owned()
}

/// Official files that wait for an admin to say what became of places that are gone. About no person.
fn imports() -> TableCreateStatement {
    Table::create()
        .table("region_imports")
        .col(uuid("id").primary_key())
        .col(blob("file"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .to_owned()
}
