//! JSON of reveals.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::RevealPurpose;
use super::service::{self, Reveal, Viewer};
use crate::access::action::ReadReveals;
use crate::access::{Permit, Role};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{Page, Problem, ProblemBody, QueryParams, Reply};
use crate::ids::{OrganisationId, RevealId};

/// Routes of this concern.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which reveals to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RevealQuery {
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<RevealId>,
    /// 1–100; 50 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// That the caller's name and contact were shown to somebody.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RevealBody {
    id: RevealId,
    /// When; a manager's first time that day.
    at: Instant,
    /// Why.
    purpose: RevealPurpose,
    /// The role that allowed it.
    role: Role,
    /// For which organisation, when the role was granted for one.
    organisation_id: Option<OrganisationId>,
    /// What it is called.
    organisation_name: Option<String>,
}

/// Lists who was shown the caller's name and contact, newest first; empty without an entry of one's own.
#[utoipa::path(get, path = "/me/reveals", operation_id = "list_reveals", tag = "account", security(("token" = [])), params(RevealQuery), responses(
    (status = 200, body = Page<RevealBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadReveals>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<RevealQuery>,
) -> Result<Reply<Page<RevealBody>>, Problem> {
    let RevealQuery { cursor, limit } = query;
    let found = service::reveals(&app.db, &permit, (cursor, limit.unwrap_or(50))).await?;
    Ok(Reply::new(Page {
        items: found.items.into_iter().map(body).collect(),
        next_cursor: found.next.map(|id| id.to_string()),
    }))
}

fn body(reveal: Reveal) -> RevealBody {
    let Reveal {
        id,
        viewer: Viewer { role, organisation },
        purpose,
        at,
    } = reveal;
    let (organisation_id, organisation_name) = organisation.unzip();
    RevealBody {
        id,
        at,
        purpose,
        role,
        organisation_id,
        organisation_name,
    }
}
