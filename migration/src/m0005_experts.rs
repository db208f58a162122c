//! Entries of the register: identity, profile and availability apart from each other.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, blob, boolean, date, date_null, integer, integer_null,
        string_len, text, uuid, uuid_null,
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
        let tables = vec![
            experts(),
            identities(),
            profiles(),
            skills(),
            certifications(),
            languages(),
            availability(),
            absences(),
            consents(),
            admissions(),
            releases(),
            commitments(),
            exclusions(),
        ];
        let indexes = vec![
            unique("experts", &["alias"]),
            index("experts", &["organisation_id"]),
            index("experts", &["account_id"]),
            index("expert_absences", &["expert_id"]),
            index("expert_consents", &["expert_id"]),
            index("expert_admissions", &["expert_id"]),
            index("expert_releases", &["expert_id"]),
            index("expert_commitments", &["expert_id"]),
            index("expert_exclusions", &["expert_id"]),
        ];
        create(manager, tables, indexes).await
    }
}

/// A table of rows that belong to an expert, with its foreign key.
fn part(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(uuid("expert_id"))
        .foreign_key(&mut refers(name, "expert_id", "experts", "id"))
        .to_owned()
}

fn experts() -> TableCreateStatement {
    Table::create()
        .table("experts")
        .col(uuid("id").primary_key())
        .col(string_len("kind", 10))
        .col(string_len("alias", 12))
        .col(uuid("organisation_id"))
        .col(uuid_null("account_id"))
        .col(integer("headcount"))
        .col(big_integer("created_at"))
        .col(big_integer_null("confirmed_at"))
        .col(big_integer_null("withdrawn_at"))
        .col(big_integer_null("closed_at"))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "experts",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}

/// Name and duty contact, sealed with the person's data key. A capacity has none.
fn identities() -> TableCreateStatement {
    part("expert_identities")
        .col(blob("sealed"))
        .primary_key(Index::create().col("expert_id"))
        .to_owned()
}

fn profiles() -> TableCreateStatement {
    part("expert_profiles")
        .col(string_len("headline_de", 160))
        .col(string_len("headline_en", 160))
        .col(text("text_de"))
        .col(text("text_en"))
        .col(string_len("base_ags", 8))
        .col(integer("radius_km"))
        .col(string_len("mode", 10))
        .col(integer("max_days"))
        .col(integer("clearance"))
        .col(date_null("clearance_until"))
        .col(boolean("night_alerts"))
        .primary_key(Index::create().col("expert_id"))
        .to_owned()
}

fn skills() -> TableCreateStatement {
    part("expert_skills")
        .col(string_len("term", 80))
        .col(integer("level"))
        .col(string_len("evidence", 12))
        .primary_key(Index::create().col("expert_id").col("term"))
        .to_owned()
}

fn certifications() -> TableCreateStatement {
    part("expert_certifications")
        .col(string_len("term", 80))
        .col(date_null("issued_on"))
        .col(date_null("valid_until"))
        .primary_key(Index::create().col("expert_id").col("term"))
        .to_owned()
}

fn languages() -> TableCreateStatement {
    part("expert_languages")
        .col(string_len("term", 80))
        .col(string_len("cefr", 2))
        .primary_key(Index::create().col("expert_id").col("term"))
        .to_owned()
}

fn availability() -> TableCreateStatement {
    part("expert_availability")
        .col(string_len("state", 12))
        .col(date_null("available_from"))
        .col(integer("weekdays"))
        .col(big_integer("stated_at"))
        .primary_key(Index::create().col("expert_id"))
        .to_owned()
}

fn absences() -> TableCreateStatement {
    part("expert_absences")
        .col(uuid("id").primary_key())
        .col(date("first_day"))
        .col(date("last_day"))
        .to_owned()
}

fn consents() -> TableCreateStatement {
    part("expert_consents")
        .col(uuid("id").primary_key())
        .col(string_len("purpose", 40))
        .col(string_len("text_version", 20))
        .col(big_integer("given_at"))
        .col(big_integer("valid_until"))
        .col(big_integer_null("withdrawn_at"))
        .to_owned()
}

/// Written by the vetters' decisions.
fn admissions() -> TableCreateStatement {
    part("expert_admissions")
        .col(uuid("id").primary_key())
        .col(string_len("grade", 10))
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(big_integer_null("revoked_at"))
        .to_owned()
}

/// The employer's consent: standing, up to so many days a year, or asked for each deployment.
fn releases() -> TableCreateStatement {
    part("expert_releases")
        .col(uuid("id").primary_key())
        .col(string_len("form", 12))
        .col(integer_null("days_a_year"))
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(big_integer_null("withdrawn_at"))
        .to_owned()
}

fn commitments() -> TableCreateStatement {
    part("expert_commitments")
        .col(uuid("id").primary_key())
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .to_owned()
}

/// Organisations an expert must not be matched with.
fn exclusions() -> TableCreateStatement {
    part("expert_exclusions")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(string_len("reason", 20))
        .to_owned()
}
