//! Passkeys, how a session was proven and when last, and people who vouch for somebody locked out.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, binary_len, blob, string_len, text, uuid, uuid_null},
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
            unique("passkeys", &["credential_id"]),
            index("passkeys", &["account_id"]),
            unique("passkey_ceremonies", &["token_hash"]),
            index("passkey_ceremonies", &["expires_at"]),
            index("account_recoveries", &["account_id"]),
        ];
        create(
            manager,
            vec![passkeys(), ceremonies(), recoveries()],
            indexes,
        )
        .await?;
        // Sessions from before were begun with a password or more, and are not confirmed.
        let method = Table::alter()
            .table("sessions")
            .add_column(string_len("method", 10).default("password"))
            .to_owned();
        manager.alter_table(method).await?;
        let confirmed = Table::alter()
            .table("sessions")
            .add_column(big_integer_null("confirmed_at"))
            .to_owned();
        manager.alter_table(confirmed).await
    }
}

/// Public keys and their counters, as the library writes them; the private half never leaves its device.
fn passkeys() -> TableCreateStatement {
    Table::create()
        .table("passkeys")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(blob("credential_id"))
        .col(text("credential"))
        .col(big_integer("created_at"))
        .col(big_integer_null("last_used_at"))
        .foreign_key(&mut refers("passkeys", "account_id", "accounts", "id"))
        .to_owned()
}

/// What was asked of a device and not answered yet. Each answer uses one up.
fn ceremonies() -> TableCreateStatement {
    Table::create()
        .table("passkey_ceremonies")
        .col(uuid("id").primary_key())
        .col(string_len("purpose", 10))
        .col(uuid_null("account_id"))
        .col(binary_len("token_hash", 32))
        .col(text("state"))
        .col(big_integer("expires_at"))
        .to_owned()
}

/// One row a person helped: two others vouch, one after the other.
fn recoveries() -> TableCreateStatement {
    Table::create()
        .table("account_recoveries")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string_len("cause", 10))
        .col(uuid("first_by"))
        .col(big_integer("first_at"))
        .col(uuid_null("second_by"))
        .col(big_integer_null("second_at"))
        .foreign_key(&mut refers(
            "account_recoveries",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}
