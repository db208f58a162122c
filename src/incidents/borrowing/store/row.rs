//! Requests for offers as rows.

use crate::db::StorageError;
use crate::entity::offer_request::Model;
use crate::incidents::borrowing::model::{OfferRequest, OfferRequestState, Period};

pub(super) fn name(state: OfferRequestState) -> String {
    <&str>::from(state).to_owned()
}

pub(super) fn number(quantity: u32) -> i32 {
    i32::try_from(quantity).unwrap_or(i32::MAX)
}

pub(super) fn row(new: OfferRequest, message: Option<Vec<u8>>) -> Model {
    let OfferRequest {
        id,
        offer,
        incident,
        provider,
        requester,
        state,
        quantity,
        period,
        more_days,
        made_at,
        made_by,
        due_at,
        answered,
        started,
        ended,
        version,
    } = new;
    let (answered_at, answered_by) = answered.unzip();
    let (started_at, started_by) = started.unzip();
    let (ended_at, ended_by) = ended.unzip();
    Model {
        id,
        offer_id: offer,
        incident_id: incident,
        provider_id: provider,
        requester_id: requester,
        state: name(state),
        quantity: number(quantity),
        from_at: period.from,
        until_at: period.until,
        more_days: more_days.map(i32::from),
        message,
        answer: None,
        made_by,
        made_at,
        due_at,
        answered_at,
        answered_by,
        started_at,
        started_by,
        ended_at,
        ended_by,
        version,
    }
}

pub(super) fn request(row: Model) -> Result<OfferRequest, StorageError> {
    let corrupt = StorageError::Corrupt;
    let state = row.state.parse();
    let quantity = u32::try_from(row.quantity);
    let more_days = row.more_days.map(u16::try_from).transpose();
    Ok(OfferRequest {
        id: row.id,
        offer: row.offer_id,
        incident: row.incident_id,
        provider: row.provider_id,
        requester: row.requester_id,
        state: state.map_err(|_| corrupt("offer_requests.state"))?,
        quantity: quantity.map_err(|_| corrupt("offer_requests.quantity"))?,
        period: Period {
            from: row.from_at,
            until: row.until_at,
        },
        more_days: more_days.map_err(|_| corrupt("offer_requests.more_days"))?,
        made_at: row.made_at,
        made_by: row.made_by,
        due_at: row.due_at,
        answered: row.answered_at.zip(row.answered_by),
        started: row.started_at.zip(row.started_by),
        ended: row.ended_at.zip(row.ended_by),
        version: row.version,
    })
}
