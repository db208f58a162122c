//! What is done with one tap: a question is taken back, what is promised begins, lasts longer, ends.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::Notice;

use super::choice::{self, Refused};
use super::{HOUSE, town_path};
use crate::access::action::{RequestOffer, RunOfferRequest};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::{self, BorrowingError, OfferRequest, Side};
use crate::incidents::pages::requests::lead;
use crate::incidents::requests::desk;
use crate::pages::{Html, Parameters, Visitor};

pub(super) async fn withdraw(
    permit: Permit<RequestOffer>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Response, Problem> {
    let back = back(&app, &permit, id).await?;
    let withdrawn = borrowing::withdraw(&desk(&app), &permit, id).await;
    after(&back, withdrawn, Notice::BorrowingWithdrawn)
}

pub(super) async fn start(
    permit: Permit<RunOfferRequest>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Response, Problem> {
    let back = back(&app, &permit, id).await?;
    let started = borrowing::start(&desk(&app), &permit, id).await;
    after(&back, started, Notice::BorrowingStarted)
}

pub(super) async fn end(
    permit: Permit<RunOfferRequest>,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Response, Problem> {
    let back = back(&app, &permit, id).await?;
    let ended = borrowing::end(&desk(&app), &permit, id).await;
    after(&back, ended, Notice::BorrowingEnded)
}

#[derive(Deserialize)]
pub(super) struct MoreFields {
    #[serde(default)]
    tage: String,
}

pub(super) async fn extend(
    permit: Permit<RequestOffer>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
    FormBody(form): FormBody<MoreFields>,
) -> Result<Response, Problem> {
    let (request, _) = borrowing::side_of(&desk(&app), &permit, id).await?;
    let incident = request.incident;
    // No number is none too many.
    let days = form.tage.trim().parse().unwrap_or(0);
    let asked = borrowing::extend(&desk(&app), &permit, (id, days)).await;
    if !matches!(asked, Err(BorrowingError::Invalid(_))) {
        let back = town_path(incident);
        return after(&back, asked, Notice::BorrowingMoreAsked);
    }
    let refused = Refused {
        id,
        days: form.tage,
    };
    let none = Parameters::from_pairs(Vec::new());
    let shown = (&none, Some(refused));
    let page = choice::page(&app, &permit, (frame, incident), shown).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// The page of whichever side the caller is.
async fn back<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    id: OfferRequestId,
) -> Result<String, Problem> {
    let (request, side) = borrowing::side_of(&desk(app), permit, id).await?;
    Ok(match side {
        Side::Town => town_path(request.incident),
        Side::House => HOUSE.to_owned(),
    })
}

/// Back on a page, with what was done, or that it could not be.
pub(super) fn after(
    path: &str,
    done: Result<(OfferRequest, i64), BorrowingError>,
    notice: Notice,
) -> Result<Response, Problem> {
    match done {
        Ok(_) => Ok(lead(path, notice)),
        Err(BorrowingError::NotNow | BorrowingError::NotAgreed | BorrowingError::Promised(_)) => {
            Ok(lead(path, Notice::RequestMovedOn))
        }
        Err(
            error @ (BorrowingError::NotFound
            | BorrowingError::Invalid(_)
            | BorrowingError::Unverified
            | BorrowingError::Over
            | BorrowingError::AskedAlready
            | BorrowingError::KeyReused
            | BorrowingError::NotReady
            | BorrowingError::Storage(_)),
        ) => Err(error.into()),
    }
}
