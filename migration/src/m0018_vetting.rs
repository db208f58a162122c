//! More kinds of vetting cases, what is due when, appeals, and what vetters note; which case began or ended an admission.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, string_len, text, text_null, uuid, uuid_null},
};

use crate::{create, index, refers, unique};

/// Two weeks in µs: by when the cases there are should be decided.
const TWO_WEEKS: &str = "1209600000000";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            (
                "vetting_cases",
                boolean("is_sampled").default(false).to_owned(),
            ),
            ("vetting_cases", big_integer("due_at").default(0).to_owned()),
            ("vetting_cases", uuid_null("appeal_of")),
            ("vetting_cases", text_null("grounds")),
            (
                "vetting_cases",
                boolean("is_urgent").default(false).to_owned(),
            ),
            ("expert_admissions", uuid_null("case_id")),
            ("expert_admissions", uuid_null("revoked_by")),
        ];
        for (table, column) in columns {
            let added = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        let due = format!("UPDATE vetting_cases SET due_at = opened_at + {TWO_WEEKS}");
        manager.get_connection().execute_unprepared(&due).await?;
        let indexes = vec![
            index("vetting_cases", &["state", "due_at"]),
            unique("vetting_cases", &["appeal_of"]),
            index("expert_admissions", &["case_id"]),
            index("vetting_comments", &["case_id"]),
            unique("vetting_ticks", &["case_id", "item"]),
        ];
        create(manager, vec![comments(), ticks()], indexes).await
    }
}

/// What vetters tell each other about a case.
fn comments() -> TableCreateStatement {
    of_a_case("vetting_comments").col(text("text")).to_owned()
}

/// Questions of the checklist that somebody has looked at.
fn ticks() -> TableCreateStatement {
    of_a_case("vetting_ticks")
        .col(string_len("item", 40))
        .to_owned()
}

fn of_a_case(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(uuid("vetter_id"))
        .col(big_integer("at"))
        .foreign_key(&mut refers(table, "case_id", "vetting_cases", "id"))
        .to_owned()
}
