//! The roster of coordinators: who is on duty when, whom a call went to last, and how far the call of an incident went.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, string_len, uuid},
};

use crate::{create, index, refers, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = vec![
            unique("roster_shifts", &["seat", "from_at"]),
            unique("roster_shifts", &["account_id", "from_at"]),
            index("roster_shifts", &["until_at"]),
        ];
        create(manager, vec![roster(), shifts(), desk_calls()], indexes).await?;
        let first = Query::insert()
            .into_table("roster")
            .columns(["id", "version"])
            .values_panic([1.into(), 1.into()])
            .to_owned();
        manager.execute(first).await?;
        let called = Table::alter()
            .table("incidents")
            .add_column(integer("called").default(0))
            .to_owned();
        manager.alter_table(called).await
    }
}

/// One row: whoever changes the plan holds it, and its version grows.
fn roster() -> TableCreateStatement {
    Table::create()
        .table("roster")
        .col(integer("id").primary_key())
        .col(integer("version"))
        .to_owned()
}

fn shifts() -> TableCreateStatement {
    Table::create()
        .table("roster_shifts")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string_len("seat", 10))
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(uuid("planned_by"))
        .col(big_integer("planned_at"))
        .foreign_key(&mut refers("roster_shifts", "account_id", "accounts", "id"))
        .to_owned()
}

/// When somebody of the desk is told next, or was told last.
fn desk_calls() -> TableCreateStatement {
    Table::create()
        .table("desk_calls")
        .col(uuid("account_id").primary_key())
        .col(big_integer("told_at"))
        .foreign_key(&mut refers("desk_calls", "account_id", "accounts", "id"))
        .to_owned()
}
