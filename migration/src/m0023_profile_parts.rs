//! Parts of an entry: private contact, notice, who attested a clearance, changes of confirmed skills that wait for
//! the other side, and drafts of forms.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, integer, integer_null, string_len, string_len_null, uuid},
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
        let tables = vec![private_contacts(), skill_changes(), drafts()];
        let indexes = vec![unique(
            "expert_drafts",
            &["account_id", "expert_id", "form"],
        )];
        create(manager, tables, indexes).await?;
        for column in [
            integer("notice_hours").default(0).take(),
            string_len_null("clearance_office", 120).take(),
        ] {
            let profiles = Table::alter()
                .table("expert_profiles")
                .add_column(column)
                .take();
            manager.alter_table(profiles).await?;
        }
        Ok(())
    }
}

/// Sealed with the person's data key, as the identity is.
fn private_contacts() -> TableCreateStatement {
    Table::create()
        .table("expert_private_contacts")
        .col(uuid("expert_id").primary_key())
        .col(blob("sealed"))
        .col(big_integer("stated_at"))
        .foreign_key(&mut refers(
            "expert_private_contacts",
            "expert_id",
            "experts",
            "id",
        ))
        .to_owned()
}

/// One that waits for each skill; no level asks for its removal.
fn skill_changes() -> TableCreateStatement {
    Table::create()
        .table("expert_skill_changes")
        .col(uuid("expert_id"))
        .col(string_len("term", 80))
        .col(integer_null("level"))
        .col(string_len("proposed_by", 20))
        .col(big_integer("proposed_at"))
        .primary_key(Index::create().col("expert_id").col("term"))
        .foreign_key(&mut refers(
            "expert_skill_changes",
            "expert_id",
            "experts",
            "id",
        ))
        .to_owned()
}

/// Sealed with the entry's data key.
fn drafts() -> TableCreateStatement {
    Table::create()
        .table("expert_drafts")
        .col(uuid("id").primary_key())
        .col(uuid("expert_id"))
        .col(uuid("account_id"))
        .col(string_len("form", 20))
        .col(blob("sealed"))
        .col(big_integer("saved_at"))
        .foreign_key(&mut refers("expert_drafts", "expert_id", "experts", "id"))
        .to_owned()
}
