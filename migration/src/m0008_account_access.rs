//! How people get at their account and keep others from it: one-time links, second factors, last use of tokens.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, binary_len, blob, integer, string_len, uuid},
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
            unique("account_links", &["token_hash"]),
            index("account_links", &["account_id"]),
            index("account_links", &["expires_at"]),
            unique("recovery_codes", &["account_id", "code_hash"]),
        ];
        create(
            manager,
            vec![links(), second_factors(), recovery_codes()],
            indexes,
        )
        .await?;
        let last_used = Table::alter()
            .table("api_tokens")
            .add_column(big_integer_null("last_used_at"))
            .to_owned();
        manager.alter_table(last_used).await
    }
}

/// Links that work once. Only the SHA-256 of the token in them is kept.
fn links() -> TableCreateStatement {
    Table::create()
        .table("account_links")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string_len("purpose", 20))
        .col(binary_len("token_hash", 32))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut refers("account_links", "account_id", "accounts", "id"))
        .to_owned()
}

/// A TOTP secret, sealed with the account's data key. A step that was used is dead.
fn second_factors() -> TableCreateStatement {
    Table::create()
        .table("second_factors")
        .col(uuid("account_id").primary_key())
        .col(blob("sealed_secret"))
        .col(big_integer("last_step"))
        .col(big_integer("confirmed_at"))
        .foreign_key(&mut refers(
            "second_factors",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}

/// Codes for when the second factor is lost; each works once.
fn recovery_codes() -> TableCreateStatement {
    Table::create()
        .table("recovery_codes")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(integer("position"))
        .col(binary_len("code_hash", 32))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut refers(
            "recovery_codes",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}
