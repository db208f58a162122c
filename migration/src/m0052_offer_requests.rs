//! Offers that towns asked for.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, blob_null, integer, integer_null, string_len,
        string_len_null, uuid,
    },
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
            index("offer_requests", &["offer_id", "state"]),
            index("offer_requests", &["incident_id"]),
            index("offer_requests", &["provider_id"]),
            index("offer_requests", &["requester_id"]),
        ];
        create(manager, vec![offer_requests()], indexes).await
    }
}

/// `more_days` is what the town wants besides, while the house is asked; texts are sealed with the key of the incident.
fn offer_requests() -> TableCreateStatement {
    Table::create()
        .table("offer_requests")
        .col(uuid("id").primary_key())
        .col(uuid("offer_id"))
        .col(uuid("incident_id"))
        .col(uuid("provider_id"))
        .col(uuid("requester_id"))
        .col(string_len("state", 20))
        .col(integer("quantity"))
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(integer_null("more_days"))
        .col(blob_null("message"))
        .col(blob_null("answer"))
        .col(string_len("made_by", 60))
        .col(big_integer("made_at"))
        .col(big_integer("due_at"))
        .col(big_integer_null("answered_at"))
        .col(string_len_null("answered_by", 60))
        .col(big_integer_null("started_at"))
        .col(string_len_null("started_by", 60))
        .col(big_integer_null("ended_at"))
        .col(string_len_null("ended_by", 60))
        .col(integer("version"))
        .foreign_key(&mut refers("offer_requests", "offer_id", "offers", "id"))
        .foreign_key(&mut refers(
            "offer_requests",
            "incident_id",
            "incidents",
            "id",
        ))
        .foreign_key(&mut refers(
            "offer_requests",
            "provider_id",
            "organisations",
            "id",
        ))
        .foreign_key(&mut refers(
            "offer_requests",
            "requester_id",
            "organisations",
            "id",
        ))
        .to_owned()
}
