//! What managers of a member do: inviting people to their team, and letting a colleague act for them until a day.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, binary_len, binary_len_null, blob_null, integer, uuid,
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
            unique("invitations", &["organisation_id", "email_lookup"]),
            unique("invitations", &["token_hash"]),
            index("invitations", &["expires_at"]),
        ];
        create(manager, vec![invitations()], indexes).await?;
        let delegated = Table::alter()
            .table("role_grants")
            .add_column(uuid_null("delegated_by"))
            .to_owned();
        manager.alter_table(delegated).await
    }
}

/// The mail address is sealed with a data key of the row, and goes with it when the invitation ends: then neither it
/// nor its keyed hash is left, and the address can be invited again. Only the SHA-256 of the token is kept.
fn invitations() -> TableCreateStatement {
    Table::create()
        .table("invitations")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(uuid_null("expert_id"))
        .col(binary_len_null("email_lookup", 32))
        .col(blob_null("sealed_email"))
        .col(binary_len("token_hash", 32))
        .col(integer("sends"))
        .col(uuid("invited_by"))
        .col(big_integer("created_at"))
        .col(big_integer("sent_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("ended_at"))
        .foreign_key(&mut refers(
            "invitations",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}
