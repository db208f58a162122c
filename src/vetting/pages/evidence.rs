//! Evidence in words, and handed over to vetters.

use axum::extract::State;
use axum::response::Response;
use web::Language;
use web::pages::EvidenceRow;

use crate::access::Permit;
use crate::access::action::ReadEvidence;
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{EvidenceFile, EvidenceFormat, file_response};
use crate::http::{PathId, Problem};
use crate::ids::EvidenceFileId;
use crate::pages::moment;
use crate::vetting::evidence;

/// A file of an entry that is being vetted, to be saved.
pub(super) async fn save(
    permit: Permit<ReadEvidence>,
    State(app): State<AppState>,
    PathId(id): PathId<EvidenceFileId>,
) -> Result<Response, Problem> {
    let file = evidence::show(&app.db, &app.keyring, &permit, id).await?;
    Ok(file_response(file))
}

/// A file in words, with what its term is called.
pub fn evidence_row(
    file: EvidenceFile,
    claim: String,
    (now, language): (Instant, Language),
) -> EvidenceRow {
    let EvidenceFile {
        id,
        expert: _,
        term: _,
        format,
        size,
        uploaded_at,
        deleted_at,
        looks,
    } = file;
    let told = |at| moment(at, now, language);
    EvidenceRow {
        id: id.to_string(),
        claim,
        format: match format {
            EvidenceFormat::Pdf => "PDF",
            EvidenceFormat::Png => "PNG",
            EvidenceFormat::Jpeg => "JPEG",
        },
        size,
        uploaded: told(uploaded_at),
        seen: looks.first().map(|(_, at)| told(*at)),
        deleted: deleted_at.map(told),
    }
}
