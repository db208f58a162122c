//! Regions, postcodes, contacts and the vocabulary.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, date, double, integer, string_len, string_len_null,
        text, text_null, uuid,
    },
};

use crate::{create, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            editions(),
            regions(),
            postcodes(),
            contacts(),
            terms(),
            synonyms(),
            symptoms(),
            playbook_needs(),
        ];
        let indexes = vec![
            index("postcodes", &["ags"]),
            index("taxonomy_synonyms", &["term"]),
        ];
        create(manager, tables, indexes).await
    }
}

/// Which edition of each part of the reference data is loaded.
fn editions() -> TableCreateStatement {
    Table::create()
        .table("reference_editions")
        .col(string_len("part", 40).primary_key())
        .col(string_len("edition", 64))
        .col(big_integer("loaded_at"))
        .to_owned()
}

fn regions() -> TableCreateStatement {
    Table::create()
        .table("regions")
        .col(string_len("ags", 8).primary_key())
        .col(string_len_null("ars", 12))
        .col(string_len("level", 12))
        .col(string_len("name", 120))
        .col(string_len("designation", 40))
        .col(string_len_null("parent", 8))
        .col(double("lat"))
        .col(double("lon"))
        .col(big_integer_null("population"))
        .col(big_integer("pop_est"))
        .col(string_len_null("successor", 8))
        .to_owned()
}

fn postcodes() -> TableCreateStatement {
    Table::create()
        .table("postcodes")
        .col(string_len("postcode", 5))
        .col(string_len("ags", 8))
        .col(boolean("is_primary"))
        .primary_key(Index::create().col("postcode").col("ags"))
        .to_owned()
}

/// Whom to call in a Land; editable, each with the day it was last checked.
fn contacts() -> TableCreateStatement {
    Table::create()
        .table("land_contacts")
        .col(uuid("id").primary_key())
        .col(integer("position"))
        .col(string_len("land_ags", 2))
        .col(string_len("kind", 40))
        .col(string_len("name", 200))
        .col(string_len_null("phone", 40))
        .col(string_len_null("email", 200))
        .col(string_len_null("url", 300))
        .col(string_len_null("hours", 200))
        .col(text_null("note_de"))
        .col(string_len("source", 300))
        .col(date("last_checked"))
        .to_owned()
}

/// `attributes` holds what only one axis knows, as a JSON object.
fn terms() -> TableCreateStatement {
    Table::create()
        .table("taxonomy_terms")
        .col(string_len("id", 80).primary_key())
        .col(integer("position"))
        .col(string_len("axis", 20))
        .col(string_len_null("parent", 80))
        .col(string_len("label_de", 160))
        .col(string_len("label_en", 160))
        .col(text("attributes"))
        .to_owned()
}

fn synonyms() -> TableCreateStatement {
    Table::create()
        .table("taxonomy_synonyms")
        .col(string_len("term", 80))
        .col(string_len("language", 2))
        .col(string_len("phrase", 160))
        .primary_key(Index::create().col("term").col("language").col("phrase"))
        .to_owned()
}

fn symptoms() -> TableCreateStatement {
    Table::create()
        .table("symptoms")
        .col(string_len("id", 40).primary_key())
        .col(integer("position"))
        .col(string_len("label_de", 160))
        .col(string_len("label_en", 160))
        .col(string_len("hint_de", 300))
        .col(string_len("hint_en", 300))
        .col(string_len("incident_class", 80))
        .to_owned()
}

/// What a symptom in a phase calls for, first need first; `need` is a JSON object.
fn playbook_needs() -> TableCreateStatement {
    Table::create()
        .table("playbook_needs")
        .col(string_len("symptom", 40))
        .col(string_len("phase", 20))
        .col(integer("position"))
        .col(text("need"))
        .primary_key(Index::create().col("symptom").col("phase").col("position"))
        .to_owned()
}
