//! What is settled before the first touch, the sheet for who arrives, and what is handed over at the end.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, integer, string_len, uuid},
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
            index("readiness_ticks", &["incident_id"]),
            index("hand_overs", &["incident_id"]),
            // Of two saved at once one is first.
            unique("hand_overs", &["deployment_id", "number"]),
        ];
        create(manager, vec![ticks(), sheets(), hand_overs()], indexes).await
    }
}

/// Ticks of an incident, or of one deployment of it.
fn ticks() -> TableCreateStatement {
    Table::create()
        .table("readiness_ticks")
        .col(uuid("subject_id"))
        .col(string_len("tick", 30))
        .col(uuid("incident_id"))
        .col(string_len("side", 20))
        .col(string_len("ticked_by", 60))
        .col(big_integer("at"))
        .primary_key(Index::create().col("subject_id").col("tick"))
        .foreign_key(&mut refers(
            "readiness_ticks",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// One sheet an incident, sealed with its key.
fn sheets() -> TableCreateStatement {
    Table::create()
        .table("arrival_sheets")
        .col(uuid("incident_id").primary_key())
        .col(blob("sealed"))
        .col(string_len("side", 20))
        .col(string_len("changed_by", 60))
        .col(big_integer("changed_at"))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "arrival_sheets",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// What is handed over, each time anew; sealed with the key of the incident.
fn hand_overs() -> TableCreateStatement {
    Table::create()
        .table("hand_overs")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(uuid("incident_id"))
        .col(integer("number"))
        .col(blob("sealed"))
        .col(string_len("side", 20))
        .col(string_len("written_by", 60))
        .col(big_integer("at"))
        .foreign_key(&mut refers("hand_overs", "incident_id", "incidents", "id"))
        .to_owned()
}
