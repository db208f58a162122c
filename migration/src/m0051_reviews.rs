//! What is said after a deployment: how it went, what was proven, whether the town may be named; and what others learn of it.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, blob, integer, string_len, string_len_null, uuid, uuid_null,
    },
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
        let tables = vec![reviews(), proven(), namings(), lessons()];
        let indexes = vec![
            unique("deployment_reviews", &["deployment_id", "part"]),
            index("deployment_reviews", &["expert_id"]),
            index("deployment_reviews", &["ended_at"]),
            index("deployment_proven", &["expert_id", "term"]),
            index("lessons", &["state"]),
            index("lessons", &["incident_id"]),
        ];
        create(manager, tables, indexes).await
    }
}

/// `part` is the side that wrote; `sealed` opens with the key of the incident.
fn reviews() -> TableCreateStatement {
    Table::create()
        .table("deployment_reviews")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(uuid("incident_id"))
        .col(uuid("expert_id"))
        .col(string_len("part", 20))
        .col(blob("sealed"))
        .col(string_len("written_by", 60))
        .col(big_integer("written_at"))
        .col(big_integer("ended_at"))
        .col(integer("version"))
        .foreign_key(&mut of_deployment("deployment_reviews"))
        .to_owned()
}

/// `known_as` is how the skill was known until then.
fn proven() -> TableCreateStatement {
    Table::create()
        .table("deployment_proven")
        .col(uuid("deployment_id"))
        .col(string_len("term", 80))
        .col(uuid("expert_id"))
        .col(string_len("known_as", 20))
        .col(big_integer("marked_at"))
        .col(string_len("marked_by", 60))
        .col(big_integer_null("taken_back_at"))
        .primary_key(Index::create().col("deployment_id").col("term"))
        .foreign_key(&mut of_deployment("deployment_proven"))
        .to_owned()
}

/// A row says that the town may be named.
fn namings() -> TableCreateStatement {
    Table::create()
        .table("deployment_namings")
        .col(uuid("deployment_id").primary_key())
        .col(big_integer("agreed_at"))
        .col(string_len("agreed_by", 60))
        .foreign_key(&mut of_deployment("deployment_namings"))
        .to_owned()
}

/// `sealed` holds title and text under a key of the lesson's own; it outlives its incident.
fn lessons() -> TableCreateStatement {
    Table::create()
        .table("lessons")
        .col(uuid("id").primary_key())
        .col(uuid_null("incident_id"))
        .col(string_len_null("land_group", 20))
        .col(string_len("tlp", 20))
        .col(string_len("phase", 20))
        .col(string_len("symptom", 80))
        .col(blob("sealed"))
        .col(string_len("state", 20))
        .col(string_len("written_by", 60))
        .col(big_integer("written_at"))
        .col(string_len_null("shared_by", 60))
        .col(big_integer_null("shared_at"))
        .col(integer("version"))
        .to_owned()
}

fn of_deployment(table: &'static str) -> ForeignKeyCreateStatement {
    refers(table, "deployment_id", "deployments", "id")
}
