//! What the person and the employer's managers send and see.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::{has_words, written};
use crate::access::Permit;
use crate::access::action::SubmitExpert;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{JsonBody, PathId, Problem, ProblemBody, Reply};
use crate::ids::{ExpertId, VettingCaseId};
use crate::vetting::model::{CaseKind, CaseState, Verdict};
use crate::vetting::service::{self, OwnCase, OwnStep, OwnVetting, Submitted};

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(submit))
        .routes(routes!(own))
        .routes(routes!(withdraw))
        .routes(routes!(appeal))
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
    let parts = (&*app.reference, &*app.keyring);
    let (submitted, generation) = service::submit(&app.db, parts, &permit, id).await?;
    let vetting_case_id = match submitted {
        Submitted::Case(case) => Some(case),
        Submitted::Published => None,
    };
    let body = SubmittedBody { vetting_case_id };
    Ok(written(StatusCode::CREATED, &body, generation))
}

/// Where an entry stands with the vetters, for its person and managers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnVettingBody {
    /// What can be done.
    steps: Vec<OwnStep>,
    /// The last case.
    case: Option<OwnCaseBody>,
}

/// A case without who the vetters are and what they say among themselves.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnCaseBody {
    kind: CaseKind,
    state: CaseState,
    outcome: Option<Verdict>,
    /// The reason of the decision.
    reason: Option<String>,
    opened_at: Instant,
    decided_at: Option<Instant>,
    /// It is an appeal.
    appeal: bool,
    /// A revocation that acts before it is decided.
    urgent: bool,
}

/// Shows where an entry stands with the vetters.
#[utoipa::path(get, path = "/experts/{expert_id}/vetting", operation_id = "show_own_vetting", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), responses(
    (status = 200, body = OwnVettingBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn own(
    permit: Permit<SubmitExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Reply<OwnVettingBody>, Problem> {
    let standing = service::own(&app.db, &app.reference, &permit, id).await?;
    Ok(Reply::new(body(standing)))
}

/// Takes an application back while it is open.
#[utoipa::path(post, path = "/experts/{expert_id}/vetting/withdraw", operation_id = "withdraw_application", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), responses(
    (status = 200, body = OwnVettingBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn withdraw(
    permit: Permit<SubmitExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Response, Problem> {
    let generation = service::withdraw(&app.db, &permit, id).await?;
    let standing = service::own(&app.db, &app.reference, &permit, id).await?;
    Ok(written(StatusCode::OK, &body(standing), generation))
}

/// An appeal to be made.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewAppeal {
    /// Why others should look again.
    #[validate(custom(function = "has_words"), length(max = 2_000))]
    #[schema(min_length = 3, max_length = 2000)]
    grounds: String,
}

/// Asks vetters who have not decided to look at a rejection again, once.
#[utoipa::path(post, path = "/experts/{expert_id}/vetting/appeal", operation_id = "appeal_rejection", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)), request_body = NewAppeal, responses(
    (status = 201, body = SubmittedBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn appeal(
    permit: Permit<SubmitExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    new: JsonBody<NewAppeal>,
) -> Result<Response, Problem> {
    let parts = (&*app.reference, &*app.keyring);
    let asked = (id, new.value.grounds.trim());
    let (case, generation) = service::appeal(&app.db, parts, &permit, asked).await?;
    let body = SubmittedBody {
        vetting_case_id: Some(case),
    };
    Ok(written(StatusCode::CREATED, &body, generation))
}

fn body(standing: OwnVetting) -> OwnVettingBody {
    let OwnVetting { case, steps } = standing;
    OwnVettingBody {
        steps,
        case: case.map(|case| {
            let OwnCase {
                kind,
                state,
                outcome,
                reason,
                opened_at,
                decided_at,
                is_appeal,
                is_urgent,
            } = case;
            OwnCaseBody {
                kind,
                state,
                outcome,
                reason,
                opened_at,
                decided_at,
                appeal: is_appeal,
                urgent: is_urgent,
            }
        }),
    }
}
