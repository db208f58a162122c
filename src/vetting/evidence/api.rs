//! JSON of evidence in vetting.

use axum::extract::State;
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::service;
use crate::access::Permit;
use crate::access::action::ReadEvidence;
use crate::app::AppState;
use crate::experts::{EvidenceBody, file_response};
use crate::http::{PathId, Problem, ProblemBody, Reply};
use crate::ids::{EvidenceFileId, VettingCaseId};

/// Routes of this concern.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
}

/// Lists the evidence of the entry that an open case is about, the newest first.
#[utoipa::path(get, path = "/vetting-cases/{vetting_case_id}/evidence", operation_id = "list_case_evidence", tag = "vetting", security(("token" = [])),
    params(("vetting_case_id" = VettingCaseId, Path)), responses(
    (status = 200, body = [EvidenceBody]),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadEvidence>,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
) -> Result<Reply<Vec<EvidenceBody>>, Problem> {
    let files = service::of_case(&app.db, &permit, id).await?;
    Ok(Reply::new(files.into_iter().map(Into::into).collect()))
}

/// Answers with a file of an entry that is being vetted. That it was looked at is entered first, also in the person's
/// list of reveals.
#[utoipa::path(get, path = "/evidence/{evidence_id}", operation_id = "show_case_evidence", tag = "vetting", security(("token" = [])),
    params(("evidence_id" = EvidenceFileId, Path)), responses(
    (status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadEvidence>,
    State(app): State<AppState>,
    PathId(id): PathId<EvidenceFileId>,
) -> Result<Response, Problem> {
    let file = service::show(&app.db, &app.keyring, &permit, id).await?;
    Ok(file_response(file))
}
