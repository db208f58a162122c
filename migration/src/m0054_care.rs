//! Reminders of the reports the law asks for, and what a town ticked off in its guide.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, string_len, uuid},
};

use crate::{create, refers, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let once = unique(
            "clock_reminders",
            &["incident_id", "clock", "stage", "due_at"],
        );
        create(manager, vec![reminders(), ticks()], vec![once]).await
    }
}

/// One for each stage of a time limit. When that moves, others are planned, and those of before say nothing any more.
fn reminders() -> TableCreateStatement {
    Table::create()
        .table("clock_reminders")
        .col(uuid("id").primary_key())
        .col(uuid("incident_id"))
        .col(string_len("clock", 20))
        .col(string_len("stage", 20))
        .col(big_integer("due_at"))
        .col(big_integer("remind_at"))
        .col(big_integer_null("reminded_at"))
        .foreign_key(&mut refers(
            "clock_reminders",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// A line is named by a hash of its words: reworded it is another one.
fn ticks() -> TableCreateStatement {
    Table::create()
        .table("guide_ticks")
        .col(uuid("incident_id"))
        .col(string_len("phase", 20))
        .col(string_len("line", 32))
        .col(big_integer("ticked_at"))
        .col(string_len("ticked_by", 60))
        .col(string_len("side", 20))
        .primary_key(Index::create().col("incident_id").col("phase").col("line"))
        .foreign_key(&mut refers("guide_ticks", "incident_id", "incidents", "id"))
        .to_owned()
}
