//! Who signs in, what they may do, and the tokens they use.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, binary_len, blob, string_len, string_len_null, uuid,
        uuid_null,
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
            unique("accounts", &["email_lookup"]),
            index("role_grants", &["account_id"]),
            unique("api_tokens", &["token_hash"]),
            index("api_tokens", &["account_id"]),
        ];
        create(
            manager,
            vec![accounts(), role_grants(), api_tokens()],
            indexes,
        )
        .await
    }
}

/// The mail address is sealed; `email_lookup` is its keyed hash.
fn accounts() -> TableCreateStatement {
    Table::create()
        .table("accounts")
        .col(uuid("id").primary_key())
        .col(binary_len("email_lookup", 32))
        .col(blob("sealed_email"))
        .col(string_len_null("password_hash", 200))
        .col(big_integer("created_at"))
        .col(big_integer_null("closed_at"))
        .to_owned()
}

fn role_grants() -> TableCreateStatement {
    Table::create()
        .table("role_grants")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string_len("role", 20))
        .col(uuid_null("organisation_id"))
        .col(big_integer("granted_at"))
        .col(big_integer_null("revoked_at"))
        .foreign_key(&mut refers("role_grants", "account_id", "accounts", "id"))
        .to_owned()
}

/// Only the SHA-256 of a token is kept.
fn api_tokens() -> TableCreateStatement {
    Table::create()
        .table("api_tokens")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string_len("label", 80))
        .col(binary_len("token_hash", 32))
        .col(string_len("scopes", 80))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("revoked_at"))
        .foreign_key(&mut refers("api_tokens", "account_id", "accounts", "id"))
        .to_owned()
}
