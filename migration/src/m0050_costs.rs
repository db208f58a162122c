//! What deployments cost, version by version, and when was worked.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, integer, integer_null, string_len, string_len_null, text, uuid},
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
            unique("cost_sheets", &["deployment_id", "stage", "version"]),
            index("deployment_times", &["deployment_id"]),
            index("deployment_times", &["expert_id"]),
        ];
        create(manager, vec![sheets(), times(), confirmed()], indexes).await
    }
}

/// Versions are only added; notes of the lines and what was asked back are sealed with the key of the incident.
fn sheets() -> TableCreateStatement {
    Table::create()
        .table("cost_sheets")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(uuid("incident_id"))
        .col(string_len("stage", 10))
        .col(string_len("state", 20))
        .col(string_len("kind", 20))
        .col(integer_null("vat_rate"))
        .col(string_len_null("vat_reason", 30))
        .col(text("lines"))
        .col(blob("sealed"))
        .col(string_len("made_by", 60))
        .col(string_len("written_by", 60))
        .col(big_integer("made_at"))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "cost_sheets",
            "deployment_id",
            "deployments",
            "id",
        ))
        .to_owned()
}

/// When somebody worked; what was done is sealed with the key of the incident.
fn times() -> TableCreateStatement {
    Table::create()
        .table("deployment_times")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(uuid("expert_id"))
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(integer("break_minutes"))
        .col(string_len("mode", 10))
        .col(blob("sealed"))
        .col(string_len("written_by", 60))
        .col(big_integer("written_at"))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "deployment_times",
            "deployment_id",
            "deployments",
            "id",
        ))
        .to_owned()
}

/// The employer's word that the times of a deployment are right.
fn confirmed() -> TableCreateStatement {
    Table::create()
        .table("deployment_time_sheets")
        .col(uuid("deployment_id").primary_key())
        .col(string_len("confirmed_by", 60))
        .col(big_integer("confirmed_at"))
        .foreign_key(&mut refers(
            "deployment_time_sheets",
            "deployment_id",
            "deployments",
            "id",
        ))
        .to_owned()
}
