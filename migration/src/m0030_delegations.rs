//! Whether an admin ended what a manager delegated.

use sea_orm_migration::{prelude::*, schema::boolean};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let ended = Table::alter()
            .table("role_grants")
            .add_column(boolean("ended_by_admin").default(false))
            .to_owned();
        manager.alter_table(ended).await
    }
}
