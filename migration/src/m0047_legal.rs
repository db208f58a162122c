//! The legal matrix as it is edited, on which basis a deployment stands, why it could not wait, and conditions confirmed
//! at once.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, blob, integer, string_len, string_len_null, text, uuid,
    },
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
        let columns = [
            string_len_null("legal_basis", 30),
            string_len_null("personnel_form", 30),
            big_integer_null("basis_at"),
            string_len_null("basis_by", 60),
        ];
        for column in columns {
            let added = Table::alter()
                .table("deployments")
                .add_column(column)
                .to_owned();
            manager.alter_table(added).await?;
        }
        let tables = vec![rules(), urgency_notes(), immediate_conditions()];
        let indexes = vec![unique("immediate_conditions", &["incident_id"])];
        create(manager, tables, indexes).await
    }
}

/// Versions of the matrix that were edited here; without one, what is shipped counts.
fn rules() -> TableCreateStatement {
    Table::create()
        .table("legal_rules")
        .col(integer("version").primary_key())
        .col(string_len("since", 10))
        .col(text("rules"))
        .col(string_len("checked_by", 120))
        .col(string_len("checked_on", 10))
        .to_owned()
}

/// Why a paid deployment could not wait; sealed with the key of the incident.
fn urgency_notes() -> TableCreateStatement {
    Table::create()
        .table("urgency_notes")
        .col(uuid("deployment_id").primary_key())
        .col(uuid("incident_id"))
        .col(blob("sealed"))
        .col(big_integer("at"))
        .foreign_key(&mut refers(
            "urgency_notes",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// Who confirmed the conditions for a town that had not accepted them; sealed with the key of the incident.
fn immediate_conditions() -> TableCreateStatement {
    Table::create()
        .table("immediate_conditions")
        .col(uuid("id").primary_key())
        .col(uuid("incident_id"))
        .col(integer("version"))
        .col(blob("sealed"))
        .col(string_len("said_by", 20))
        .col(string_len("recorded_by", 60))
        .col(big_integer("at"))
        .foreign_key(&mut refers(
            "immediate_conditions",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}
