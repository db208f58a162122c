//! Who was shown an expert's name and contact.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, string_len, uuid, uuid_null},
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
            unique(
                "expert_reveals",
                &["expert_id", "account_id", "day", "purpose"],
            ),
            index("expert_reveals", &["account_id"]),
        ];
        create(manager, vec![reveals()], indexes).await
    }
}

/// One reveal an entry, account, day and purpose.
fn reveals() -> TableCreateStatement {
    Table::create()
        .table("expert_reveals")
        .col(uuid("id").primary_key())
        .col(uuid("expert_id"))
        .col(uuid("account_id"))
        .col(string_len("role", 20))
        .col(uuid_null("organisation_id"))
        .col(string_len("purpose", 20))
        .col(string_len("day", 10))
        .col(big_integer("at"))
        .foreign_key(&mut refers("expert_reveals", "expert_id", "experts", "id"))
        .to_owned()
}
