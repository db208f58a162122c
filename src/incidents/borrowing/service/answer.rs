//! The house says yes or no: to a request, and to more days.

use serde::{Deserialize, Serialize};
use serde_json::json;
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use super::news::tell_town;
use super::over::plan;
use super::{BorrowingError, held, record, save, saved};
use crate::access::Permit;
use crate::access::action::AnswerOfferRequest;
use crate::db::{Actor, Txn};
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::model::{Limits, OfferRequest, OfferRequestState, Period, free};
use crate::incidents::borrowing::store::{self, Words};
use crate::incidents::requests::Desk;
use crate::input::FieldError;
use crate::offers::Offer;

/// What a house says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Decision {
    /// Yes.
    Accept,
    /// No; it needs no reason.
    Refuse,
}

/// What a house says, in full.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Answer {
    pub(in crate::incidents) decision: Decision,
    /// How much it gives; what is asked if absent.
    pub(in crate::incidents) quantity: Option<u32>,
    pub(in crate::incidents) words: Words,
}

/// Answers what is asked: the request, or more days of what is promised.
///
/// # Errors
/// Not the caller's to know, not asked any more, not valid, promised elsewhere, or storage failed.
pub(in crate::incidents) async fn answer(
    desk: &Desk,
    permit: &Permit<AnswerOfferRequest>,
    (id, answer): (OfferRequestId, Answer),
) -> Result<(OfferRequest, i64), BorrowingError> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let found = found.filter(|found| permit.scope().covers(found.provider));
    let found = found.ok_or(BorrowingError::NotFound)?;
    let mut txn = desk.db.begin().await?;
    let (request, offer) = held(&txn, &found).await?;
    if !request.is_asked(txn.now()) {
        return Err(BorrowingError::NotNow);
    }
    let actor = permit.actor();
    let (changed, action) = if request.state == OfferRequestState::Asked {
        answered(&txn, (&request, &offer), (&answer, actor)).await?
    } else {
        prolonged(&txn, (&request, &offer), answer.decision).await?
    };
    save(&txn, &changed).await?;
    if answer.words != Words::default() {
        keep_words(&txn, desk, (&changed, answer.words)).await?;
    }
    let much = json!({ "quantity": changed.quantity, "days": changed.days() });
    record(&mut txn, (actor, action), &changed, &much);
    if changed.state.is_promised() {
        plan(&mut txn, changed.id, changed.period.until);
    }
    tell_town(&mut txn, &changed);
    saved(&desk.db, txn, id).await
}

/// A request with its answer, and what was done.
type Answered = (OfferRequest, &'static str);

async fn answered(
    txn: &Txn,
    (request, offer): (&OfferRequest, &Offer),
    (answer, actor): (&Answer, Actor),
) -> Result<Answered, BorrowingError> {
    let answered = Some((txn.now(), actor.to_string()));
    if answer.decision == Decision::Refuse {
        let refused = OfferRequest {
            state: OfferRequestState::Refused,
            ended: answered.clone(),
            answered,
            ..request.clone()
        };
        return Ok((refused, "offer_request.refused"));
    }
    let quantity = answer.quantity.unwrap_or(request.quantity);
    if quantity == 0 || quantity > request.quantity {
        let detail = format!("must be between 1 and {}", request.quantity);
        let error = FieldError::new("/quantity", "range", detail);
        return Err(BorrowingError::Invalid(vec![error]));
    }
    must_be_free(txn, (request, offer), (quantity, request.period)).await?;
    let agreed = OfferRequest {
        state: OfferRequestState::Agreed,
        quantity,
        answered,
        ..request.clone()
    };
    Ok((agreed, "offer_request.agreed"))
}

async fn prolonged(
    txn: &Txn,
    (request, offer): (&OfferRequest, &Offer),
    decision: Decision,
) -> Result<Answered, BorrowingError> {
    let days = request.more_days.unwrap_or(0);
    let as_it_was = OfferRequest {
        more_days: None,
        ..request.clone()
    };
    if decision == Decision::Refuse {
        return Ok((as_it_was, "offer_request.extension_refused"));
    }
    if days > Limits::of(offer, txn.now()).days_left(request) {
        // The house changed its offer since it was asked.
        return Err(BorrowingError::NotNow);
    }
    let from = request.period.until;
    let until = from.plus_days(days.into());
    let more = (request.quantity, Period { from, until });
    must_be_free(txn, (request, offer), more).await?;
    let longer = OfferRequest {
        period: Period {
            until,
            ..request.period
        },
        ..as_it_was
    };
    Ok((longer, "offer_request.extended"))
}

/// Nothing is promised twice: the offer is held, so nobody else promises it meanwhile.
async fn must_be_free(
    txn: &Txn,
    (request, offer): (&OfferRequest, &Offer),
    (quantity, period): (u32, Period),
) -> Result<(), BorrowingError> {
    let promised = store::promised(txn.connection(), request.offer, request.id).await?;
    let left = free(offer.content.what.pieces(), &promised, period);
    if quantity > left {
        return Err(BorrowingError::Promised(left));
    }
    Ok(())
}

/// Of what was said before, what is not said anew stays: whoever promises more days need not estimate again.
async fn keep_words(
    txn: &Txn,
    desk: &Desk,
    (request, words): (&OfferRequest, Words),
) -> Result<(), BorrowingError> {
    let mut said = store::texts(txn.connection(), &desk.ring, &[request.id]).await?;
    let (_, before) = said.remove(&request.id).unwrap_or_default();
    let words = Words {
        reason: words.reason.or(before.reason),
        estimate: words.estimate.or(before.estimate),
    };
    let sealed = store::seal_answer(txn, &desk.ring, request, &words).await?;
    if let Some(sealed) = sealed {
        store::keep_answer(txn, request.id, sealed).await?;
    }
    Ok(())
}
