//! JSON of the copy.

use axum::extract::State;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::service::{self, Actor, Copy, ExportError, Form, Recorded, Section};
use crate::access::Permit;
use crate::access::action::ExportSelf;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{Problem, ProblemBody, Reply};
use crate::ids::{AccountId, ExpertId};

/// Routes of this concern.
pub(in crate::privacy) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(export))
}

/// Everything that is kept of oneself.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExportBody {
    made_at: Instant,
    account_id: Option<AccountId>,
    expert_ids: Vec<ExpertId>,
    kept: Vec<KeptBody>,
    record: Vec<RecordedBody>,
}

/// The own rows of a table.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct KeptBody {
    /// Name of the table.
    table: &'static str,
    /// Why it is kept.
    purpose: &'static str,
    /// Written by oneself about others.
    about_others: bool,
    /// Values by column. Secrets are not among them.
    #[schema(value_type = Vec<Object>)]
    rows: Vec<Value>,
}

/// An entry of the audit record by or about oneself.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RecordedBody {
    seq: i64,
    at: Instant,
    by: Actor,
    action: String,
    subject: String,
}

/// Everything that is kept of whoever asks; a few times a day, each time on record.
#[utoipa::path(get, path = "/me/export", operation_id = "export_self", tag = "oneself", security(("token" = [])), responses(
    (status = 200, body = ExportBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn export(
    permit: Permit<ExportSelf>,
    State(app): State<AppState>,
) -> Result<Reply<ExportBody>, Problem> {
    let asked = (&permit, Form::Json);
    let copy = service::copy(&app.db, &app.keyring, &app.allowances, asked).await?;
    Ok(Reply::new(copy.into()))
}

impl From<Copy> for ExportBody {
    fn from(copy: Copy) -> Self {
        let Copy {
            made_at,
            person,
            sections,
            record,
        } = copy;
        Self {
            made_at,
            account_id: person.account,
            expert_ids: person.entries,
            kept: sections.into_iter().map(kept).collect(),
            record: record.into_iter().map(recorded).collect(),
        }
    }
}

fn kept(section: Section) -> KeptBody {
    let Section {
        table,
        is_about_others,
        rows,
    } = section;
    KeptBody {
        table: table.name,
        purpose: table.purpose.into(),
        about_others: is_about_others,
        rows: rows.into_iter().map(Value::Object).collect(),
    }
}

fn recorded(recorded: Recorded) -> RecordedBody {
    let Recorded {
        seq,
        at,
        by,
        action,
        subject,
    } = recorded;
    RecordedBody {
        seq,
        at,
        by,
        action,
        subject,
    }
}

impl From<ExportError> for Problem {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::UsedUp => {
                Self::too_many_requests("the copies of the day are used up: come back tomorrow")
                    .retry_after(24 * 3_600)
            }
            ExportError::Storage(error) => error.into(),
        }
    }
}
