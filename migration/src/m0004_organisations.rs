//! Bodies, whom they serve, and when they were struck.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, integer, integer_null, string_len, string_len_null,
        uuid, uuid_null,
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
            unique_place(),
            index("organisations", &["name_lookup"]),
            index("serves", &["provider_id"]),
            index("serves", &["ags"]),
            index("struck_periods", &["organisation_id"]),
        ];
        create(
            manager,
            vec![organisations(), serves(), struck_periods()],
            indexes,
        )
        .await
    }
}

fn organisations() -> TableCreateStatement {
    Table::create()
        .table("organisations")
        .col(uuid("id").primary_key())
        .col(string_len("kind", 40))
        .col(string_len("name", 160))
        .col(string_len("name_lookup", 160))
        .col(string_len("legal_form", 40))
        .col(string_len("ags", 9))
        .col(string_len_null("seat_of", 9))
        .col(big_integer_null("member_from"))
        .col(big_integer_null("member_until"))
        .col(string_len("nis2_status", 20))
        .col(integer_null("yearly_person_days"))
        .col(string_len("participation", 20))
        .col(big_integer("participation_since"))
        .col(boolean("personal_response_history"))
        .col(string_len_null("duty_phone", 40))
        .col(big_integer("created_at"))
        .col(integer("version"))
        .to_owned()
}

/// One organisation a place: `seat_of` is the key of the municipality, district or association it is.
fn unique_place() -> IndexCreateStatement {
    index("organisations", &["seat_of"]).unique().to_owned()
}

fn serves() -> TableCreateStatement {
    Table::create()
        .table("serves")
        .col(uuid("id").primary_key())
        .col(uuid("provider_id"))
        .col(string_len("ags", 8))
        .col(boolean("whole"))
        .col(big_integer("from_at"))
        .col(big_integer_null("until_at"))
        .foreign_key(&mut refers("serves", "provider_id", "organisations", "id"))
        .to_owned()
}

fn struck_periods() -> TableCreateStatement {
    Table::create()
        .table("struck_periods")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(big_integer("from_at"))
        .col(big_integer_null("until_at"))
        .col(uuid_null("incident_id"))
        .col(string_len("set_by", 60))
        .foreign_key(&mut refers(
            "struck_periods",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}
