//! Requests for help: needs, alerts to those who may meet them, and the deployments that come of it.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, binary_len, boolean, integer, string_len, string_len_null,
        text, uuid,
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
        let tables = vec![
            help_requests(),
            needs(),
            need_choices(),
            alerts(),
            deployments(),
            release_asks(),
            deployment_reveals(),
        ];
        let indexes = vec![
            index("help_requests", &["incident_id"]),
            unique("needs", &["request_id", "position"]),
            unique("need_choices", &["need_id", "expert_id"]),
            unique("alerts", &["need_id", "expert_id"]),
            unique("alerts", &["token_hash"]),
            index("alerts", &["request_id"]),
            index("alerts", &["expert_id", "made_at"]),
            index("deployments", &["request_id"]),
            index("deployments", &["expert_id"]),
            index("deployments", &["employer_id", "made_at"]),
            unique("release_asks", &["deployment_id", "account_id"]),
            unique("release_asks", &["token_hash"]),
            unique("deployment_reveals", &["deployment_id", "day"]),
            index("deployment_reveals", &["expert_id"]),
        ];
        create(manager, tables, indexes).await?;
        // Whatever races, the database lets nobody hold two open alerts, and no yes become two deployments.
        for only_one in [
            "CREATE UNIQUE INDEX alerts_open ON alerts (expert_id) WHERE closed_at IS NULL",
            "CREATE UNIQUE INDEX deployments_live ON deployments (alert_id) WHERE ended_at IS NULL",
        ] {
            manager
                .get_connection()
                .execute_unprepared(only_one)
                .await?;
        }
        Ok(())
    }
}

fn help_requests() -> TableCreateStatement {
    Table::create()
        .table("help_requests")
        .col(uuid("id").primary_key())
        .col(uuid("incident_id"))
        .col(big_integer("from_at"))
        .col(integer("days"))
        .col(string_len("made_by", 60))
        .col(big_integer("made_at"))
        .col(big_integer_null("begun_at"))
        .col(big_integer_null("paused_at"))
        .col(big_integer_null("filled_at"))
        .col(big_integer_null("stood_down_at"))
        .col(string_len_null("stood_down_by", 60))
        .col(string_len_null("stood_down_why", 500))
        .col(boolean("first_yes_counts"))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "help_requests",
            "incident_id",
            "incidents",
            "id",
        ))
        .to_owned()
}

/// `wanted` is JSON: what it takes. `wave_until` ends the wave that runs.
fn needs() -> TableCreateStatement {
    Table::create()
        .table("needs")
        .col(uuid("id").primary_key())
        .col(uuid("request_id"))
        .col(integer("position"))
        .col(text("wanted"))
        .col(integer("wave"))
        .col(big_integer_null("wave_until"))
        .col(big_integer_null("exhausted_at"))
        .foreign_key(&mut refers("needs", "request_id", "help_requests", "id"))
        .to_owned()
}

/// Whom a coordinator picked or skipped for a need.
fn need_choices() -> TableCreateStatement {
    Table::create()
        .table("need_choices")
        .col(uuid("id").primary_key())
        .col(uuid("need_id"))
        .col(uuid("expert_id"))
        .col(string_len("choice", 20))
        .col(string_len("chosen_by", 60))
        .col(big_integer("chosen_at"))
        .foreign_key(&mut refers("need_choices", "need_id", "needs", "id"))
        .foreign_key(&mut refers("need_choices", "expert_id", "experts", "id"))
        .to_owned()
}

/// `closed_at` is null while the person is asked, or has said yes and no committed deployment came of it yet.
fn alerts() -> TableCreateStatement {
    Table::create()
        .table("alerts")
        .col(uuid("id").primary_key())
        .col(uuid("request_id"))
        .col(uuid("need_id"))
        .col(uuid("expert_id"))
        .col(integer("wave"))
        .col(string_len("state", 20))
        .col(string_len_null("channel", 20))
        .col(binary_len("token_hash", 32))
        .col(big_integer("made_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("sent_at"))
        .col(big_integer_null("seen_at"))
        .col(big_integer_null("answered_at"))
        .col(string_len_null("answered_by", 60))
        .col(string_len_null("answer", 20))
        .col(big_integer_null("answer_from"))
        .col(big_integer_null("closed_at"))
        .foreign_key(&mut refers("alerts", "request_id", "help_requests", "id"))
        .foreign_key(&mut refers("alerts", "need_id", "needs", "id"))
        .foreign_key(&mut refers("alerts", "expert_id", "experts", "id"))
        .to_owned()
}

/// `released_by` and `accepted_by` name an account, or say by which standing word.
fn deployments() -> TableCreateStatement {
    Table::create()
        .table("deployments")
        .col(uuid("id").primary_key())
        .col(uuid("request_id"))
        .col(uuid("need_id"))
        .col(uuid("alert_id"))
        .col(uuid("incident_id"))
        .col(uuid("expert_id"))
        .col(uuid("employer_id"))
        .col(uuid("requester_id"))
        .col(string_len("state", 20))
        .col(boolean("is_first_call"))
        .col(string_len("mode", 20))
        .col(big_integer("from_at"))
        .col(big_integer("until_at"))
        .col(big_integer("made_at"))
        .col(big_integer("due_at"))
        .col(big_integer_null("released_at"))
        .col(string_len_null("released_by", 60))
        .col(big_integer_null("accepted_at"))
        .col(string_len_null("accepted_by", 60))
        .col(big_integer_null("ended_at"))
        .col(string_len_null("ended_by", 60))
        .col(integer("code_tries"))
        .col(integer("version"))
        .foreign_key(&mut refers(
            "deployments",
            "request_id",
            "help_requests",
            "id",
        ))
        .foreign_key(&mut refers("deployments", "need_id", "needs", "id"))
        .foreign_key(&mut refers("deployments", "alert_id", "alerts", "id"))
        .foreign_key(&mut refers("deployments", "incident_id", "incidents", "id"))
        .foreign_key(&mut refers("deployments", "expert_id", "experts", "id"))
        .foreign_key(&mut refers(
            "deployments",
            "employer_id",
            "organisations",
            "id",
        ))
        .foreign_key(&mut refers(
            "deployments",
            "requester_id",
            "organisations",
            "id",
        ))
        .to_owned()
}

/// The question of a release to one manager, behind a link of their own.
fn release_asks() -> TableCreateStatement {
    Table::create()
        .table("release_asks")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(uuid("account_id"))
        .col(binary_len("token_hash", 32))
        .col(big_integer("made_at"))
        .col(big_integer_null("sent_at"))
        .foreign_key(&mut refers(
            "release_asks",
            "deployment_id",
            "deployments",
            "id",
        ))
        .foreign_key(&mut refers("release_asks", "account_id", "accounts", "id"))
        .to_owned()
}

/// That a town was shown an expert's name by its status page, where nobody is signed in.
fn deployment_reveals() -> TableCreateStatement {
    Table::create()
        .table("deployment_reveals")
        .col(uuid("id").primary_key())
        .col(uuid("deployment_id"))
        .col(uuid("expert_id"))
        .col(uuid("organisation_id"))
        .col(string_len("day", 10))
        .col(big_integer("at"))
        .foreign_key(&mut refers(
            "deployment_reveals",
            "deployment_id",
            "deployments",
            "id",
        ))
        .foreign_key(&mut refers(
            "deployment_reveals",
            "expert_id",
            "experts",
            "id",
        ))
        .foreign_key(&mut refers(
            "deployment_reveals",
            "organisation_id",
            "organisations",
            "id",
        ))
        .to_owned()
}
