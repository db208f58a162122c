//! JSON of requests for offers.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::{
    MoreDays, NewOfferAnswer, NewOfferRequestBody, OfferContactBody, OfferRequestBody,
};
use super::model::OfferRequest;
use super::service::{self, Borrowed, BorrowingError};
use crate::access::action::{
    AnswerOfferRequest, ReadOfferRequests, RequestOffer, RevealOfferContact, RunOfferRequest,
};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    IdempotencyKey, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply, Written, cut,
};
use crate::ids::{IncidentId, OfferRequestId};
use crate::incidents::requests::desk;

/// Routes of requests for offers.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(of_incident, create))
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(answer))
        .routes(routes!(withdraw))
        .routes(routes!(start))
        .routes(routes!(extend))
        .routes(routes!(end))
        .routes(routes!(contact))
}

/// Asks the house of an offer for it. Only for a verified incident.
#[utoipa::path(post, path = "/incidents/{incident_id}/offer-requests", operation_id = "create_offer_request", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = NewOfferRequestBody, responses(
    (status = 201, body = OfferRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<RequestOffer>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewOfferRequestBody>,
) -> Result<Written<OfferRequestBody>, Problem> {
    let reading = reading(&permit)?;
    let attempt = key.map(|key| Attempt {
        scope: format!("{} {id} offers", permit.caller().account),
        key,
        body_hash: body.hash,
    });
    let new = (id, body.value.into());
    let made = service::ask(&desk(&app), &permit, new, attempt).await?;
    written(&app, &reading, (StatusCode::CREATED, made)).await
}

/// Lists what an incident asked for, oldest first: for the town and the desk.
#[utoipa::path(get, path = "/incidents/{incident_id}/offer-requests", operation_id = "list_offer_requests_of_incident", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = Page<OfferRequestBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn of_incident(
    permit: Permit<ReadOfferRequests>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<Page<OfferRequestBody>>, Problem> {
    let found = service::of_incident_seen(&desk(&app), &permit, id).await?;
    let bodies = found.into_iter();
    let bodies = bodies.map(|seen| shown(&app, seen));
    Ok(Reply::new(Page {
        items: bodies.collect(),
        next_cursor: None,
    }))
}

/// Which requests to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OfferRequestQuery {
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<OfferRequestId>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// Lists requests of the own town and to the own house, newest first; all to coordinators.
#[utoipa::path(get, path = "/offer-requests", operation_id = "list_offer_requests", tag = "help", security(("token" = [])), params(OfferRequestQuery), responses(
    (status = 200, body = Page<OfferRequestBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadOfferRequests>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<OfferRequestQuery>,
) -> Result<Reply<Page<OfferRequestBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let mut found = service::list(&desk(&app), &permit, (query.cursor, limit)).await?;
    let next_cursor = cut(&mut found, limit).map(|last| last.request.id.to_string());
    let bodies = found.into_iter();
    let bodies = bodies.map(|seen| shown(&app, seen));
    Ok(Reply::new(Page {
        items: bodies.collect(),
        next_cursor,
    }))
}

/// Shows a request for an offer.
#[utoipa::path(get, path = "/offer-requests/{offer_request_id}", operation_id = "show_offer_request", tag = "help", security(("token" = [])),
    params(("offer_request_id" = OfferRequestId, Path)), responses(
    (status = 200, body = OfferRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadOfferRequests>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Reply<OfferRequestBody>, Problem> {
    let seen = service::show(&desk(&app), &permit, id).await?;
    let version = seen.request.version;
    let body = shown(&app, seen);
    Ok(Reply::versioned(body, version))
}

/// The house says yes or no, to a request or to more days; of a request it may promise less than is asked.
#[utoipa::path(post, path = "/offer-requests/{offer_request_id}/answer", operation_id = "answer_offer_request", tag = "help", security(("token" = [])),
    params(("offer_request_id" = OfferRequestId, Path)), request_body = NewOfferAnswer, responses(
    (status = 200, body = OfferRequestBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn answer(
    permit: Permit<AnswerOfferRequest>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
    body: JsonBody<NewOfferAnswer>,
) -> Result<Written<OfferRequestBody>, Problem> {
    let reading = reading(&permit)?;
    let answer = (id, body.value.into());
    let answered = service::answer(&desk(&app), &permit, answer).await?;
    written(&app, &reading, (StatusCode::OK, answered)).await
}

/// The town takes its question back, or what was promised before it begins.
#[utoipa::path(post, path = "/offer-requests/{offer_request_id}/withdraw", operation_id = "withdraw_offer_request", tag = "help", security(("token" = [])),
    params(("offer_request_id" = OfferRequestId, Path)), responses(
    (status = 200, body = OfferRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn withdraw(
    permit: Permit<RequestOffer>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Written<OfferRequestBody>, Problem> {
    let reading = reading(&permit)?;
    let withdrawn = service::withdraw(&desk(&app), &permit, id).await?;
    written(&app, &reading, (StatusCode::OK, withdrawn)).await
}

/// One of both sides says that the town uses it now.
#[utoipa::path(post, path = "/offer-requests/{offer_request_id}/start", operation_id = "start_offer_request", tag = "help", security(("token" = [])),
    params(("offer_request_id" = OfferRequestId, Path)), responses(
    (status = 200, body = OfferRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn start(
    permit: Permit<RunOfferRequest>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Written<OfferRequestBody>, Problem> {
    let reading = reading(&permit)?;
    let started = service::start(&desk(&app), &permit, id).await?;
    written(&app, &reading, (StatusCode::OK, started)).await
}

/// The town asks for more days; the house answers as it did at first.
#[utoipa::path(post, path = "/offer-requests/{offer_request_id}/extend", operation_id = "extend_offer_request", tag = "help", security(("token" = [])),
    params(("offer_request_id" = OfferRequestId, Path)), request_body = MoreDays, responses(
    (status = 200, body = OfferRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn extend(
    permit: Permit<RequestOffer>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
    body: JsonBody<MoreDays>,
) -> Result<Written<OfferRequestBody>, Problem> {
    let reading = reading(&permit)?;
    let more = (id, body.value.days);
    let asked = service::extend(&desk(&app), &permit, more).await?;
    written(&app, &reading, (StatusCode::OK, asked)).await
}

/// One of both sides ends what is promised or used.
#[utoipa::path(post, path = "/offer-requests/{offer_request_id}/end", operation_id = "end_offer_request", tag = "help", security(("token" = [])),
    params(("offer_request_id" = OfferRequestId, Path)), responses(
    (status = 200, body = OfferRequestBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn end(
    permit: Permit<RunOfferRequest>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Written<OfferRequestBody>, Problem> {
    let reading = reading(&permit)?;
    let ended = service::end(&desk(&app), &permit, id).await?;
    written(&app, &reading, (StatusCode::OK, ended)).await
}

/// Shows whom to phone on the other side, once it is promised. It is recorded.
#[utoipa::path(get, path = "/offer-requests/{offer_request_id}/contact", operation_id = "show_offer_contact", tag = "help", security(("token" = [])),
    params(("offer_request_id" = OfferRequestId, Path)), responses(
    (status = 200, body = OfferContactBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn contact(
    permit: Permit<RevealOfferContact>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Reply<OfferContactBody>, Problem> {
    let contact = service::contact(&desk(&app), &permit, id).await?;
    Ok(Reply::new(contact.into()))
}

/// What the answer to a write needs, asked for before anything is written.
fn reading<A: Action>(permit: &Permit<A>) -> Result<Permit<ReadOfferRequests>, Problem> {
    let reading = permit.also();
    reading.ok_or_else(|| Problem::forbidden("your token may write this, but not read it"))
}

/// As its side sees it now.
fn shown(app: &AppState, seen: Borrowed) -> OfferRequestBody {
    OfferRequestBody::new((&app.reference, app.db.clock().now()), seen)
}

/// The request as it is after a write.
async fn written(
    app: &AppState,
    permit: &Permit<ReadOfferRequests>,
    (status, (request, generation)): (StatusCode, (OfferRequest, i64)),
) -> Result<Written<OfferRequestBody>, Problem> {
    let seen = service::seen(&desk(app), permit, request).await?;
    Ok(Written {
        status,
        version: seen.request.version,
        body: shown(app, seen),
        generation,
    })
}

impl From<BorrowingError> for Problem {
    fn from(error: BorrowingError) -> Self {
        match error {
            BorrowingError::NotFound => Self::not_found("there is no such request for an offer"),
            BorrowingError::Invalid(errors) => Self::fields(errors),
            BorrowingError::Unverified => {
                Self::conflict("make sure first that whoever asks is who they say")
            }
            BorrowingError::Over => Self::conflict("the incident is over"),
            BorrowingError::AskedAlready => {
                Self::conflict("this offer is asked for already, and that is not over")
            }
            BorrowingError::NotNow => {
                Self::conflict("this was decided before, or is not to be decided now")
            }
            BorrowingError::Promised(left) => {
                Self::conflict(format!("only {left} are left in this time"))
            }
            BorrowingError::NotAgreed => Self::conflict(
                "both sides see each other once it is promised, and seven days after the end",
            ),
            BorrowingError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            BorrowingError::NotReady => {
                Self::unavailable("the index is not ready yet").retry_after(2)
            }
            BorrowingError::Storage(error) => error.into(),
        }
    }
}
