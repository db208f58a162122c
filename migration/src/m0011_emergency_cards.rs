//! Emergency cards with their codes, accepted conditions, people to call back, and words for the call.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, binary_len, blob, integer, string_len, string_len_null,
        uuid, uuid_null,
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
            acceptances(),
            cards(),
            codes(),
            replacements(),
            redemptions(),
            contacts(),
            call_words(),
        ];
        let indexes = vec![
            index("condition_acceptances", &["organisation_id"]),
            unique("emergency_cards", &["organisation_id", "sequence"]),
            unique("emergency_codes", &["code_hash"]),
            index("emergency_codes", &["card_id"]),
            unique("code_redemptions", &["code_id"]),
            index("code_redemptions", &["organisation_id"]),
            index("emergency_contacts", &["organisation_id"]),
            unique("call_words", &["subject"]),
        ];
        create(manager, tables, indexes).await
    }
}

/// Who accepted the conditions for an organisation: the name is sealed with a data key of its own.
fn acceptances() -> TableCreateStatement {
    Table::create()
        .table("condition_acceptances")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(integer("version"))
        .col(string_len("accepted_on", 10))
        .col(blob("sealed_signatory"))
        .col(big_integer("recorded_at"))
        .col(string_len("recorded_by", 60))
        .foreign_key(&mut refers(
            "condition_acceptances",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}

/// The unique number within an organisation lets one of two simultaneous issues win.
fn cards() -> TableCreateStatement {
    Table::create()
        .table("emergency_cards")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(integer("sequence"))
        .col(string_len("state", 10))
        .col(uuid("acceptance_id"))
        .col(big_integer("issued_at"))
        .col(string_len("issued_by", 60))
        .col(string_len("issued_as", 10))
        .col(big_integer_null("ended_at"))
        .col(string_len_null("ended_by", 60))
        .foreign_key(&mut refers(
            "emergency_cards",
            "organisation_id",
            "organisations",
            "id",
        ))
        .foreign_key(&mut refers(
            "emergency_cards",
            "acceptance_id",
            "condition_acceptances",
            "id",
        ))
        .to_owned()
}

/// Only the keyed hash of a code is kept. Void: its card was revoked or replaced before it was used.
fn codes() -> TableCreateStatement {
    Table::create()
        .table("emergency_codes")
        .col(uuid("id").primary_key())
        .col(uuid("card_id"))
        .col(binary_len("code_hash", 32))
        .col(big_integer_null("used_at"))
        .col(big_integer_null("void_at"))
        .foreign_key(&mut refers(
            "emergency_codes",
            "card_id",
            "emergency_cards",
            "id",
        ))
        .to_owned()
}

/// One person asks for a new card, another confirms it.
fn replacements() -> TableCreateStatement {
    Table::create()
        .table("card_replacements")
        .col(uuid("card_id").primary_key())
        .col(uuid("asked_by"))
        .col(big_integer("asked_at"))
        .col(big_integer("expires_at"))
        .col(uuid_null("confirmed_by"))
        .col(big_integer_null("confirmed_at"))
        .foreign_key(&mut refers(
            "card_replacements",
            "card_id",
            "emergency_cards",
            "id",
        ))
        .foreign_key(&mut refers(
            "card_replacements",
            "asked_by",
            "accounts",
            "id",
        ))
        .to_owned()
}

fn redemptions() -> TableCreateStatement {
    Table::create()
        .table("code_redemptions")
        .col(uuid("id").primary_key())
        .col(uuid("code_id"))
        .col(uuid("card_id"))
        .col(uuid("organisation_id"))
        .col(string_len("place", 9))
        .col(big_integer("redeemed_at"))
        .col(string_len_null("notice", 20))
        .col(big_integer_null("noticed_at"))
        .foreign_key(&mut refers(
            "code_redemptions",
            "code_id",
            "emergency_codes",
            "id",
        ))
        .to_owned()
}

/// Dated rows; name and number are sealed with a data key of their own, which goes when they end.
fn contacts() -> TableCreateStatement {
    Table::create()
        .table("emergency_contacts")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(integer("position"))
        .col(blob("sealed"))
        .col(string_len("checked_on", 10))
        .col(big_integer("from_at"))
        .col(big_integer_null("until_at"))
        .col(string_len("entered_by", 60))
        .foreign_key(&mut refers(
            "emergency_contacts",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}

/// The words both sides of a call-back say, sealed with a data key of their own.
fn call_words() -> TableCreateStatement {
    Table::create()
        .table("call_words")
        .col(uuid("id").primary_key())
        .col(uuid("subject"))
        .col(blob("sealed"))
        .col(integer("tries"))
        .col(big_integer("made_at"))
        .col(big_integer_null("confirmed_at"))
        .to_owned()
}
