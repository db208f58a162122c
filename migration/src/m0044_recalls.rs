//! When an incident was taken over first, and when the desk was called to it last.

use sea_orm_migration::{prelude::*, schema::big_integer_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["first_taken_at", "called_at"] {
            let added = Table::alter()
                .table("incidents")
                .add_column(big_integer_null(column))
                .to_owned();
            manager.alter_table(added).await?;
        }
        // Who took it before that is not known any more: whoever has it counts as the first.
        let known = Query::update()
            .table("incidents")
            .value("first_taken_at", Expr::col("taken_at"))
            .to_owned();
        manager.execute(known).await
    }
}
