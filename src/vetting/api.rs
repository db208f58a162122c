//! JSON of vetting cases.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::evidence;
use super::model::{Assessment, Case, CaseState, Verdict};
use super::service::{self, Submitted, VettingError};
use crate::access::Permit;
use crate::access::action::{AssessVettingCase, ReadVettingCases, SubmitExpert};
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::Grade;
use crate::http::{
    GENERATION, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply, cut, json,
};
use crate::ids::{AccountId, ExpertId, VettingCaseId};

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(submit))
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(assess))
        .merge(evidence::routes())
}

/// What a submission led to.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SubmittedBody {
    /// The vetting case of a person; null for a capacity, which is published at once.
    vetting_case_id: Option<VettingCaseId>,
}

/// Submits an entry: a person for vetting, a capacity for publication.
#[utoipa::path(post, path = "/experts/{expert_id}/submit", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), responses(
    (status = 201, body = SubmittedBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn submit(
    permit: Permit<SubmitExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Response, Problem> {
    let (submitted, generation) = service::submit(&app.db, &app.reference, &permit, id).await?;
    let vetting_case_id = match submitted {
        Submitted::Case(case) => Some(case),
        Submitted::Published => None,
    };
    Ok(written(
        StatusCode::CREATED,
        &SubmittedBody { vetting_case_id },
        generation,
    ))
}

/// Which cases to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct CaseQuery {
    /// Where they stand; open if absent.
    #[serde(default)]
    state: Option<CaseState>,
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<VettingCaseId>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// A case as vetters see it: the entry by id, no identity.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CaseBody {
    id: VettingCaseId,
    expert_id: ExpertId,
    grade: Grade,
    state: CaseState,
    outcome: Option<Verdict>,
    opened_at: Instant,
    decided_at: Option<Instant>,
    assessments: Vec<AssessmentBody>,
}

/// What one vetter says.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AssessmentBody {
    vetter_id: AccountId,
    verdict: Verdict,
    reason: String,
    at: Instant,
}

/// Lists vetting cases, oldest first.
#[utoipa::path(get, path = "/vetting-cases", operation_id = "list_vetting_cases", tag = "vetting", security(("token" = [])), params(CaseQuery), responses(
    (status = 200, body = Page<CaseBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadVettingCases>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<CaseQuery>,
) -> Result<Reply<Page<CaseBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let mut cases = service::list(
        &app.db,
        &permit,
        query.state.unwrap_or(CaseState::Open),
        (query.cursor, limit),
    )
    .await?;
    let next_cursor = cut(&mut cases, limit).map(|case| case.id.to_string());
    Ok(Reply::new(Page {
        items: cases.into_iter().map(body).collect(),
        next_cursor,
    }))
}

/// Shows a vetting case.
#[utoipa::path(get, path = "/vetting-cases/{vetting_case_id}", operation_id = "show_vetting_case", tag = "vetting", security(("token" = [])),
    params(("vetting_case_id" = VettingCaseId, Path)), responses(
    (status = 200, body = CaseBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadVettingCases>,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
) -> Result<Reply<CaseBody>, Problem> {
    Ok(Reply::new(body(service::show(&app.db, &permit, id).await?)))
}

/// An assessment to be made.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewAssessment {
    /// What.
    verdict: Verdict,
    /// Why.
    #[validate(length(min = 3, max = 2_000))]
    #[schema(min_length = 3, max_length = 2000)]
    reason: String,
}

/// Assesses a vetting case; the last assessment needed decides it.
#[utoipa::path(post, path = "/vetting-cases/{vetting_case_id}/assessments", tag = "vetting", security(("token" = [])),
    params(("vetting_case_id" = VettingCaseId, Path)), request_body = NewAssessment, responses(
    (status = 201, body = CaseBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn assess(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
    new: JsonBody<NewAssessment>,
) -> Result<Response, Problem> {
    let NewAssessment { verdict, reason } = new.value;
    let (case, generation) = service::assess(&app.db, &permit, id, (verdict, &reason)).await?;
    Ok(written(StatusCode::CREATED, &body(case), generation))
}

fn written<T: Serialize>(status: StatusCode, body: &T, generation: i64) -> Response {
    let mut response = json(status, body);
    response
        .headers_mut()
        .insert(GENERATION, HeaderValue::from(generation));
    response
}

fn body(case: Case) -> CaseBody {
    let Case {
        id,
        expert,
        grade,
        state,
        outcome,
        opened_at,
        decided_at,
        assessments,
    } = case;
    let assessments = assessments
        .into_iter()
        .map(
            |Assessment {
                 vetter,
                 verdict,
                 reason,
                 at,
             }| AssessmentBody {
                vetter_id: vetter,
                verdict,
                reason,
                at,
            },
        )
        .collect();
    CaseBody {
        id,
        expert_id: expert,
        grade,
        state,
        outcome,
        opened_at,
        decided_at,
        assessments,
    }
}

impl From<VettingError> for Problem {
    fn from(error: VettingError) -> Self {
        match error {
            VettingError::NotFound => Self::not_found("there is no such case or entry"),
            VettingError::AlreadyDecided => Self::conflict("the case is already decided"),
            VettingError::AlreadyAssessed => Self::conflict("you have assessed this case already"),
            VettingError::TooClose => {
                Self::forbidden("you cannot assess your own entry or that of your own organisation")
            }
            VettingError::AlreadySubmitted => Self::conflict("the entry is being vetted already"),
            VettingError::Invalid(errors) => Self::fields(errors),
            VettingError::Storage(error) => error.into(),
        }
    }
}
