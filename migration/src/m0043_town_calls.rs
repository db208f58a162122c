//! When a town was told last that somebody waits for its acceptance.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, uuid},
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
        create(manager, vec![town_calls()], Vec::new()).await
    }
}

/// `told_at` is in the past or, where a message is planned, when that is. Not a column of the incident: whoever closes
/// one holds its row before its requests, and whoever releases somebody holds a request first.
fn town_calls() -> TableCreateStatement {
    Table::create()
        .table("town_calls")
        .col(uuid("incident_id").primary_key())
        .col(big_integer("told_at"))
        .foreign_key(&mut refers("town_calls", "incident_id", "incidents", "id"))
        .to_owned()
}
