//! JSON of the audit record.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::checkpoint::{self, Checkpoint, Proof};
use super::{AuditQuery, AuditRecord, service};
use crate::access::Permit;
use crate::access::action::ReadAudit;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{Page, Problem, ProblemBody, QueryParams, Reply, cut};

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show_proof))
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
    let next_cursor = cut(&mut records, limit).map(|record| record.seq.to_string());
    Ok(Reply::new(Page {
        items: records.into_iter().map(AuditBody::from).collect(),
        next_cursor,
    }))
}

/// A signed head of the chain. The signature is over five lines: `kataster audit checkpoint 1`, `seq`, `at`,
/// `hash`, `public_key`, each with a line feed at its end.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CheckpointBody {
    /// Number of the last entry it covers.
    seq: i64,
    at: Instant,
    /// Hash of that entry.
    hash: String,
    /// Ed25519.
    public_key: String,
    signature: String,
}

impl From<Checkpoint> for CheckpointBody {
    fn from(checkpoint: Checkpoint) -> Self {
        let Checkpoint {
            seq,
            at,
            hash,
            public_key,
            signature,
        } = checkpoint;
        Self {
            seq,
            at,
            hash,
            public_key: public_key.to_string(),
            signature,
        }
    }
}

/// Where the record stands. Keep it elsewhere: what is kept proves later that nothing before it was changed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProofBody {
    /// Number of the last entry.
    seq: i64,
    /// Hash of that entry.
    hash: String,
    /// The last signed head; none before the first.
    checkpoint: Option<CheckpointBody>,
    /// The key that signs now.
    public_key: String,
}

impl From<Proof> for ProofBody {
    fn from(proof: Proof) -> Self {
        let Proof {
            seq,
            hash,
            checkpoint,
            public_key,
        } = proof;
        Self {
            seq,
            hash,
            checkpoint: checkpoint.map(CheckpointBody::from),
            public_key: public_key.to_string(),
        }
    }
}

/// Proves where the record stands: head, last signed checkpoint, public key.
#[utoipa::path(get, path = "/audit/proof", operation_id = "prove_audit", tag = "oversight", security(("token" = [])), responses(
    (status = 200, body = ProofBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_proof(
    permit: Permit<ReadAudit>,
    State(app): State<AppState>,
) -> Result<Reply<ProofBody>, Problem> {
    let proof = checkpoint::proof(&app.db, &app.keyring, &permit).await?;
    Ok(Reply::new(proof.into()))
}
