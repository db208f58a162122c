//! What every use case writes besides its rows: changes, jobs, audit, keys, idempotency, settings.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, binary_len, blob, integer, string_len, text, uuid},
};

use crate::{create, index, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            heads(),
            changes(),
            jobs(),
            audit(),
            data_keys(),
            idempotency_keys(),
            daily_usage(),
            marks(),
        ];
        let indexes = vec![
            unique("jobs", &["key"]),
            index("jobs", &["run_at"]),
            index("audit_entries", &["subject"]),
            index("audit_entries", &["actor"]),
            index("idempotency_keys", &["created_at"]),
        ];
        create(manager, tables, indexes).await?;

        let head = Query::insert()
            .into_table("commit_head")
            .columns(["id", "change_seq", "audit_seq", "audit_hash"])
            .values_panic([1.into(), 0.into(), 0.into(), vec![0_u8; 32].into()])
            .to_owned();
        manager.execute(head).await
    }
}

/// One row: the last numbers given and the head of the audit chain.
fn heads() -> TableCreateStatement {
    Table::create()
        .table("commit_head")
        .col(integer("id").primary_key())
        .col(big_integer("change_seq"))
        .col(big_integer("audit_seq"))
        .col(binary_len("audit_hash", 32))
        .to_owned()
}

fn changes() -> TableCreateStatement {
    Table::create()
        .table("changes")
        .col(big_integer("seq").primary_key())
        .col(big_integer("at"))
        .col(string_len("kind", 40))
        .col(uuid("subject"))
        .to_owned()
}

fn jobs() -> TableCreateStatement {
    Table::create()
        .table("jobs")
        .col(uuid("id").primary_key())
        .col(string_len("kind", 40))
        .col(string_len("key", 200))
        .col(uuid("subject"))
        .col(big_integer("run_at"))
        .col(integer("attempts"))
        .col(big_integer_null("leased_until"))
        .to_owned()
}

fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit_entries")
        .col(big_integer("seq").primary_key())
        .col(big_integer("at"))
        .col(string_len("actor", 60))
        .col(string_len("action", 60))
        .col(string_len("subject", 60))
        .col(text("details"))
        .col(binary_len("previous_hash", 32))
        .col(binary_len("hash", 32))
        .to_owned()
}

/// Data keys of persons, wrapped by the keyring; deleting one erases what it sealed.
fn data_keys() -> TableCreateStatement {
    Table::create()
        .table("data_keys")
        .col(uuid("id").primary_key())
        .col(integer("ring_version"))
        .col(blob("wrapped"))
        .to_owned()
}

fn idempotency_keys() -> TableCreateStatement {
    Table::create()
        .table("idempotency_keys")
        .col(string_len("scope", 100))
        .col(string_len("key", 200))
        .col(binary_len("body_hash", 32))
        .col(string_len("resource", 60))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("scope").col("key"))
        .to_owned()
}

/// What an account used up of its allowance on a day.
fn daily_usage() -> TableCreateStatement {
    Table::create()
        .table("daily_usage")
        .col(uuid("account_id"))
        .col(string_len("day", 10))
        .col(string_len("what", 60))
        .col(integer("used"))
        .primary_key(Index::create().col("account_id").col("day").col("what"))
        .to_owned()
}

/// Named facts about this installation, for example which demo fills it.
fn marks() -> TableCreateStatement {
    Table::create()
        .table("marks")
        .col(string_len("name", 60).primary_key())
        .col(text("value"))
        .to_owned()
}
