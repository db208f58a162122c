//! What time and the end of an incident make of requests for offers.

use serde_json::json;

use super::news::{tell_house, tell_town};
use super::{BorrowingError, held, record, save};
use crate::clock::Instant;
use crate::db::{Actor, Job, StorageError, Txn};
use crate::ids::{IncidentId, OfferRequestId};
use crate::incidents::borrowing::model::{OfferRequest, OfferRequestState, Turn};
use crate::incidents::borrowing::store;
use crate::incidents::requests::Desk;
use crate::offers;

/// The kind of job by which time passes for a request.
pub(in crate::incidents) const OFFER_TURN: &str = "offer_request.turn";

/// Plans that time is looked at then.
pub(super) fn plan(txn: &mut Txn, id: OfferRequestId, run_at: Instant) {
    txn.enqueue(Job {
        kind: OFFER_TURN,
        key: format!("{OFFER_TURN} {id} {}", run_at.as_micros()),
        subject: id.0,
        run_at,
    });
}

/// Does what is due of a request: a question lapses, what was promised ends with its time.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn turn(
    desk: &Desk,
    id: OfferRequestId,
) -> Result<(), BorrowingError> {
    let Some(found) = store::by_id(desk.db.reader(), id).await? else {
        return Ok(());
    };
    let mut txn = desk.db.begin().await?;
    let (request, _) = held(&txn, &found).await?;
    let was_promised = request.state.is_promised();
    let changed = match request.turn(txn.now()) {
        None => return Ok(()),
        Some(Turn::Over(state)) => {
            let over = close(&mut txn, &request, (state, Actor::Service)).await?;
            if was_promised {
                tell_house(&mut txn, &over);
            }
            over
        }
        Some(Turn::NoMoreDays) => {
            let as_it_was = OfferRequest {
                more_days: None,
                ..request
            };
            save(&txn, &as_it_was).await?;
            let action = (Actor::Service, "offer_request.extension_refused");
            record(&mut txn, action, &as_it_was, &json!({}));
            as_it_was
        }
    };
    tell_town(&mut txn, &changed);
    txn.commit().await?;
    Ok(())
}

/// Ends a request that is held, as this. Whom to tell, the caller says.
pub(super) async fn close(
    txn: &mut Txn,
    request: &OfferRequest,
    (state, by): (OfferRequestState, Actor),
) -> Result<OfferRequest, BorrowingError> {
    let over = OfferRequest {
        state,
        more_days: None,
        ended: Some((txn.now(), by.to_string())),
        ..request.clone()
    };
    save(txn, &over).await?;
    let action = match state {
        OfferRequestState::Lapsed => "offer_request.lapsed",
        OfferRequestState::Withdrawn => "offer_request.withdrawn",
        OfferRequestState::Cancelled => "offer_request.cancelled",
        OfferRequestState::Refused => "offer_request.refused",
        OfferRequestState::Asked
        | OfferRequestState::Agreed
        | OfferRequestState::Running
        | OfferRequestState::Ended => "offer_request.ended",
    };
    record(txn, (by, action), &over, &json!({}));
    Ok(over)
}

/// Takes back what an incident that is over asked for; where there was nothing to help with, what was promised ends, too.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn end_of_incident(
    txn: &mut Txn,
    (incident, by): (IncidentId, Actor),
    ends_help: bool,
) -> Result<(), StorageError> {
    let mut live = store::of_incident(txn.connection(), incident).await?;
    live.retain(|one| one.state.is_live());
    // In one order: others hold the same offers at the same time.
    live.sort_by_key(|one| one.offer);
    for found in live {
        offers::hold(txn, found.offer).await?;
        let held = store::by_id(txn.connection(), found.id).await?;
        let Some(request) = held else {
            continue;
        };
        let ended = request.ends_as().filter(|_| ends_help);
        let asked = request.withdraws_as();
        let asked = asked.filter(|_| request.state == OfferRequestState::Asked);
        let Some(state) = ended.or(asked) else {
            continue;
        };
        match close(txn, &request, (state, by)).await {
            Ok(over) => tell_house(txn, &over),
            Err(BorrowingError::Storage(error)) => return Err(error),
            // While it is held nobody is faster.
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "not ended");
            }
        }
    }
    Ok(())
}
