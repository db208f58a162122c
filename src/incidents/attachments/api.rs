//! JSON of attachments, and the files themselves.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::Attachment;
use super::service::{self, AttachmentError};
use crate::access::Permit;
use crate::access::action::{KeepIncidentAttachments, ReadIncidents};
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::idempotency::Attempt;
use crate::http::{
    GENERATION, IdempotencyKey, PathId, PathPart, Problem, ProblemBody, Reply, Upload, json,
    saved_file,
};
use crate::ids::{IncidentAttachmentId, IncidentId};
use crate::incidents::api::{kit, seen_by};
use crate::incidents::model::Side;
use crate::incidents::service::show as show_incident;
use crate::input::FieldError;

/// Routes of this concern.
pub(in crate::incidents) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, remove))
}

/// A file handed over with an incident.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentAttachmentBody {
    /// Its id.
    pub id: IncidentAttachmentId,
    /// What we call it; what it was called nobody keeps.
    pub name: String,
    /// `application/pdf`, `image/png` or `image/jpeg`.
    pub media_type: String,
    /// Its length in bytes.
    pub bytes: u32,
    /// When it came.
    pub at: Instant,
    /// As what somebody added it.
    pub added_as: Side,
}

impl From<Attachment> for IncidentAttachmentBody {
    fn from(file: Attachment) -> Self {
        let name = file.name();
        let Attachment {
            id,
            format,
            size,
            at,
            side,
        } = file;
        Self {
            id,
            name,
            media_type: format.media_type().to_owned(),
            bytes: size,
            at,
            added_as: side,
        }
    }
}

/// A form with a file.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes the form; `Upload` reads it")]
struct NewIncidentAttachmentForm {
    /// PDF, PNG or JPEG by its content, at most 5 MiB.
    #[schema(format = Binary)]
    file: String,
}

/// Lists the attachments of an incident, the newest first.
#[utoipa::path(get, path = "/incidents/{incident_id}/attachments", operation_id = "list_incident_attachments", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = [IncidentAttachmentBody]),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<Vec<IncidentAttachmentBody>>, Problem> {
    let seen = show_incident(kit(&app), &permit, id).await?;
    let kept = service::list(kit(&app), &seen).await?;
    Ok(Reply::new(kept.into_iter().map(Into::into).collect()))
}

/// Keeps a photo or a document with an incident that is not over: at most 20 files and 50 MiB together.
#[utoipa::path(post, path = "/incidents/{incident_id}/attachments", operation_id = "create_incident_attachment", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)),
    request_body(content = NewIncidentAttachmentForm, content_type = "multipart/form-data"), responses(
    (status = 201, body = IncidentAttachmentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<KeepIncidentAttachments>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    IdempotencyKey(key): IdempotencyKey,
    upload: Upload,
) -> Result<Response, Problem> {
    seen_by(&permit)?;
    if upload.file.is_empty() {
        let missing = FieldError::new("/file", "required", "send a file");
        return Err(Problem::fields(vec![missing]));
    }
    let attempt = key.map(|key| Attempt {
        scope: format!("{} attachments {id}", permit.caller().account),
        key,
        body_hash: upload.hash,
    });
    let (kept, generation) = service::add(kit(&app), &permit, (id, &upload.file), attempt).await?;
    let mut response = json(StatusCode::CREATED, &IncidentAttachmentBody::from(kept));
    let generation = HeaderValue::from(generation);
    response.headers_mut().insert(GENERATION, generation);
    Ok(response)
}

/// Answers with an attachment. It is recorded who looked.
#[utoipa::path(get, path = "/incidents/{incident_id}/attachments/{attachment_id}", operation_id = "show_incident_attachment", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path), ("attachment_id" = IncidentAttachmentId, Path)), responses(
    (status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    PathPart(id, attachment): PathPart<IncidentId>,
) -> Result<Response, Problem> {
    download(&app, &permit, (id, &attachment)).await
}

/// Deletes an attachment.
#[utoipa::path(delete, path = "/incidents/{incident_id}/attachments/{attachment_id}", operation_id = "remove_incident_attachment", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path), ("attachment_id" = IncidentAttachmentId, Path)), responses(
    (status = 204),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn remove(
    permit: Permit<KeepIncidentAttachments>,
    State(app): State<AppState>,
    PathPart(id, attachment): PathPart<IncidentId>,
) -> Result<StatusCode, Problem> {
    seen_by(&permit)?;
    let attachment = named(&attachment)?;
    service::remove(kit(&app), &permit, (id, attachment)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An attachment to be saved, never shown in the page: under a name of ours, whatever it was called.
pub(in crate::incidents) async fn download(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    (id, attachment): (IncidentId, &str),
) -> Result<Response, Problem> {
    let attachment = named(attachment)?;
    let (file, bytes) = service::open(kit(app), permit, (id, attachment)).await?;
    Ok(saved_file((&file.name(), file.format.media_type()), bytes))
}

/// The attachment a path names.
pub(in crate::incidents) fn named(text: &str) -> Result<IncidentAttachmentId, Problem> {
    let named = text.parse();
    named.map_err(|_| Problem::not_found("there is no such attachment"))
}

impl From<AttachmentError> for Problem {
    fn from(error: AttachmentError) -> Self {
        let at_file = |code: &'static str, error: &AttachmentError| {
            vec![FieldError::new("/file", code, error.to_string())]
        };
        match error {
            AttachmentError::NotFound => Self::not_found("there is no such attachment"),
            AttachmentError::Format => Self::fields(at_file("format", &error)),
            AttachmentError::TooMany => {
                Self::conflict(error.to_string()).with_errors(at_file("too_many", &error))
            }
            AttachmentError::Full => {
                Self::conflict(error.to_string()).with_errors(at_file("full", &error))
            }
            AttachmentError::Incident(error) => error.into(),
        }
    }
}
