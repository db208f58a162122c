//! Files that prove what an entry claims; vetters look at them, and they go after the decision.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, blob, integer, string_len, uuid},
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
        let indexes = vec![
            index("evidence_files", &["expert_id"]),
            index("evidence_contents", &["expert_id"]),
            index("evidence_looks", &["expert_id"]),
        ];
        create(manager, vec![files(), contents(), looks()], indexes).await
    }
}

/// What there is, or was: the row stays when the file is deleted.
fn files() -> TableCreateStatement {
    Table::create()
        .table("evidence_files")
        .col(uuid("id").primary_key())
        .col(uuid("expert_id"))
        .col(string_len("term", 80))
        .col(string_len("format", 4))
        .col(integer("size"))
        .col(big_integer("uploaded_at"))
        .col(big_integer_null("decided_at"))
        .col(big_integer_null("deleted_at"))
        .foreign_key(&mut refers("evidence_files", "expert_id", "experts", "id"))
        .to_owned()
}

/// The file itself, sealed with the person's data key.
fn contents() -> TableCreateStatement {
    Table::create()
        .table("evidence_contents")
        .col(uuid("file_id").primary_key())
        .col(uuid("expert_id"))
        .col(blob("sealed"))
        .foreign_key(&mut refers(
            "evidence_contents",
            "file_id",
            "evidence_files",
            "id",
        ))
        .to_owned()
}

/// Which vetter looked at it first when ("eingesehen von, am").
fn looks() -> TableCreateStatement {
    Table::create()
        .table("evidence_looks")
        .col(uuid("file_id"))
        .col(uuid("expert_id"))
        .col(uuid("account_id"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("file_id").col("account_id"))
        .foreign_key(&mut refers(
            "evidence_looks",
            "file_id",
            "evidence_files",
            "id",
        ))
        .to_owned()
}
