//! Admission of experts by the vetters.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, string_len, string_len_null, text, uuid},
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
            index("vetting_cases", &["expert_id"]),
            index("vetting_cases", &["state"]),
            unique("vetting_assessments", &["case_id", "vetter_id"]),
            one_open_case(),
        ];
        create(manager, vec![cases(), assessments()], indexes).await
    }
}

/// An entry has one open case at most.
fn one_open_case() -> IndexCreateStatement {
    unique("vetting_cases", &["expert_id"])
        .name("vetting_cases_one_open")
        .and_where(Expr::col("state").eq("open"))
        .to_owned()
}

fn cases() -> TableCreateStatement {
    Table::create()
        .table("vetting_cases")
        .col(uuid("id").primary_key())
        .col(uuid("expert_id"))
        .col(string_len("kind", 12))
        .col(string_len("grade", 10))
        .col(string_len("state", 12))
        .col(string_len_null("outcome", 20))
        .col(big_integer("opened_at"))
        .col(big_integer_null("decided_at"))
        .foreign_key(&mut refers("vetting_cases", "expert_id", "experts", "id"))
        .to_owned()
}

/// One assessment a vetter and case.
fn assessments() -> TableCreateStatement {
    Table::create()
        .table("vetting_assessments")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(uuid("vetter_id"))
        .col(string_len("verdict", 20))
        .col(text("reason"))
        .col(big_integer("at"))
        .foreign_key(&mut refers(
            "vetting_assessments",
            "case_id",
            "vetting_cases",
            "id",
        ))
        .to_owned()
}
