//! Jobs that were given up wait for an operator, with what kept them from being done.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, string_len_null},
};

use crate::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            big_integer_null("given_up_at").take(),
            string_len_null("failure", 120).take(),
        ] {
            let jobs = Table::alter().table("jobs").add_column(column).take();
            manager.alter_table(jobs).await?;
        }
        // What was given up before was put off for ever: tried once more, it waits for an operator or is done.
        let put_off = "UPDATE jobs SET run_at = 0 WHERE run_at > 9000000000000000000";
        manager.get_connection().execute_unprepared(put_off).await?;
        manager.create_index(index("jobs", &["given_up_at"])).await
    }
}
