//! What becomes of a deployment once all said yes: its start, its end, who takes over, and longer ends that are asked for.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, string_len, string_len_null, uuid, uuid_null},
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
        let columns = [
            big_integer_null("started_at"),
            string_len_null("started_by", 60),
            string_len_null("ended_as", 20),
            uuid_null("successor_id"),
        ];
        for column in columns {
            let added = Table::alter()
                .table("deployments")
                .add_column(column)
                .to_owned();
            manager.alter_table(added).await?;
        }
        // Codes have been counted on incidents for a while.
        let dropped = Table::alter()
            .table("deployments")
            .drop_column("code_tries")
            .to_owned();
        manager.alter_table(dropped).await?;
        let tables = vec![extensions()];
        let indexes = vec![index("deployment_extensions", &["deployment_id"])];
        create(manager, tables, indexes).await?;
        // One longer end is asked for at a time.
        let only_one = "CREATE UNIQUE INDEX deployment_extensions_open ON deployment_extensions \
                        (deployment_id) WHERE closed_at IS NULL";
        let connection = manager.get_connection();
        connection.execute_unprepared(only_one).await?;
        Ok(())
    }
}

/// `expert_at` and `employer_at` say when each said yes; `outcome` what became of it.
fn extensions() -> TableCreateStatement {
    Table::create()
        .table("deployment_extensions")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(big_integer("until_at"))
        .col(big_integer("asked_at"))
        .col(string_len("asked_by", 60))
        .col(big_integer("due_at"))
        .col(big_integer_null("expert_at"))
        .col(big_integer_null("employer_at"))
        .col(string_len_null("employer_by", 60))
        .col(big_integer_null("closed_at"))
        .col(string_len_null("outcome", 20))
        .foreign_key(&mut refers(
            "deployment_extensions",
            "deployment_id",
            "deployments",
            "id",
        ))
        .to_owned()
}
