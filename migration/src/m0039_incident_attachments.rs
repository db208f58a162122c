//! Photos and documents handed over with an incident.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, integer, string_len, uuid},
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
        let indexes = vec![
            index("incident_attachments", &["incident_id"]),
            index("incident_attachment_contents", &["incident_id"]),
        ];
        create(manager, vec![attachments(), contents()], indexes).await
    }
}

/// What there is; of its name nothing is kept.
fn attachments() -> TableCreateStatement {
    Table::create()
        .table("incident_attachments")
        .col(uuid("id").primary_key())
        .col(uuid("incident_id"))
        .col(string_len("format", 4))
        .col(integer("size"))
        .col(string_len("side", 20))
        .col(string_len("added_by", 60))
        .col(big_integer("at"))
        .foreign_key(&mut refers(
            "incident_attachments",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// The file itself, sealed with the key of the incident.
fn contents() -> TableCreateStatement {
    Table::create()
        .table("incident_attachment_contents")
        .col(uuid("attachment_id").primary_key())
        .col(uuid("incident_id"))
        .col(blob("sealed"))
        .foreign_key(&mut refers(
            "incident_attachment_contents",
            "attachment_id",
            "incident_attachments",
            "id",
        ))
        .to_owned()
}
