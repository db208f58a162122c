//! Hours given and received over HTTP.

use axum::extract::State;
use chrono::Datelike;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use crate::access::Permit;
use crate::access::action::ReadHours;
use crate::app::AppState;
use crate::http::{PathId, Problem, ProblemBody, QueryParams, Reply};
use crate::ids::OrganisationId;
use crate::incidents::costs::body::HoursBody;
use crate::incidents::costs::service;

/// Routes of hours.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(show))
}

/// Of which year.
#[derive(Clone, Copy, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct HoursQuery {
    /// 2020–2100; this year if absent.
    #[serde(default)]
    #[validate(range(min = 2_020, max = 2_100))]
    #[param(minimum = 2020, maximum = 2100)]
    year: Option<i32>,
}

/// Shows what an organisation gives and receives in a year: hours of its deployments together, never of one person.
#[utoipa::path(get, path = "/organisations/{organisation_id}/hours", operation_id = "show_organisation_hours", tag = "help", security(("token" = [])),
    params(("organisation_id" = OrganisationId, Path), HoursQuery), responses(
    (status = 200, body = HoursBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadHours>,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    QueryParams(query): QueryParams<HoursQuery>,
) -> Result<Reply<HoursBody>, Problem> {
    let this_year = app.db.clock().now().date().year();
    let year = query.year.unwrap_or(this_year);
    let totals = service::hours_of_house(&app.db, &permit, (id, year)).await?;
    Ok(Reply::new(HoursBody::new(totals, year)))
}
