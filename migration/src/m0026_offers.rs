//! Offers: help that is not a person.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, integer_null, string_len, string_len_null, text, uuid},
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
            index("offers", &["organisation_id"]),
            index("offers", &["state", "expires_at"]),
        ];
        create(manager, vec![offers()], indexes).await
    }
}

/// What a kind does not have is null; `skills` is a JSON list, of a team package only.
fn offers() -> TableCreateStatement {
    Table::create()
        .table("offers")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(string_len("kind", 20))
        .col(string_len("state", 20))
        .col(string_len("title_de", 160))
        .col(string_len("title_en", 160))
        .col(text("text_de"))
        .col(text("text_en"))
        .col(integer_null("quantity"))
        .col(integer_null("vcpu"))
        .col(integer_null("memory_gb"))
        .col(integer_null("storage_tb"))
        .col(string_len_null("procedure_term", 80))
        .col(string_len_null("product_term", 80))
        .col(text("skills"))
        .col(string_len("place", 8))
        .col(string_len("reach", 20))
        .col(integer_null("radius_km"))
        .col(integer("lead_hours"))
        .col(integer("max_days"))
        .col(string_len("cost", 20))
        .col(string_len("cost_note_de", 160))
        .col(string_len("cost_note_en", 160))
        .col(big_integer("expires_at"))
        .col(big_integer("created_at"))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "offers",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}
