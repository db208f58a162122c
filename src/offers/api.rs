//! JSON of offers.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{NewOffer, OfferPatch, OfferQuery, OfferView};
use super::service::{self, Found, Kit, OfferError, Saved};
use crate::access::Permit;
use crate::access::action::{KeepOffers, ReadOffers};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    IdempotencyKey, IfMatch, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply,
    Written, cut,
};
use crate::ids::OfferId;
use crate::search::Snapshot;

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, update))
}

/// Lists offers that stand, or the own ones, newest first.
#[utoipa::path(get, path = "/offers", operation_id = "list_offers", tag = "search", security(("token" = [])), params(OfferQuery), responses(
    (status = 200, body = Page<OfferView>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadOffers>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<OfferQuery>,
) -> Result<Reply<Page<OfferView>>, Problem> {
    let snapshot = snapshot(&app)?;
    let mut found = service::find(kit(&app, &snapshot), &permit, &query).await?;
    let is_after = |found: &Found| query.cursor.is_none_or(|cursor| found.offer.id < cursor);
    found.retain(is_after);
    let next_cursor = cut(&mut found, query.limit.unwrap_or(20));
    let next_cursor = next_cursor.map(|last| last.offer.id.to_string());
    Ok(Reply::new(Page {
        next_cursor,
        items: found.into_iter().map(Found::view).collect(),
    }))
}

/// Enters an offer, as a draft or published at once.
#[utoipa::path(post, path = "/offers", operation_id = "create_offer", tag = "register", security(("token" = [])), request_body = NewOffer, responses(
    (status = 201, body = OfferView),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<KeepOffers>,
    State(app): State<AppState>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewOffer>,
) -> Result<Written<OfferView>, Problem> {
    let attempt = key.map(|key| Attempt {
        scope: format!("{} offers", permit.caller().account),
        key,
        body_hash: body.hash,
    });
    let reading = reading(&app, &permit)?;
    let saved = service::create(&app.db, &app.reference, &permit, &body.value, attempt).await?;
    written(&app, reading, (StatusCode::CREATED, saved)).await
}

/// Shows an offer: whole to its house, masked to others.
#[utoipa::path(get, path = "/offers/{offer_id}", operation_id = "show_offer", tag = "search", security(("token" = [])),
    params(("offer_id" = OfferId, Path)), responses(
    (status = 200, body = OfferView),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadOffers>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferId>,
) -> Result<Reply<OfferView>, Problem> {
    let snapshot = snapshot(&app)?;
    let found = service::show(kit(&app, &snapshot), &permit, id).await?;
    let version = found.is_own.then_some(found.offer.version);
    Ok(Reply {
        body: found.view(),
        version,
    })
}

/// Changes an offer, publishes or withdraws it.
#[utoipa::path(patch, path = "/offers/{offer_id}", operation_id = "update_offer", tag = "register", security(("token" = [])),
    params(("offer_id" = OfferId, Path)),
    request_body(content = OfferPatch, content_type = "application/merge-patch+json"), responses(
    (status = 200, body = OfferView),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn update(
    permit: Permit<KeepOffers>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferId>,
    if_match: IfMatch,
    body: JsonBody<OfferPatch>,
) -> Result<Written<OfferView>, Problem> {
    let change = (id, if_match, body.value);
    let reading = reading(&app, &permit)?;
    let saved = service::update(&app.db, &app.reference, &permit, change).await?;
    written(&app, reading, (StatusCode::OK, saved)).await
}

/// What the answer to a write needs, asked for before anything is written.
fn reading(
    app: &AppState,
    permit: &Permit<KeepOffers>,
) -> Result<(Permit<ReadOffers>, Arc<Snapshot>), Problem> {
    let reading = permit.also();
    let reading =
        reading.ok_or_else(|| Problem::forbidden("your token may write this, but not read it"))?;
    Ok((reading, snapshot(app)?))
}

/// The offer as it is after a write.
async fn written(
    app: &AppState,
    (permit, snapshot): (Permit<ReadOffers>, Arc<Snapshot>),
    (status, saved): (StatusCode, Saved),
) -> Result<Written<OfferView>, Problem> {
    let found = service::show(kit(app, &snapshot), &permit, saved.id).await?;
    Ok(Written {
        status,
        version: found.offer.version,
        body: found.view(),
        generation: saved.generation,
    })
}

/// The moment that says how Länder are shown.
pub(super) fn snapshot(app: &AppState) -> Result<Arc<Snapshot>, OfferError> {
    app.search.current().ok_or(OfferError::NotReady)
}

pub(super) fn kit<'a>(app: &'a AppState, snapshot: &'a Snapshot) -> Kit<'a> {
    Kit {
        db: &app.db,
        reference: &app.reference,
        snapshot,
        allowances: &app.allowances,
    }
}

impl From<OfferError> for Problem {
    fn from(error: OfferError) -> Self {
        match error {
            OfferError::NotFound => Self::not_found("there is no such offer"),
            OfferError::Invalid(errors) => Self::fields(errors),
            OfferError::Version(problem) => problem,
            OfferError::NoMember => {
                Self::conflict("only members of the federation offer something")
            }
            OfferError::TooMany => {
                Self::conflict("the house has as many offers as it may have: withdraw some")
            }
            OfferError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            OfferError::UsedUp => {
                Self::too_many_requests("your allowance of the day is used up").retry_after(3_600)
            }
            OfferError::NotReady => Self::unavailable("the index is not ready yet").retry_after(2),
            OfferError::Storage(error) => error.into(),
        }
    }
}
