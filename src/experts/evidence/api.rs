//! JSON of a person's own evidence files.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::{EvidenceFile, EvidenceFormat};
use super::service::{self, EvidenceError, NewEvidence, OpenedFile};
use crate::access::Permit;
use crate::access::action::KeepEvidence;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{PathId, Problem, ProblemBody, Reply, Upload, json, saved_file};
use crate::ids::EvidenceFileId;
use crate::input::FieldError;

/// Routes of this concern.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(show, remove))
}

/// A file that proves what an entry claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceBody {
    /// Its id.
    id: EvidenceFileId,
    /// The skill or certification it proves.
    term: String,
    /// What it is.
    format: EvidenceFormat,
    /// Its length in bytes.
    size: u32,
    /// When it came.
    uploaded_at: Instant,
    /// When a vetter first looked at it.
    seen_at: Option<Instant>,
    /// When the content was deleted; then only this note is left.
    deleted_at: Option<Instant>,
}

impl From<EvidenceFile> for EvidenceBody {
    fn from(file: EvidenceFile) -> Self {
        let EvidenceFile {
            id,
            expert: _,
            term,
            format,
            size,
            uploaded_at,
            deleted_at,
            looks,
        } = file;
        Self {
            id,
            term,
            format,
            size,
            uploaded_at,
            seen_at: looks.first().map(|(_, at)| *at),
            deleted_at,
        }
    }
}

/// A form with a file.
#[derive(ToSchema)]
#[expect(dead_code, reason = "documents the parts of the form")]
struct NewEvidenceForm {
    /// The skill or certification it proves.
    term: String,
    /// PDF, PNG or JPEG, at most 5 MiB.
    #[schema(format = Binary)]
    file: String,
}

/// Lists the files of one's own entry, the newest first.
#[utoipa::path(get, path = "/me/evidence", operation_id = "list_evidence", tag = "account", security(("token" = [])),
    responses(
    (status = 200, body = [EvidenceBody]),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<KeepEvidence>,
    State(app): State<AppState>,
) -> Result<Reply<Vec<EvidenceBody>>, Problem> {
    let files = service::own(&app.db, &permit).await?;
    Ok(Reply::new(files.into_iter().map(Into::into).collect()))
}

/// Keeps a file for the vetters of one's own entry.
#[utoipa::path(post, path = "/me/evidence", operation_id = "add_evidence", tag = "account", security(("token" = [])),
    request_body(content = NewEvidenceForm, content_type = "multipart/form-data"), responses(
    (status = 201, body = EvidenceBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn add(
    permit: Permit<KeepEvidence>,
    State(app): State<AppState>,
    upload: Upload,
) -> Result<Response, Problem> {
    if upload.file.is_empty() {
        let missing = FieldError::new("/file", "required", "send a file");
        return Err(Problem::fields(vec![missing]));
    }
    let new = NewEvidence {
        term: upload.field("term"),
        bytes: &upload.file,
    };
    let file = service::add(&app.db, &app.keyring, &permit, new).await?;
    Ok(json(StatusCode::CREATED, &EvidenceBody::from(file)))
}

/// Answers with a file of one's own entry.
#[utoipa::path(get, path = "/me/evidence/{evidence_id}", operation_id = "show_evidence", tag = "account", security(("token" = [])),
    params(("evidence_id" = EvidenceFileId, Path)), responses(
    (status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<KeepEvidence>,
    State(app): State<AppState>,
    PathId(id): PathId<EvidenceFileId>,
) -> Result<Response, Problem> {
    let file = service::open_own(&app.db, &app.keyring, &permit, id).await?;
    Ok(file_response(file))
}

/// Deletes a file of one's own entry; that there was one stays noted.
#[utoipa::path(delete, path = "/me/evidence/{evidence_id}", operation_id = "remove_evidence", tag = "account", security(("token" = [])),
    params(("evidence_id" = EvidenceFileId, Path)), responses(
    (status = 204),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn remove(
    permit: Permit<KeepEvidence>,
    State(app): State<AppState>,
    PathId(id): PathId<EvidenceFileId>,
) -> Result<StatusCode, Problem> {
    service::remove(&app.db, &permit, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A file to be saved, never shown in the page: under a name of ours, whatever it was called.
pub fn file_response(file: OpenedFile) -> Response {
    let OpenedFile { id, format, bytes } = file;
    let short = id.0.simple().to_string();
    let name = format!("nachweis-{}.{}", &short[24..], format.extension());
    saved_file((&name, format.media_type()), bytes)
}

impl From<EvidenceError> for Problem {
    fn from(error: EvidenceError) -> Self {
        let at = |field: &str, code: &'static str, error: &EvidenceError| {
            Self::fields(vec![FieldError::new(
                format!("/{field}"),
                code,
                error.to_string(),
            )])
        };
        match error {
            EvidenceError::NotFound => Self::not_found("there is no such file"),
            EvidenceError::Format => at("file", "format", &error),
            EvidenceError::Term => at("term", "unknown", &error),
            EvidenceError::TooMany => Self::conflict(error.to_string()),
            EvidenceError::Storage(error) => error.into(),
        }
    }
}
