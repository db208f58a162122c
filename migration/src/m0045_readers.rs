//! Whether the provider reads an incident, tries of its code, and what an organisation says of insurance and privacy.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, string_len, string_len_null},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            (
                "incidents",
                string_len("home_provider", 5).default("yes").to_owned(),
            ),
            ("incidents", integer("code_tries").default(0).to_owned()),
            ("organisations", string_len_null("accident_insurer", 160)),
            ("organisations", string_len_null("liability_insurer", 160)),
            ("organisations", string_len_null("privacy_phone", 40)),
        ];
        for (table, column) in columns {
            let added = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        Ok(())
    }
}
