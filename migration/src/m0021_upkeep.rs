//! What keeps entries true: on-call duty that the employer plans.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, uuid},
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
        let tables = vec![on_call()];
        let indexes = vec![index("expert_on_call", &["expert_id"])];
        create(manager, tables, indexes).await
    }
}

fn on_call() -> TableCreateStatement {
    Table::create()
        .table("expert_on_call")
        .col(uuid("expert_id"))
        .col(uuid("id").primary_key())
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(uuid("planned_by"))
        .col(big_integer("planned_at"))
        .foreign_key(&mut refers("expert_on_call", "expert_id", "experts", "id"))
        .to_owned()
}
