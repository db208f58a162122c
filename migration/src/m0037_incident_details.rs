//! How an incident is handled, what is handed over, what the law asks for by when, and what happened to it.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, blob, boolean, string_len, uuid, uuid_null},
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
        let columns = [
            string_len("tlp", 20).default("amber").to_owned(),
            boolean("land_liaison").default(true).to_owned(),
            boolean("investigation_hold").default(false).to_owned(),
            string_len("personal_data", 10)
                .default("unknown")
                .to_owned(),
            big_integer_null("breach_known_at"),
        ];
        for column in columns {
            let added = Table::alter()
                .table("incidents")
                .add_column(column)
                .to_owned();
            manager.alter_table(added).await?;
        }
        let indexes = vec![
            index("incidents", &["place"]),
            index("incident_notes", &["incident_id"]),
            unique(
                "incident_events",
                &["incident_id", "kind", "organisation_id"],
            ),
        ];
        create(manager, vec![notes(), clocks(), events()], indexes).await
    }
}

/// What those who care for an incident tell each other; sealed with the key of the incident.
fn notes() -> TableCreateStatement {
    Table::create()
        .table("incident_notes")
        .col(uuid("id").primary_key())
        .col(uuid("incident_id"))
        .col(blob("sealed"))
        .col(string_len("side", 20))
        .col(string_len("written_by", 60))
        .col(big_integer("at"))
        .foreign_key(&mut refers(
            "incident_notes",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// Reports the law asks for that were made.
fn clocks() -> TableCreateStatement {
    Table::create()
        .table("incident_clocks")
        .col(uuid("incident_id"))
        .col(string_len("clock", 20))
        .col(big_integer("done_at"))
        .col(string_len("done_by", 60))
        .col(string_len("side", 20))
        .primary_key(Index::create().col("incident_id").col("clock"))
        .foreign_key(&mut refers(
            "incident_clocks",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// Changes, and which providers were told.
fn events() -> TableCreateStatement {
    Table::create()
        .table("incident_events")
        .col(uuid("id").primary_key())
        .col(uuid("incident_id"))
        .col(string_len("kind", 20))
        .col(uuid_null("organisation_id"))
        .col(big_integer("at"))
        .foreign_key(&mut refers(
            "incident_events",
            "incident_id",
            "incidents",
            "id",
        ))
        .foreign_key(&mut refers(
            "incident_events",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}
