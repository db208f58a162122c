//! Proof of the record: signed checkpoints, entries nobody alters, refusals counted by the minute; and
//! rotations of the keys.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, string_len, uuid, uuid_null},
    sea_orm::DbBackend,
};

use crate::{create, index};

/// Tables that only grow.
const APPEND_ONLY: [&str; 2] = ["audit_entries", "audit_checkpoints"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![checkpoints(), refusals(), rotations()];
        let indexes = vec![
            index("audit_refusals", &["minute_at"]),
            index("data_keys", &["ring_version"]),
        ];
        create(manager, tables, indexes).await?;
        for sql in guards(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }
}

/// The head of the audit chain as it was signed at a time. Hashes, keys and signatures are hexadecimal.
fn checkpoints() -> TableCreateStatement {
    Table::create()
        .table("audit_checkpoints")
        .col(big_integer("seq"))
        .col(integer("ring_version"))
        .col(big_integer("at"))
        .col(string_len("hash", 64))
        .col(string_len("public_key", 64))
        .col(string_len("signature", 128))
        .primary_key(Index::create().col("seq").col("ring_version"))
        .to_owned()
}

/// Wrong passwords and codes of the minute at hand, until they are entered in the record as one.
fn refusals() -> TableCreateStatement {
    Table::create()
        .table("audit_refusals")
        .col(string_len("action", 60))
        .col(string_len("subject", 60))
        .col(big_integer("minute_at"))
        .col(integer("count"))
        .primary_key(
            Index::create()
                .col("action")
                .col("subject")
                .col("minute_at"),
        )
        .to_owned()
}

/// Rotations by the version they make: announced by one, confirmed by another, begun, finished.
fn rotations() -> TableCreateStatement {
    Table::create()
        .table("key_rotations")
        .col(integer("version").primary_key())
        .col(uuid("announced_by"))
        .col(big_integer("announced_at"))
        .col(uuid_null("confirmed_by"))
        .col(big_integer_null("confirmed_at"))
        .col(big_integer_null("begun_at"))
        .col(boolean("is_vouched_for").default(false))
        .col(big_integer_null("finished_at"))
        .to_owned()
}

/// Whoever holds the database can remove the guards; whoever speaks through the service cannot pass them.
fn guards(backend: DbBackend) -> Vec<String> {
    if backend == DbBackend::Postgres {
        let refuse = "CREATE FUNCTION kataster_append_only() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$";
        let guard = |table: &&str| {
            format!(
                "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} \
                 FOR EACH STATEMENT EXECUTE FUNCTION kataster_append_only()"
            )
        };
        return std::iter::once(refuse.to_owned())
            .chain(APPEND_ONLY.iter().map(guard))
            .collect();
    }
    let mut statements = Vec::new();
    for table in APPEND_ONLY {
        for event in ["UPDATE", "DELETE"] {
            statements.push(format!(
                "CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table} \
                 BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            ));
        }
    }
    // INSERT OR REPLACE removes the row that is there without asking the trigger above.
    for (table, same) in [
        ("audit_entries", "seq = NEW.seq"),
        (
            "audit_checkpoints",
            "seq = NEW.seq AND ring_version = NEW.ring_version",
        ),
    ] {
        statements.push(format!(
            "CREATE TRIGGER {table}_no_REPLACE BEFORE INSERT ON {table} \
             WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) \
             BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        ));
    }
    statements
}
