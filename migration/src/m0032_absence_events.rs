//! Events of a calendar that absences were taken from, known again by a keyed digest.

use sea_orm_migration::{
    prelude::*,
    schema::{date, uuid},
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
        let table = "expert_absence_events";
        let events = Table::create()
            .table(table)
            .col(uuid("expert_id"))
            .col(uuid("digest"))
            .col(date("first_day"))
            .col(date("last_day"))
            .primary_key(Index::create().col("expert_id").col("digest"))
            .foreign_key(&mut refers(table, "expert_id", "experts", "id"))
            .to_owned();
        create(manager, vec![events], Vec::new()).await
    }
}
