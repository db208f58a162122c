//! JSON of what is said after deployments, of lessons and figures.

mod lessons;

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{AfterwardsBody, NewProven, NewReview, StatisticsBody};
use super::service::{self, LessonError, ReviewError};
use crate::access::Permit;
use crate::access::action::{ReadStatistics, RunDeployment};
use crate::app::AppState;
use crate::http::{JsonBody, PathId, Problem, ProblemBody, Reply, Written};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;

/// Routes of this area.
pub(in crate::incidents) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show, write))
        .routes(routes!(prove))
        .routes(routes!(statistics))
        .merge(lessons::routes())
}

/// Shows what is said after a deployment that ended: what the own side wrote, and what the others did once both sides
/// wrote or two weeks are over.
#[utoipa::path(get, path = "/deployments/{deployment_id}/review", operation_id = "show_deployment_review", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = AfterwardsBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<AfterwardsBody>, Problem> {
    let seen = service::afterwards(kit(&app), &permit, id).await?;
    Ok(Reply::new(seen.into()))
}

/// Says how it went, instead of what the own side said before; until the others read it. No ratings of persons.
#[utoipa::path(put, path = "/deployments/{deployment_id}/review", operation_id = "write_deployment_review", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewReview, responses(
    (status = 200, body = AfterwardsBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn write(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewReview>,
) -> Result<Written<AfterwardsBody>, Problem> {
    let texts = body.value.into();
    let (version, generation) = service::write_review(kit(&app), &permit, (id, &texts)).await?;
    written(&app, &permit, (id, version, generation)).await
}

/// Says which skills of the need the town saw, within 90 days after the end: they are proven in a deployment then. Whoever
/// helped takes them back by leaving them out.
#[utoipa::path(put, path = "/deployments/{deployment_id}/proven", operation_id = "prove_deployment_skills", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewProven, responses(
    (status = 200, body = AfterwardsBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn prove(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    body: JsonBody<NewProven>,
) -> Result<Written<AfterwardsBody>, Problem> {
    let wanted = (id, body.value.skills.as_slice());
    let generation = service::prove(kit(&app), &permit, wanted).await?;
    written(&app, &permit, (id, 1, generation)).await
}

/// Figures of the whole federation over the last three whole quarters, none of which shows fewer than five.
#[utoipa::path(get, path = "/statistics", operation_id = "show_statistics", tag = "help", security(("token" = [])), responses(
    (status = 200, body = StatisticsBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn statistics(
    permit: Permit<ReadStatistics>,
    State(app): State<AppState>,
) -> Result<Reply<StatisticsBody>, Problem> {
    let figures = service::statistics(kit(&app), &permit).await?;
    Ok(Reply::new(figures.into()))
}

async fn written(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, version, generation): (DeploymentId, i32, i64),
) -> Result<Written<AfterwardsBody>, Problem> {
    let seen = service::afterwards(kit(app), permit, id).await?;
    Ok(Written {
        status: StatusCode::OK,
        body: seen.into(),
        version,
        generation,
    })
}

impl From<ReviewError> for Problem {
    fn from(error: ReviewError) -> Self {
        match error {
            ReviewError::NotEnded => Self::conflict("the deployment is not over"),
            ReviewError::Closed => {
                Self::conflict("the sides read what they wrote: nobody writes any more")
            }
            ReviewError::Late => {
                Self::conflict("the town says what it saw within 90 days after the end")
            }
            ReviewError::OtherSide => Self::forbidden("another side of the deployment does this"),
            ReviewError::Invalid(errors) => Self::fields(errors),
            ReviewError::Deployment(error) => error.into(),
        }
    }
}

impl From<LessonError> for Problem {
    fn from(error: LessonError) -> Self {
        match error {
            LessonError::NotFound => Self::not_found("there is no such lesson"),
            LessonError::NotVerified => Self::conflict("the incident is not verified"),
            LessonError::HeldBack => {
                Self::conflict("an investigation holds this back: no lesson until it is lifted")
            }
            LessonError::OwnLesson => Self::conflict("a second person shares it"),
            LessonError::AlreadyShared => Self::conflict("the lesson is shared already"),
            LessonError::Invalid(errors) => Self::fields(errors),
            LessonError::Incident(error) => error.into(),
        }
    }
}
