//! Restriction and erasure of persons.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, string_len, uuid},
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
        create(manager, vec![erasures()], Vec::new()).await?;
        // SQLite adds one column a statement.
        for column in ["restricted_at", "erased_at"] {
            let added = Table::alter()
                .table("experts")
                .add_column(big_integer_null(column))
                .to_owned();
            manager.alter_table(added).await?;
        }
        Ok(())
    }
}

/// Who was erased, by id, so that an older copy of the database erases them again.
fn erasures() -> TableCreateStatement {
    Table::create()
        .table("erasures")
        .col(uuid("person").primary_key())
        .col(string_len("kind", 10))
        .col(big_integer("erased_at"))
        .to_owned()
}
