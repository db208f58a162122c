//! The table over HTTP.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::service::export;
use crate::access::Permit;
use crate::access::action::ExportExperts;
use crate::app::AppState;
use crate::exchange::imports::{csv, organisation};
use crate::http::{Problem, ProblemBody, QueryParams};
use crate::ids::OrganisationId;

/// Routes of this concern.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(show))
}

/// Whose entries.
#[derive(Clone, Copy, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ExportQuery {
    /// May be left out by whoever manages one organisation.
    #[serde(default)]
    organisation_id: Option<OrganisationId>,
}

/// The own entries as the table an import reads; each name shown is entered in the person's list.
#[utoipa::path(get, path = "/exports/experts.csv", operation_id = "export_experts", tag = "register", security(("token" = [])), params(ExportQuery), responses(
    (status = 200, body = String, content_type = "text/csv"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ExportExperts>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<ExportQuery>,
) -> Result<Response, Problem> {
    let reads = permit
        .also()
        .ok_or_else(|| Problem::forbidden("your token may not read names"))?;
    let organisation = organisation(permit.scope(), query.organisation_id)?;
    let parts = (&*app.reference, &*app.keyring);
    let text = export(&app.db, parts, (&permit, &reads), organisation).await?;
    Ok(csv("kataster-fachkraefte.csv", text))
}
