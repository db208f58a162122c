//! The messages of a deployment: they only grow, and go with their deployment alone.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, integer, string_len, string_len_null, text, uuid, uuid_null},
    sea_orm::DbBackend,
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
            unique("deployment_messages", &["deployment_id", "position"]),
            index("deployment_message_texts", &["incident_id"]),
        ];
        create(manager, vec![messages(), texts(), calls()], indexes).await?;
        for sql in guards(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }
}

/// Verbs, sides and times; who said it, only the record knows.
fn messages() -> TableCreateStatement {
    Table::create()
        .table("deployment_messages")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(integer("position"))
        .col(big_integer("sent_at"))
        .col(string_len("verb", 60))
        .col(uuid("originating_id"))
        .col(uuid_null("preceding_id"))
        .col(string_len("side", 20))
        .col(string_len_null("recall", 10))
        .col(uuid_null("recalled_id"))
        .col(string_len_null("response", 20))
        .col(text("schedule"))
        .foreign_key(
            refers("deployment_messages", "deployment_id", "deployments", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// What messages say in words, sealed with the key of the incident; forgotten before the messages are.
fn texts() -> TableCreateStatement {
    Table::create()
        .table("deployment_message_texts")
        .col(uuid("message_id").primary_key())
        .col(uuid("incident_id"))
        .col(blob("sealed"))
        .foreign_key(
            refers(
                "deployment_message_texts",
                "message_id",
                "deployment_messages",
                "id",
            )
            .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// When a side was told last that somebody wrote, or is told next.
fn calls() -> TableCreateStatement {
    Table::create()
        .table("deployment_message_calls")
        .col(uuid("deployment_id"))
        .col(string_len("side", 20))
        .col(big_integer("told_at"))
        .primary_key(Index::create().col("deployment_id").col("side"))
        .foreign_key(
            refers(
                "deployment_message_calls",
                "deployment_id",
                "deployments",
                "id",
            )
            .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// Whoever holds the database can remove the guards; whoever speaks through the service cannot pass them.
fn guards(backend: DbBackend) -> Vec<String> {
    if backend == DbBackend::Postgres {
        postgres_guards()
    } else {
        sqlite_guards()
    }
}

/// The row of a deployment is gone by the time what belongs to it is deleted.
fn postgres_guards() -> Vec<String> {
    let guards = [
        "CREATE FUNCTION kataster_goes_with_deployment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         IF NOT EXISTS (SELECT 1 FROM deployments WHERE id = OLD.deployment_id) THEN RETURN OLD; END IF; \
         RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
        "CREATE TRIGGER deployment_messages_append_only BEFORE UPDATE OR TRUNCATE ON deployment_messages \
         FOR EACH STATEMENT EXECUTE FUNCTION kataster_append_only()",
        "CREATE TRIGGER deployment_messages_no_delete BEFORE DELETE ON deployment_messages \
         FOR EACH ROW EXECUTE FUNCTION kataster_goes_with_deployment()",
        "CREATE TRIGGER deployment_message_texts_append_only BEFORE UPDATE OR TRUNCATE \
         ON deployment_message_texts FOR EACH STATEMENT EXECUTE FUNCTION kataster_append_only()",
    ];
    guards.map(str::to_owned).into()
}

fn sqlite_guards() -> Vec<String> {
    let refuse = |table: &str| format!("BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END");
    let mut statements = Vec::new();
    // INSERT OR REPLACE removes the row that is there without asking the other guards.
    for (table, same) in [
        (
            "deployment_messages",
            "id = NEW.id OR (deployment_id = NEW.deployment_id AND position = NEW.position)",
        ),
        ("deployment_message_texts", "message_id = NEW.message_id"),
    ] {
        let refuse = refuse(table);
        statements.push(format!(
            "CREATE TRIGGER {table}_no_UPDATE BEFORE UPDATE ON {table} {refuse}"
        ));
        statements.push(format!(
            "CREATE TRIGGER {table}_no_REPLACE BEFORE INSERT ON {table} \
             WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) {refuse}"
        ));
    }
    statements.push(format!(
        "CREATE TRIGGER deployment_messages_no_DELETE BEFORE DELETE ON deployment_messages \
         WHEN EXISTS (SELECT 1 FROM deployments WHERE id = OLD.deployment_id) {}",
        refuse("deployment_messages")
    ));
    statements
}
