//! JSON of after-care.

use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::SituationReportBody;
use super::service;
use crate::access::Permit;
use crate::access::action::ReadIncidents;
use crate::app::AppState;
use crate::http::{PathId, Problem, ProblemBody, Reply};
use crate::ids::IncidentId;
use crate::incidents::api::kit;

/// Routes of this concern.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(show))
}

/// Shows the situation of an incident as you may know it: what is known, who helps by public names, what is due and
/// what is to be done next.
#[utoipa::path(get, path = "/incidents/{incident_id}/situation-report", operation_id = "show_situation_report", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = SituationReportBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<SituationReportBody>, Problem> {
    let report = service::situation(kit(&app), &permit, id).await?;
    let contacts = service::contacts_of(&app.reference, &report.seen.incident);
    Ok(Reply::new(SituationReportBody::new(report, &contacts)))
}
