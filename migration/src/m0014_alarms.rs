//! Alarms about accounts that page through the register, and decoys for them.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, binary_len, blob, integer, string_len, string_len_null,
        uuid, uuid_null,
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
        let indexes = vec![
            unique("alarms", &["account_id", "kind", "until_day"]),
            unique("decoys", &["shown_lookup"]),
        ];
        create(manager, vec![alarms(), decoys()], indexes).await
    }
}

/// One alarm an account, kind and day: of two nodes that notice at once, one raises it.
fn alarms() -> TableCreateStatement {
    Table::create()
        .table("alarms")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string_len("kind", 20))
        .col(string_len("roles", 200))
        .col(string_len("from_day", 10))
        .col(string_len("until_day", 10))
        .col(integer("seen"))
        .col(integer("threshold"))
        .col(big_integer("raised_at"))
        .col(big_integer_null("acknowledged_at"))
        .col(uuid_null("acknowledged_by"))
        .col(string_len_null("note", 500))
        .foreign_key(&mut refers("alarms", "account_id", "accounts", "id"))
        .foreign_key(&mut refers("alarms", "acknowledged_by", "accounts", "id"))
        .to_owned()
}

/// What a decoy shows is sealed with a data key of its own; the id it shows is known by its keyed hash only.
fn decoys() -> TableCreateStatement {
    Table::create()
        .table("decoys")
        .col(uuid("id").primary_key())
        .col(binary_len("shown_lookup", 32))
        .col(blob("sealed"))
        .col(uuid("made_by"))
        .foreign_key(&mut refers("decoys", "made_by", "accounts", "id"))
        .to_owned()
}
