//! JSON about oneself.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{session, tokens};
use crate::access::action::ReadSelf;
use crate::access::{Grant, Permit, Role, TokenScope};
use crate::app::AppState;
use crate::http::{ProblemBody, Reply};
use crate::ids::{AccountId, OrganisationId};

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show_self))
        .merge(session::routes())
        .merge(tokens::routes())
}

/// The account that is signed in.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SelfBody {
    id: AccountId,
    roles: Vec<GrantBody>,
    token_scopes: Vec<TokenScope>,
}

/// A role and where it holds.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct GrantBody {
    role: Role,
    organisation_id: Option<OrganisationId>,
}

/// Who am I?
#[utoipa::path(get, path = "/me", tag = "oneself", security(("token" = [])), responses(
    (status = 200, body = SelfBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_self(permit: Permit<ReadSelf>) -> Reply<SelfBody> {
    let caller = permit.caller();
    let roles = caller
        .grants
        .iter()
        .map(|Grant { role, organisation }| GrantBody {
            role: *role,
            organisation_id: *organisation,
        })
        .collect();
    Reply::new(SelfBody {
        id: caller.account,
        roles,
        token_scopes: caller.token_scopes.clone(),
    })
}
