//! JSON of legal matters.

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{BasisBody, ConditionsBody, NewBasisBody, NewConfirmation};
use super::model::Confirmer;
use super::service::{self, LegalError};
use crate::access::Permit;
use crate::access::action::{
    ConfirmConditions, ReadDeployments, ReadTownIncidents, SetDeploymentBasis,
};
use crate::app::AppState;
use crate::http::{IfMatch, JsonBody, PathId, Problem, ProblemBody, Reply, Written};
use crate::ids::{DeploymentId, IncidentId};
use crate::incidents::requests::desk;
use crate::input::FieldError;

/// Routes of legal matters.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show_basis, set_basis))
        .routes(routes!(show_conditions, confirm_conditions))
}

/// Shows on which legal basis a deployment stands, and what can be chosen between its sides.
#[utoipa::path(get, path = "/deployments/{deployment_id}/basis", operation_id = "show_deployment_basis", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = BasisBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_basis(
    permit: Permit<ReadDeployments>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<BasisBody>, Problem> {
    let options = service::options(&desk(&app), &permit, id).await?;
    let version = options.deployment.version;
    Ok(Reply::versioned(options.into(), version))
}

/// Says on which legal basis a deployment stands, or that it is open again: the town, the house that sends, or a
/// coordinator for either. What the legal forms of both do not allow is refused, with what they do. With `If-Match` it is
/// only said of the version that was read.
#[utoipa::path(put, path = "/deployments/{deployment_id}/basis", operation_id = "set_deployment_basis", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    request_body = NewBasisBody, responses(
    (status = 200, body = BasisBody),
    (status = 412, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn set_basis(
    permit: Permit<SetDeploymentBasis>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    if_match: IfMatch,
    body: JsonBody<NewBasisBody>,
) -> Result<Written<BasisBody>, Problem> {
    let desk = desk(&app);
    let reads = permit.also::<ReadDeployments>();
    let reads = reads.ok_or_else(|| Problem::forbidden("you may not read this"))?;
    let new = body.value.into();
    let generation = service::set_basis(&desk, &permit, (id, &new, if_match)).await?;
    let options = service::options(&desk, &reads, id).await?;
    Ok(Written {
        status: StatusCode::OK,
        version: options.deployment.version,
        body: options.into(),
        generation,
    })
}

/// Shows which conditions of deployment stand for an incident: accepted by the town, or confirmed at once.
#[utoipa::path(get, path = "/incidents/{incident_id}/immediate-conditions", operation_id = "show_immediate_conditions", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = ConditionsBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_conditions(
    permit: Permit<ReadTownIncidents>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<ConditionsBody>, Problem> {
    let (_, conditions) = service::conditions(&desk(&app), &permit, id).await?;
    Ok(Reply::new(conditions.into()))
}

/// Confirms the conditions of today for a town that has not accepted them: by somebody of the town who may, or by a
/// coordinator as they say on the phone. The town accepts them as all others do within 72 hours.
#[utoipa::path(post, path = "/incidents/{incident_id}/immediate-conditions", operation_id = "confirm_immediate_conditions", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = NewConfirmation, responses(
    (status = 200, body = ConditionsBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn confirm_conditions(
    permit: Permit<ConfirmConditions>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    body: JsonBody<NewConfirmation>,
) -> Result<Written<ConditionsBody>, Problem> {
    let desk = desk(&app);
    let reads = permit.also::<ReadTownIncidents>();
    let reads = reads.ok_or_else(|| Problem::forbidden("you may not read this"))?;
    let confirmer = Confirmer::from(body.value);
    let today = desk.reference.texts.conditions.version;
    let generation = service::confirm(&desk, &permit, (id, today, &confirmer)).await?;
    let (incident, conditions) = service::conditions(&desk, &reads, id).await?;
    Ok(Written {
        status: StatusCode::OK,
        body: conditions.into(),
        version: incident.version,
        generation,
    })
}

impl From<LegalError> for Problem {
    fn from(error: LegalError) -> Self {
        match error {
            LegalError::NotFound => Self::not_found("there is nothing with this id"),
            LegalError::Invalid(errors) => Self::fields(errors),
            LegalError::NotCommitted => Self::conflict(
                "a basis is asked for once all have said yes to more than a first talk",
            ),
            LegalError::Changed => Self::conflict("somebody else changed this: read it again"),
            LegalError::Stands => {
                Self::conflict("the conditions stand already: accepted, or confirmed at once")
            }
            LegalError::Outdated => {
                Self::conflict("the conditions are worded otherwise now: read them again")
            }
            LegalError::Unverified => Self::conflict("the incident is not verified"),
            LegalError::Closed => Self::conflict("the incident is closed"),
            LegalError::NeedsCode => {
                let detail = "the spoken code has six digits";
                Self::fields(vec![FieldError::new("/spoken_code", "missing", detail)])
            }
            LegalError::WrongCode(left) => {
                let detail = format!("this is not the code; {left} tries are left");
                Self::fields(vec![FieldError::new("/spoken_code", "wrong", detail)])
            }
            LegalError::Locked => {
                Self::conflict("there were too many wrong codes: phone the coordinators")
            }
            LegalError::Forgotten => {
                Self::conflict("the incident was forgotten: no note can be kept any more")
            }
            LegalError::Fixed => {
                Self::conflict("the town accepted the costs: the basis changes no more")
            }
            LegalError::Version(problem) => problem,
            LegalError::Storage(error) => error.into(),
        }
    }
}
