//! Files of entries that are checked, applied and taken back within a day.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, blob_null, integer, string_len, uuid, uuid_null},
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
        let indexes = vec![index("imports", &["organisation_id"])];
        create(manager, vec![imports()], indexes).await
    }
}

/// What is sealed is sealed with the data key of the row.
fn imports() -> TableCreateStatement {
    Table::create()
        .table("imports")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(uuid_null("account_id"))
        .col(string_len("state", 20))
        .col(integer("row_count"))
        .col(integer("new_count"))
        .col(integer("changed_count"))
        .col(integer("rejected_count"))
        .col(integer("done_count"))
        .col(blob_null("sealed_file"))
        .col(blob_null("sealed_report"))
        .col(blob_null("sealed_former"))
        .col(big_integer("created_at"))
        .col(big_integer_null("applied_at"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut refers(
            "imports",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}
