//! JSON of vetting cases.

mod application;
mod body;
mod notes;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::{Validate, ValidationError};

use body::{CaseBody, body, whole};

use super::evidence;
use super::model::{CaseState, Refusal, Verdict};
use super::service::{self, VettingError};
use crate::access::Permit;
use crate::access::action::{AssessVettingCase, ReadVettingCases};
use crate::app::AppState;
use crate::http::{
    GENERATION, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply, cut, json,
};
use crate::ids::{ExpertId, VettingCaseId};

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(application::routes())
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(assess))
        .routes(routes!(undo))
        .routes(routes!(revoke))
        .merge(notes::routes())
        .merge(evidence::routes())
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
    let next_cursor = cut(&mut cases, limit).map(|row| row.case.id.to_string());
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
    Ok(Reply::new(seen(&app, &permit, id).await?))
}

/// An assessment to be made.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewAssessment {
    /// What.
    verdict: Verdict,
    /// Why.
    #[validate(custom(function = "has_words"), length(max = 2_000))]
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
    let read = reading(&permit)?;
    let said = (id, verdict, reason.trim());
    let (_, generation) = service::assess(&app.db, &app.reference, &permit, said).await?;
    let body = seen(&app, &read, id).await?;
    Ok(written(StatusCode::CREATED, &body, generation))
}

/// Takes back, for ten minutes, what the caller said last, and with it what that decided.
#[utoipa::path(post, path = "/vetting-cases/{vetting_case_id}/undo", operation_id = "undo_assessment", tag = "vetting", security(("token" = [])),
    params(("vetting_case_id" = VettingCaseId, Path)), responses(
    (status = 200, body = CaseBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn undo(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
) -> Result<Response, Problem> {
    let read = reading(&permit)?;
    let (_, generation) = service::undo(&app.db, &permit, id).await?;
    let body = seen(&app, &read, id).await?;
    Ok(written(StatusCode::OK, &body, generation))
}

/// A revocation to be opened.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewRevocation {
    /// Why.
    #[validate(custom(function = "has_words"), length(max = 2_000))]
    #[schema(min_length = 3, max_length = 2000)]
    reason: String,
    /// It acts at once, and lapses after seven days unless a second vetter confirms it.
    #[serde(default)]
    urgent: bool,
}

/// Opens a revocation; the caller has assessed it with that, and a second vetter decides.
#[utoipa::path(post, path = "/experts/{expert_id}/vetting/revocation", operation_id = "open_revocation", tag = "vetting", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), request_body = NewRevocation, responses(
    (status = 201, body = CaseBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn revoke(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    new: JsonBody<NewRevocation>,
) -> Result<Response, Problem> {
    let NewRevocation { reason, urgent } = new.value;
    let read = reading(&permit)?;
    let parts = (&*app.reference, &*app.keyring);
    let asked = (id, reason.trim(), urgent);
    let (case, generation) = service::revoke(&app.db, parts, &permit, asked).await?;
    let body = seen(&app, &read, case.id).await?;
    Ok(written(StatusCode::CREATED, &body, generation))
}

/// A case as it is now, with its notes.
async fn seen(
    app: &AppState,
    permit: &Permit<ReadVettingCases>,
    id: VettingCaseId,
) -> Result<CaseBody, Problem> {
    Ok(whole(service::detail(&app.db, permit, id).await?))
}

/// The answer to a writer shows the case; asked for before anything is written.
fn reading(permit: &Permit<AssessVettingCase>) -> Result<Permit<ReadVettingCases>, Problem> {
    permit
        .also()
        .ok_or_else(|| Problem::forbidden("your token may not read this"))
}

/// At least three characters that are not blank.
fn has_words(text: &str) -> Result<(), ValidationError> {
    if text.trim().chars().count() < 3 {
        return Err(ValidationError::new("length"));
    }
    Ok(())
}

fn written<T: Serialize>(status: StatusCode, body: &T, generation: i64) -> Response {
    let mut response = json(status, body);
    response
        .headers_mut()
        .insert(GENERATION, HeaderValue::from(generation));
    response
}

impl From<VettingError> for Problem {
    fn from(error: VettingError) -> Self {
        match error {
            VettingError::NotFound => Self::not_found("there is no such case or entry"),
            VettingError::Refused(refusal) => refused(refusal),
            VettingError::AlreadySubmitted => Self::conflict("the entry is being vetted already"),
            VettingError::NotAdmitted => Self::conflict("the entry is not admitted"),
            VettingError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            VettingError::Invalid(errors) => Self::fields(errors),
            VettingError::Storage(error) => error.into(),
        }
    }
}

fn refused(refusal: Refusal) -> Problem {
    let detail = refusal.to_string();
    match refusal {
        Refusal::Closed
        | Refusal::AlreadyAssessed
        | Refusal::TooLate
        | Refusal::Superseded
        | Refusal::NotRejected
        | Refusal::AppealedAlready => Problem::conflict(detail),
        Refusal::TooClose | Refusal::DecidedBefore | Refusal::NotLast => Problem::forbidden(detail),
        Refusal::NotForThisKind => Problem::invalid(detail),
    }
}
