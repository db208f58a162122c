//! JSON of requests for help.

mod answers;
mod calls;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use calls::gateway_routes;

use super::body::{
    Aliases, ChoiceKind, HelpRequestBody, NewAlert, NewChoice, NewHelpRequest, NewWave, Pausing,
    StandingDown,
};
use super::model::{Choice, Situation};
use super::preview_body::PreviewBody;
use super::service::{self, Desk, RequestError};
use crate::access::Permit;
use crate::access::action::{AlertExperts, CreateHelpRequest, ReadHelpRequests, SteerWaves};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::db::{Db, StorageError};
use crate::experts;
use crate::http::{IdempotencyKey, JsonBody, PathId, Problem, ProblemBody, Reply, Written};
use crate::ids::{IncidentId, RequestId};
use crate::incidents::deployments::{introductions, last_extensions};
use crate::matching::CardLanguage;

/// Routes of requests for help.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(show))
        .routes(routes!(alert))
        .routes(routes!(stand_down))
        .routes(routes!(pause))
        .routes(routes!(next_wave))
        .routes(routes!(choose))
        .merge(answers::routes())
}

pub(in crate::incidents) fn desk(app: &AppState) -> Desk {
    Desk {
        db: app.db.clone(),
        ring: app.keyring.clone(),
        reference: app.reference.clone(),
        search: app.search.clone(),
        waves: app.waves,
    }
}

/// Asks for people, as a draft: nobody is asked yet. Only for a verified incident.
#[utoipa::path(post, path = "/incidents/{incident_id}/requests", operation_id = "create_help_request", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = NewHelpRequest, responses(
    (status = 201, body = HelpRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<CreateHelpRequest>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewHelpRequest>,
) -> Result<Written<HelpRequestBody>, Problem> {
    let attempt = key.map(|key| Attempt {
        scope: format!("{} {id} requests", permit.caller().account),
        key,
        body_hash: body.hash,
    });
    let new = (id, body.value.into());
    let made = service::create(&desk(&app), &permit, new, attempt).await?;
    written(&app, made, StatusCode::CREATED).await
}

/// Shows a request: who is needed, who was asked, what came of it.
#[utoipa::path(get, path = "/requests/{request_id}", operation_id = "show_help_request", tag = "help", security(("token" = [])),
    params(("request_id" = RequestId, Path)), responses(
    (status = 200, body = HelpRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadHelpRequests>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
) -> Result<Reply<HelpRequestBody>, Problem> {
    let situation = service::show(&app.db, &permit, id).await?;
    let body = body(&app, &situation).await?;
    Ok(Reply::versioned(body, situation.request.version))
}

/// Begins to ask people, wave after wave, or shows who would be asked now. Sent twice it has begun once.
#[utoipa::path(post, path = "/requests/{request_id}/alert", operation_id = "alert_experts", tag = "help", security(("token" = [])),
    params(("request_id" = RequestId, Path)), request_body = NewAlert, responses(
    (status = 200, body = PreviewBody),
    (status = 202, body = HelpRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn alert(
    permit: Permit<AlertExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    body: JsonBody<NewAlert>,
) -> Result<Response, Problem> {
    let desk = desk(&app);
    if body.value.preview {
        let asked = (id, CardLanguage::German);
        let picks = service::preview((&desk, &app.post), &permit, asked).await?;
        let would_alert = picks.into_iter().map(Into::into).collect();
        return Ok(Reply::new(PreviewBody { would_alert }).into_response());
    }
    let begun = service::begin(&desk, &permit, id).await?;
    let answer = written(&app, begun, StatusCode::ACCEPTED).await?;
    Ok(answer.into_response())
}

/// Ends a request: everybody who is asked, or waits for a key, is told that they are needed no more.
#[utoipa::path(post, path = "/requests/{request_id}/stand-down", operation_id = "stand_down_help_request", tag = "help", security(("token" = [])),
    params(("request_id" = RequestId, Path)), request_body = StandingDown, responses(
    (status = 200, body = HelpRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn stand_down(
    permit: Permit<AlertExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    body: JsonBody<StandingDown>,
) -> Result<Written<HelpRequestBody>, Problem> {
    let ended = (id, body.value.reason.as_str());
    let ended = service::stand_down(&desk(&app), &permit, ended).await?;
    written(&app, ended, StatusCode::OK).await
}

/// Asks nobody new for a while, or goes on. Whoever is asked can still answer.
#[utoipa::path(post, path = "/requests/{request_id}/pause", operation_id = "pause_help_request", tag = "help", security(("token" = [])),
    params(("request_id" = RequestId, Path)), request_body = Pausing, responses(
    (status = 200, body = HelpRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn pause(
    permit: Permit<SteerWaves>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    body: JsonBody<Pausing>,
) -> Result<Written<HelpRequestBody>, Problem> {
    let paused = (id, body.value.paused);
    let paused = service::pause(&desk(&app), &permit, paused).await?;
    written(&app, paused, StatusCode::OK).await
}

/// Asks the next people now, of one need or of all; with `after_wave` only if there was no other wave since.
#[utoipa::path(post, path = "/requests/{request_id}/waves", operation_id = "ask_next_wave", tag = "help", security(("token" = [])),
    params(("request_id" = RequestId, Path)), request_body = NewWave, responses(
    (status = 202, body = HelpRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn next_wave(
    permit: Permit<SteerWaves>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    body: JsonBody<NewWave>,
) -> Result<Written<HelpRequestBody>, Problem> {
    let NewWave {
        need_id,
        after_wave,
    } = body.value;
    let asked = (id, need_id, after_wave);
    let asked = service::next_wave(&desk(&app), &permit, asked).await?;
    written(&app, asked, StatusCode::ACCEPTED).await
}

/// Picks or skips somebody for a need. Whoever is picked must still fit and not be asked elsewhere.
#[utoipa::path(post, path = "/requests/{request_id}/choices", operation_id = "choose_expert", tag = "help", security(("token" = [])),
    params(("request_id" = RequestId, Path)), request_body = NewChoice, responses(
    (status = 202, body = HelpRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn choose(
    permit: Permit<SteerWaves>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    body: JsonBody<NewChoice>,
) -> Result<Written<HelpRequestBody>, Problem> {
    let NewChoice {
        need_id,
        expert_id,
        choice,
    } = body.value;
    let choice = match choice {
        ChoiceKind::Pick => Choice::Pick,
        ChoiceKind::Skip => Choice::Skip,
    };
    let chosen = (id, need_id, (expert_id, choice));
    let chosen = service::choose(&desk(&app), &permit, chosen).await?;
    written(&app, chosen, StatusCode::ACCEPTED).await
}

async fn written(
    app: &AppState,
    (situation, generation): (Situation, i64),
    status: StatusCode,
) -> Result<Written<HelpRequestBody>, Problem> {
    let situation = service::with_arrivals(&app.db, situation).await?;
    Ok(Written {
        status,
        body: body(app, &situation).await?,
        version: situation.request.version,
        generation,
    })
}

/// The request, with public names and what the town learns of who would help.
async fn body(app: &AppState, situation: &Situation) -> Result<HelpRequestBody, Problem> {
    let aliases = aliases(&app.db, situation).await?;
    let promised: Vec<_> = situation.deployments.iter().collect();
    let introductions = introductions(&app.db, &app.reference, &promised).await?;
    let ids: Vec<_> = situation.deployments.iter().map(|one| one.id).collect();
    let asked = last_extensions(&app.db, &ids).await?;
    let of_deployments = (introductions, asked);
    Ok(HelpRequestBody::new(situation, &aliases, of_deployments))
}

/// Public names of all who were asked; none of whoever was erased.
pub(in crate::incidents) async fn aliases(
    db: &Db,
    situation: &Situation,
) -> Result<Aliases, StorageError> {
    let asked: Vec<_> = situation.alerts.iter().map(|alert| alert.expert).collect();
    let entries = experts::load(db.reader(), &asked).await?;
    let named = entries.into_iter().map(|entry| (entry.id, entry.alias));
    Ok(named.collect())
}

impl From<RequestError> for Problem {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::NotFound => Self::not_found("there is no such request"),
            RequestError::Invalid(errors) => Self::fields(errors),
            RequestError::Unverified => {
                Self::conflict("nobody made sure yet that whoever asks is who they say")
            }
            RequestError::Over => Self::conflict("it is over"),
            RequestError::Answered => {
                Self::conflict("it was answered before, or nobody is asked any more")
            }
            RequestError::Expired => Self::gone("it can no longer be answered"),
            RequestError::CannotUndo => Self::conflict(
                "there is nothing to take back: it is too long ago, or help is committed",
            ),
            RequestError::MovedOn => {
                Self::conflict("there was another wave meanwhile: read it again")
            }
            RequestError::Reached => {
                Self::conflict("a message reached them, or is on its way: nobody phones yet")
            }
            RequestError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            RequestError::NotReady => {
                Self::unavailable("the register cannot be searched yet").retry_after(5)
            }
            RequestError::Storage(error) => error.into(),
        }
    }
}
