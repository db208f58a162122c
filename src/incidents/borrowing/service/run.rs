//! What is promised begins, lasts longer, ends; a question is taken back.

use serde_json::json;

use super::news::{tell_house, tell_town};
use super::over::{close, plan};
use super::{BorrowingError, held, record, save, saved};
use crate::access::Permit;
use crate::access::action::{AnswerOfferRequest, RequestOffer, RunOfferRequest};
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::model::{Limits, OfferRequest, OfferRequestState};
use crate::incidents::borrowing::store;
use crate::incidents::deployments::due;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::input::FieldError;

/// The town takes its question back, or what was promised before it began.
///
/// # Errors
/// Not the caller's to know, begun or over, or storage failed.
pub(in crate::incidents) async fn withdraw(
    desk: &Desk,
    permit: &Permit<RequestOffer>,
    id: OfferRequestId,
) -> Result<(OfferRequest, i64), BorrowingError> {
    let found = of_town(desk, permit, id).await?;
    let mut txn = desk.db.begin().await?;
    let (request, _) = held(&txn, &found).await?;
    let state = request.withdraws_as().ok_or(BorrowingError::NotNow)?;
    let over = close(&mut txn, &request, (state, permit.actor())).await?;
    tell_house(&mut txn, &over);
    saved(&desk.db, txn, id).await
}

/// The town asks for more days; the house is asked as it was for the first.
///
/// # Errors
/// Not the caller's to know, not promised, asked already, more than the offer allows, or storage failed.
pub(in crate::incidents) async fn extend(
    desk: &Desk,
    permit: &Permit<RequestOffer>,
    (id, days): (OfferRequestId, u16),
) -> Result<(OfferRequest, i64), BorrowingError> {
    let found = of_town(desk, permit, id).await?;
    let incident = incidents::by_id(desk.db.reader(), found.incident).await?;
    let incident = incident.ok_or(BorrowingError::NotFound)?;
    let mut txn = desk.db.begin().await?;
    let (request, offer) = held(&txn, &found).await?;
    let now = txn.now();
    let is_running = request.state.is_promised() && now < request.period.until;
    if !is_running || request.is_asked(now) {
        return Err(BorrowingError::NotNow);
    }
    let left = Limits::of(&offer, now).days_left(&request);
    if left == 0 || days == 0 || days > left {
        let detail = format!("the offer allows {left} days more");
        let error = FieldError::new("/days", "range", detail);
        return Err(BorrowingError::Invalid(vec![error]));
    }
    let due_at = due(now, incident.phase, false).min(request.period.until);
    let asked = OfferRequest {
        more_days: Some(days),
        due_at,
        ..request
    };
    save(&txn, &asked).await?;
    let action = (permit.actor(), "offer_request.extension_asked");
    record(&mut txn, action, &asked, &json!({ "more_days": days }));
    plan(&mut txn, id, due_at);
    tell_house(&mut txn, &asked);
    saved(&desk.db, txn, id).await
}

/// One of both sides says that the town uses it now.
///
/// # Errors
/// Not the caller's to know, not promised or not from now on, or storage failed.
pub(in crate::incidents) async fn start(
    desk: &Desk,
    permit: &Permit<RunOfferRequest>,
    id: OfferRequestId,
) -> Result<(OfferRequest, i64), BorrowingError> {
    let (found, _) = of_sides(desk, permit, id).await?;
    let mut txn = desk.db.begin().await?;
    let (request, _) = held(&txn, &found).await?;
    if !request.may_start(txn.now()) {
        return Err(BorrowingError::NotNow);
    }
    let started = OfferRequest {
        state: OfferRequestState::Running,
        started: Some((txn.now(), permit.actor().to_string())),
        ..request
    };
    save(&txn, &started).await?;
    let action = (permit.actor(), "offer_request.started");
    record(&mut txn, action, &started, &json!({}));
    saved(&desk.db, txn, id).await
}

/// One of both sides ends what is promised or used; the other is told.
///
/// # Errors
/// Not the caller's to know, over or never promised, or storage failed.
pub(in crate::incidents) async fn end(
    desk: &Desk,
    permit: &Permit<RunOfferRequest>,
    id: OfferRequestId,
) -> Result<(OfferRequest, i64), BorrowingError> {
    let (found, is_town) = of_sides(desk, permit, id).await?;
    let mut txn = desk.db.begin().await?;
    let (request, _) = held(&txn, &found).await?;
    let state = request.ends_as().ok_or(BorrowingError::NotNow)?;
    let over = close(&mut txn, &request, (state, permit.actor())).await?;
    if is_town {
        tell_house(&mut txn, &over);
    } else {
        tell_town(&mut txn, &over);
    }
    saved(&desk.db, txn, id).await
}

async fn of_town(
    desk: &Desk,
    permit: &Permit<RequestOffer>,
    id: OfferRequestId,
) -> Result<OfferRequest, BorrowingError> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let found = found.filter(|found| permit.scope().covers(found.requester));
    found.ok_or(BorrowingError::NotFound)
}

/// A request of which the caller speaks for the town, or else for the house. Who manages a house that is a town itself
/// does not speak for the town.
async fn of_sides(
    desk: &Desk,
    permit: &Permit<RunOfferRequest>,
    id: OfferRequestId,
) -> Result<(OfferRequest, bool), BorrowingError> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let found = found.ok_or(BorrowingError::NotFound)?;
    let town = permit.also::<RequestOffer>();
    let house = permit.also::<AnswerOfferRequest>();
    let is_town = town.is_some_and(|town| town.scope().covers(found.requester));
    let is_house = house.is_some_and(|house| house.scope().covers(found.provider));
    if is_town || is_house {
        return Ok((found, is_town));
    }
    Err(BorrowingError::NotFound)
}
