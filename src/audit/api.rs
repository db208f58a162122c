//! JSON of the audit record.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::{AuditQuery, AuditRecord, service};
use crate::access::Permit;
use crate::access::action::ReadAudit;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{Page, Problem, ProblemBody, QueryParams, Reply};

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which entries to list.
#[derive(Clone, Debug, Default, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
struct AuditParams {
    /// Id of who acted, `operator` or `service`.
    #[validate(length(max = 60))]
    #[param(max_length = 60)]
    actor: Option<String>,
    /// Id of what it was done to.
    #[validate(length(max = 60))]
    #[param(max_length = 60)]
    subject: Option<String>,
    /// What was done; with a dot at the end all that begin so, such as `vetting.`.
    #[validate(length(max = 60))]
    #[param(max_length = 60)]
    action: Option<String>,
    /// Not before.
    from: Option<Instant>,
    /// Before.
    until: Option<Instant>,
    /// Where the last page ended.
    #[validate(range(min = 1))]
    #[param(minimum = 1)]
    cursor: Option<i64>,
    /// 1–100; 20 if absent.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// An entry: ids and names of fields, no personal data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AuditBody {
    /// From 1 without gaps.
    seq: i64,
    at: Instant,
    actor: String,
    action: String,
    subject: String,
    #[schema(value_type = Object)]
    details: serde_json::Value,
    /// SHA-256 of the entry before.
    previous_hash: String,
    /// SHA-256 over that and all of this entry.
    hash: String,
}

impl From<AuditRecord> for AuditBody {
    fn from(record: AuditRecord) -> Self {
        let AuditRecord {
            seq,
            at,
            actor,
            action,
            subject,
            details,
            previous_hash,
            hash,
        } = record;
        Self {
            seq,
            at,
            actor,
            action,
            subject,
            details,
            previous_hash,
            hash,
        }
    }
}

/// Lists entries of the audit record, newest first.
#[utoipa::path(get, path = "/audit", operation_id = "list_audit", tag = "oversight", security(("token" = [])), params(AuditParams), responses(
    (status = 200, body = Page<AuditBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadAudit>,
    State(app): State<AppState>,
    QueryParams(params): QueryParams<AuditParams>,
) -> Result<Reply<Page<AuditBody>>, Problem> {
    let limit = params.limit.unwrap_or(20);
    let query = AuditQuery {
        actor: params.actor,
        subject: params.subject,
        action: params.action,
        from: params.from,
        until: params.until,
        before: params.cursor,
        after: None,
    };
    let mut records = service::read(&app.db, &permit, &query, limit + 1).await?;
    let has_more = records.len() as u64 > limit;
    records.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next_cursor = records
        .last()
        .filter(|_| has_more)
        .map(|record| record.seq.to_string());
    Ok(Reply::new(Page {
        items: records.into_iter().map(AuditBody::from).collect(),
        next_cursor,
    }))
}
