//! Photos and documents are handed over, saved and deleted.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;
use web::pages::{AttachmentForm, AttachmentProblem, AttachmentRow, AttachmentsView};
use web::{Language, Notice};

use super::one::{Numbers, Shown, again, reading, said};
use super::words;
use crate::access::Permit;
use crate::access::action::{KeepIncidentAttachments, ReadIncidents};
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::idempotency::Attempt;
use crate::experts::EvidenceFormat;
use crate::http::{PathId, PathPart, Problem, Upload};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::attachments::{
    self, Attachment, AttachmentError, MOST_BYTES, MOST_FILES, download, named,
};
use crate::incidents::service::Seen;
use crate::pages::{Visitor, moment};

/// Sent twice it is kept once.
pub(super) async fn add(
    permit: Permit<KeepIncidentAttachments>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    upload: Result<Upload, Problem>,
) -> Result<Response, Problem> {
    let reads = reading(&permit)?;
    // Of what is too large, nothing is read.
    let before = upload.as_ref().map_or("", |sent| sent.field("gezeigt"));
    let before = before.to_owned();
    let kept = match upload {
        Ok(upload) => keep(&app, &permit, (id, &upload)).await?,
        Err(problem) if problem.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(AttachmentProblem::TooLarge)
        }
        Err(problem) => return Err(problem),
    };
    match kept {
        Ok(()) => Ok(said(id, Notice::IncidentAttachmentAdded)),
        Err(problem) => {
            let numbers = Numbers::again(&app, &reads, (id, &before)).await?;
            let shown = Shown::with_attachment(problem).with_numbers(numbers);
            again(&app, &reads, (frame, id, shown)).await
        }
    }
}

async fn keep(
    app: &AppState,
    permit: &Permit<KeepIncidentAttachments>,
    (id, upload): (IncidentId, &Upload),
) -> Result<Result<(), AttachmentProblem>, Problem> {
    if upload.file.is_empty() {
        return Ok(Err(AttachmentProblem::Missing));
    }
    let sent = attempt(permit, id, upload);
    let problem = match attachments::add(kit(app), permit, (id, &upload.file), sent).await {
        Ok(_) => return Ok(Ok(())),
        Err(AttachmentError::Format) => AttachmentProblem::Format,
        Err(AttachmentError::TooMany) => AttachmentProblem::TooMany,
        Err(AttachmentError::Full) => AttachmentProblem::Full,
        Err(error @ (AttachmentError::NotFound | AttachmentError::Incident(_))) => {
            return Err(error.into());
        }
    };
    Ok(Err(problem))
}

/// One sending of the form: the same file under the same token.
fn attempt(
    permit: &Permit<KeepIncidentAttachments>,
    id: IncidentId,
    upload: &Upload,
) -> Option<Attempt> {
    let key = Uuid::from_slice(&upload.hash[..16]).ok()?;
    (!upload.field("formular").is_empty()).then(|| Attempt {
        scope: format!("{} attachment form {id}", permit.caller().account),
        key: key.to_string(),
        body_hash: upload.hash,
    })
}

pub(super) async fn save(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    PathPart(id, attachment): PathPart<IncidentId>,
) -> Result<Response, Problem> {
    download(&app, &permit, (id, &attachment)).await
}

pub(super) async fn remove(
    permit: Permit<KeepIncidentAttachments>,
    State(app): State<AppState>,
    PathPart(id, attachment): PathPart<IncidentId>,
) -> Result<Response, Problem> {
    let attachment = named(&attachment)?;
    attachments::remove(kit(&app), &permit, (id, attachment)).await?;
    Ok(said(id, Notice::IncidentAttachmentRemoved))
}

/// The attachments for who reads them, and the form for another one for who adds them.
pub(super) fn view(
    (kept, problem): (&[Attachment], Option<AttachmentProblem>),
    (seen, permit): (&Seen, &Permit<ReadIncidents>),
    (now, language): (Instant, Language),
) -> AttachmentsView {
    // Somebody may be of a town and of a house that serves others.
    let is_let =
        seen.side.keeps_attachments() && permit.also::<KeepIncidentAttachments>().is_some();
    let is_open = seen.incident.closed.is_none();
    let rows = kept.iter().map(|file| row(file, now, language));
    AttachmentsView {
        rows: rows.collect(),
        may_remove: is_let,
        form: (is_let && is_open).then(|| AttachmentForm {
            token: Uuid::new_v4().to_string(),
            most: MOST_FILES,
            megabytes: MOST_BYTES / (1024 * 1024),
            problem,
        }),
    }
}

fn row(file: &Attachment, now: Instant, language: Language) -> AttachmentRow {
    AttachmentRow {
        id: file.id.to_string(),
        name: file.name(),
        format: match file.format {
            EvidenceFormat::Pdf => "PDF",
            EvidenceFormat::Png => "PNG",
            EvidenceFormat::Jpeg => "JPEG",
        },
        size: file.size,
        side: words::side(file.side),
        at: moment(file.at, now, language),
    }
}
