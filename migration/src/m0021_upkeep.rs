//! What keeps entries true: on-call duty that the employer plans, and calendars that people subscribe to.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, binary, string_len, uuid},
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
        let tables = vec![on_call(), calendar_feeds()];
        let indexes = vec![
            index("expert_on_call", &["expert_id"]),
            unique("calendar_feeds", &["token_hash"]),
        ];
        create(manager, tables, indexes).await
    }
}

fn on_call() -> TableCreateStatement {
    Table::create()
        .table("expert_on_call")
        .col(uuid("expert_id"))
        .col(uuid("id").primary_key())
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(uuid("planned_by"))
        .col(big_integer("planned_at"))
        .foreign_key(&mut refers("expert_on_call", "expert_id", "experts", "id"))
        .to_owned()
}

/// One a person; of the token in its address only the hash is kept.
fn calendar_feeds() -> TableCreateStatement {
    Table::create()
        .table("calendar_feeds")
        .col(uuid("account_id").primary_key())
        .col(binary("token_hash"))
        .col(string_len("language", 2))
        .col(big_integer("made_at"))
        .foreign_key(&mut refers(
            "calendar_feeds",
            "account_id",
            "accounts",
            "id",
        ))
        .to_owned()
}
