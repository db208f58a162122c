//! Incidents: who asks for help, where, and what is known of it.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, binary_len, blob, boolean, integer, integer_null,
        string_len, string_len_null, text, uuid, uuid_null,
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
        let indexes = vec![
            unique("incidents", &["link_hash"]),
            unique("incidents", &["redemption_id"]),
            index("incidents", &["organisation_id"]),
            index("incidents", &["state", "asked_at"]),
        ];
        create(manager, vec![incidents()], indexes).await
    }
}

/// `place` is null where somebody named a place that is in no list; what was typed is sealed with the contact.
/// `systems`, `services` and `doubts` are JSON lists.
fn incidents() -> TableCreateStatement {
    Table::create()
        .table("incidents")
        .col(uuid("id").primary_key())
        .col(string_len_null("place", 9))
        .col(uuid_null("organisation_id"))
        .col(string_len("symptom", 40))
        .col(string_len("phase", 20))
        .col(integer_null("severity"))
        .col(text("systems"))
        .col(text("services"))
        .col(text("doubts"))
        .col(string_len("state", 20))
        .col(boolean("is_drill"))
        .col(string_len("code", 20))
        .col(uuid_null("redemption_id"))
        .col(blob("sealed"))
        .col(binary_len("link_hash", 32))
        .col(big_integer("asked_at"))
        .col(big_integer_null("taken_at"))
        .col(string_len_null("taken_by", 60))
        .col(big_integer_null("verified_at"))
        .col(string_len_null("verified_by", 60))
        .col(string_len_null("verified_how", 20))
        .col(big_integer_null("closed_at"))
        .col(string_len_null("closed_by", 60))
        .col(string_len_null("closed_as", 20))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "incidents",
            "organisation_id",
            "organisations",
            "id",
        ))
        .foreign_key(&mut refers(
            "incidents",
            "redemption_id",
            "code_redemptions",
            "id",
        ))
        .to_owned()
}
