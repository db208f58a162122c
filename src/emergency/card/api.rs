//! JSON of emergency cards.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{CardBody, CardQuery, IssuedCardBody, NewEmergencyCard, NewReplacement, Nothing};
use super::issue::Issued;
use super::{CardError, ask, confirm, issue, list, revoke, show};
use crate::access::action::{
    IssueEmergencyCard, ReadEmergencyCards, ReplaceEmergencyCard, RevokeEmergencyCard,
};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::emergency::code::EmergencyCode;
use crate::http::{
    GENERATION, IdempotencyKey, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply,
    json,
};
use crate::ids::EmergencyCardId;

/// Routes of cards.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_cards, issue_card))
        .routes(routes!(show_card))
        .routes(routes!(revoke_card))
        .routes(routes!(ask_replacement))
        .routes(routes!(confirm_replacement))
}

/// Lists the cards of the administrations the caller acts for.
#[utoipa::path(get, path = "/emergency-cards", operation_id = "list_emergency_cards", tag = "help", security(("token" = [])), params(CardQuery), responses(
    (status = 200, body = Page<CardBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list_cards(
    permit: Permit<ReadEmergencyCards>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<CardQuery>,
) -> Result<Reply<Page<CardBody>>, Problem> {
    let (items, next_cursor) = list(&app.db, &app.reference, &permit, query).await?;
    Ok(Reply::new(Page { items, next_cursor }))
}

/// Issues the first card of an administration. The codes are in this answer only.
#[utoipa::path(post, path = "/emergency-cards", operation_id = "issue_emergency_card", tag = "help", security(("token" = [])), request_body = NewEmergencyCard, responses(
    (status = 201, body = IssuedCardBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn issue_card(
    permit: Permit<IssueEmergencyCard>,
    State(app): State<AppState>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewEmergencyCard>,
) -> Result<Response, Problem> {
    let scope = format!("{} emergency-cards", permit.caller().account);
    let attempt = key.map(|key| Attempt {
        scope,
        key,
        body_hash: body.hash,
    });
    let parts = (&*app.reference, &*app.keyring);
    let issued = issue(&app.db, parts, &permit, (&body.value, attempt)).await?;
    created(&app, &permit, issued).await
}

/// Shows a card.
#[utoipa::path(get, path = "/emergency-cards/{card_id}", operation_id = "show_emergency_card", tag = "help", security(("token" = [])),
    params(("card_id" = EmergencyCardId, Path)), responses(
    (status = 200, body = CardBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_card(
    permit: Permit<ReadEmergencyCards>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
) -> Result<Reply<CardBody>, Problem> {
    let card = show(&app.db, &app.reference, &permit, id).await?;
    Ok(Reply::new(card))
}

/// Revokes a card: none of its codes works any more.
#[utoipa::path(post, path = "/emergency-cards/{card_id}/revoke", operation_id = "revoke_emergency_card", tag = "help", security(("token" = [])),
    params(("card_id" = EmergencyCardId, Path)), request_body = Nothing, responses(
    (status = 200, body = CardBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn revoke_card(
    permit: Permit<RevokeEmergencyCard>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
    _: JsonBody<Nothing>,
) -> Result<Response, Problem> {
    let generation = revoke(&app.db, &app.reference, &permit, id).await?;
    written(&app, &permit, (StatusCode::OK, id, generation)).await
}

/// Asks for a new card in the place of this one; another person confirms within 24 hours.
#[utoipa::path(post, path = "/emergency-cards/{card_id}/replacement", operation_id = "ask_for_emergency_card_replacement", tag = "help", security(("token" = [])),
    params(("card_id" = EmergencyCardId, Path)), request_body = NewReplacement, responses(
    (status = 201, body = CardBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn ask_replacement(
    permit: Permit<ReplaceEmergencyCard>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
    body: JsonBody<NewReplacement>,
) -> Result<Response, Problem> {
    let parts = (&*app.reference, &*app.keyring);
    let asked = (id, body.value.acceptance.as_ref());
    let generation = ask(&app.db, parts, &permit, asked).await?;
    written(&app, &permit, (StatusCode::CREATED, id, generation)).await
}

/// Confirms a replacement another person asked for. The old codes end; the new ones are in this answer only.
#[utoipa::path(post, path = "/emergency-cards/{card_id}/replacement/confirm", operation_id = "confirm_emergency_card_replacement", tag = "help", security(("token" = [])),
    params(("card_id" = EmergencyCardId, Path)), request_body = NewReplacement, responses(
    (status = 201, body = IssuedCardBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn confirm_replacement(
    permit: Permit<ReplaceEmergencyCard>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
    body: JsonBody<NewReplacement>,
) -> Result<Response, Problem> {
    let parts = (&*app.reference, &*app.keyring);
    let confirmed = (id, body.value.acceptance.as_ref());
    let issued = confirm(&app.db, parts, &permit, confirmed).await?;
    created(&app, &permit, issued).await
}

async fn created<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    issued: Issued,
) -> Result<Response, Problem> {
    let codes = issued.codes.as_deref();
    let codes = codes.map(|codes| codes.iter().map(EmergencyCode::reveal).collect());
    let card = show(&app.db, &app.reference, permit, issued.id).await?;
    let body = IssuedCardBody { card, codes };
    Ok(after_write(StatusCode::CREATED, &body, issued.generation))
}

async fn written<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    (status, id, generation): (StatusCode, EmergencyCardId, i64),
) -> Result<Response, Problem> {
    let body = show(&app.db, &app.reference, permit, id).await?;
    Ok(after_write(status, &body, generation))
}

/// Cards have no version: nothing of them is changed field by field.
fn after_write<T: Serialize>(status: StatusCode, body: &T, generation: i64) -> Response {
    let mut response = json(status, body);
    let value = HeaderValue::from(generation);
    response.headers_mut().insert(GENERATION, value);
    response
}

impl From<CardError> for Problem {
    fn from(error: CardError) -> Self {
        match error {
            CardError::NotFound => Self::not_found("there is no such card"),
            CardError::Invalid(errors) => Self::fields(errors),
            CardError::HasCard(id) => Self::conflict(format!(
                "there is a card already: ask for a replacement of {id}, and let another person confirm it"
            )),
            CardError::Replaced => Self::conflict("another card took the place of this one"),
            CardError::ConditionsOutdated => {
                Self::conflict("the conditions changed: send how the new version was accepted")
            }
            CardError::AlreadyAccepted => Self::conflict("the conditions are accepted already"),
            CardError::AlreadyAsked => {
                Self::conflict("a replacement was asked for already: another person confirms it")
            }
            CardError::NotAsked => {
                Self::conflict("nobody asked for a replacement within the last 24 hours")
            }
            CardError::SamePerson => {
                Self::conflict("another person than the one who asked confirms")
            }
            CardError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            CardError::Storage(error) => error.into(),
        }
    }
}
