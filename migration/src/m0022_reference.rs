//! Reference data that people keep: contacts they edit, terms they add, merge and retire, and words proposed.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, integer, string_len, string_len_null, text_null, uuid,
    },
};

use crate::{create, index, refers, unique};

/// How the contacts there are were shipped: a later edition finds them again.
const SHIPPED_AS: &str =
    "UPDATE land_contacts SET shipped_as = land_ags || '|' || kind || '|' || name";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("land_contacts", text_null("address")),
            ("land_contacts", string_len_null("shipped_as", 260)),
            ("land_contacts", big_integer_null("edited_at")),
            ("land_contacts", big_integer_null("removed_at")),
            ("land_contacts", integer("version").default(1).to_owned()),
            ("taxonomy_terms", string_len_null("merged_into", 80)),
            ("taxonomy_terms", big_integer_null("retired_at")),
            ("taxonomy_terms", big_integer_null("edited_at")),
            ("taxonomy_terms", integer("version").default(1).to_owned()),
        ];
        for (table, column) in columns {
            let added = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        let connection = manager.get_connection();
        connection.execute_unprepared(SHIPPED_AS).await?;
        let indexes = vec![
            unique("land_contacts", &["shipped_as"]),
            index("term_proposals", &["expert_id"]),
            index("term_proposals", &["account_id", "created_at"]),
            index("term_proposals", &["state"]),
        ];
        create(manager, vec![proposals()], indexes).await
    }
}

/// Words somebody missed in the vocabulary. `term` is what became of an accepted one.
fn proposals() -> TableCreateStatement {
    Table::create()
        .table("term_proposals")
        .col(uuid("id").primary_key())
        .col(uuid("expert_id"))
        .col(uuid("account_id"))
        .col(string_len("axis", 20))
        .col(string_len("word", 80))
        .col(string_len("reason", 300))
        .col(big_integer("created_at"))
        .col(string_len("state", 10))
        .col(big_integer_null("decided_at"))
        .col(string_len_null("term", 80))
        .col(string_len_null("answer", 300))
        .foreign_key(&mut refers("term_proposals", "expert_id", "experts", "id"))
        .to_owned()
}
