//! A verified town asks for an offer.

use serde_json::json;

use super::find::{open, town, usable};
use super::news::tell_house;
use super::over::plan;
use super::{BorrowingError, record, saved};
use crate::access::Permit;
use crate::access::action::RequestOffer;
use crate::db::StorageError;
use crate::db::Txn;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::experts;
use crate::ids::{self, IncidentId, OfferId, OfferRequestId, OrganisationId};
use crate::incidents::borrowing::model::{
    Flaw, Limits, OfferRequest, OfferRequestState, Period, Wanted, free,
};
use crate::incidents::borrowing::store;
use crate::incidents::deployments::due;
use crate::incidents::model::Incident;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::input::FieldError;
use crate::offers;
use crate::reference::Text;

/// What is asked.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct NewOfferRequest {
    /// Which offer.
    pub(in crate::incidents) offer: OfferId,
    /// How much and for how long.
    pub(in crate::incidents) wanted: Wanted,
    /// What the house should know, without who asks.
    pub(in crate::incidents) message: String,
}

/// Asks the house of an offer. The same attempt is the same request.
///
/// # Errors
/// Not the caller's to know, not verified, over, asked already, not valid, the index is not ready, or storage failed.
pub(in crate::incidents) async fn ask(
    desk: &Desk,
    permit: &Permit<RequestOffer>,
    (id, new): (IncidentId, NewOfferRequest),
    attempt: Option<Attempt>,
) -> Result<(OfferRequest, i64), BorrowingError> {
    town(desk, permit, id).await?;
    let mut txn = desk.db.begin().await?;
    let made = OfferRequestId(ids::ordered(txn.now()));
    // What was asked once stands, whatever became of the offer since.
    if let Some(attempt) = &attempt {
        match idempotency::claim(&txn, attempt, made.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(BorrowingError::KeyReused),
            Earlier::Made(made) => {
                txn.rollback().await?;
                return earlier(desk, &made).await;
            }
        }
    }
    incidents::hold(&txn, id).await?;
    let incident = incidents::by_id(txn.connection(), id).await?;
    let incident = incident.ok_or(BorrowingError::NotFound)?;
    let town = open(&incident)?;
    let by = permit.actor();
    let request = drawn_up(&txn, desk, (&incident, town), (made, &new)).await?;
    let request = OfferRequest {
        made_by: by.to_string(),
        ..request
    };
    let message = sealed(&txn, desk, (&incident, &request), &new.message).await?;
    store::insert(&txn, &request, message).await?;
    let much = json!({ "quantity": request.quantity, "days": request.days() });
    record(&mut txn, (by, "offer_request.asked"), &request, &much);
    tell_house(&mut txn, &request);
    plan(&mut txn, request.id, request.due_at);
    saved(&desk.db, txn, request.id).await
}

/// The request, once nobody else can promise or change the offer.
async fn drawn_up(
    txn: &Txn,
    desk: &Desk,
    (incident, town): (&Incident, OrganisationId),
    (id, new): (OfferRequestId, &NewOfferRequest),
) -> Result<OfferRequest, BorrowingError> {
    offers::hold(txn, new.offer).await?;
    let db = txn.connection();
    let found = usable(db, desk, (incident, town), new.offer).await?;
    let Some(found) = found else {
        let detail = "there is no such offer for this town now";
        let error = FieldError::new("/offer_id", "unknown", detail);
        return Err(BorrowingError::Invalid(vec![error]));
    };
    let asked = store::of_incident(db, incident.id).await?;
    let mut asked = asked.iter();
    if asked.any(|one| one.offer == new.offer && one.state.is_live()) {
        return Err(BorrowingError::AskedAlready);
    }
    let now = txn.now();
    let limits = Limits::of(&found.offer, now);
    let (quantity, period) = wanted(txn, (id, new), limits).await?;
    Ok(OfferRequest {
        id,
        offer: new.offer,
        incident: incident.id,
        provider: found.offer.organisation,
        requester: town,
        state: OfferRequestState::Asked,
        quantity,
        period,
        more_days: None,
        made_at: now,
        made_by: String::new(),
        due_at: due(now, incident.phase, false),
        answered: None,
        started: None,
        ended: None,
        version: 1,
    })
}

/// How much is asked and for how long: no more than nobody else was promised. Who does not say how much asks for what is
/// left.
async fn wanted(
    txn: &Txn,
    (id, new): (OfferRequestId, &NewOfferRequest),
    limits: Limits,
) -> Result<(u32, Period), BorrowingError> {
    let checked = limits.check(new.wanted);
    let (quantity, period) = checked.map_err(|flaws| {
        let errors = flaws.into_iter().map(error);
        BorrowingError::Invalid(errors.collect())
    })?;
    let promised = store::promised(txn.connection(), new.offer, id).await?;
    let left = free(limits.has, &promised, period);
    let quantity = match new.wanted.quantity {
        None => quantity.min(left),
        Some(_) => quantity,
    };
    if left == 0 || quantity > left {
        let detail = format!("{left} are left in this time");
        let error = FieldError::new("/quantity", "promised", detail);
        return Err(BorrowingError::Invalid(vec![
            error.suggesting(vec![left.to_string()]),
        ]));
    }
    Ok((quantity, period))
}

fn error(flaw: Flaw) -> FieldError {
    match flaw {
        Flaw::Quantity(most) => FieldError::new(
            "/quantity",
            "range",
            format!("must be between 1 and {most}"),
        ),
        Flaw::TooSoon(earliest) => {
            FieldError::new("/from", "too_soon", format!("from {earliest} on"))
        }
        Flaw::TooLate(end) => {
            FieldError::new("/from", "too_late", format!("the offer is over at {end}"))
        }
        Flaw::Days(most) => {
            FieldError::new("/days", "range", format!("must be between 1 and {most}"))
        }
    }
}

/// What the town says, sealed: it does not say who asks, since it is read before anything is promised.
async fn sealed(
    txn: &Txn,
    desk: &Desk,
    (incident, request): (&Incident, &OfferRequest),
    message: &str,
) -> Result<Option<Vec<u8>>, BorrowingError> {
    let message = message.trim();
    if message.is_empty() {
        return Ok(None);
    }
    let text = Text {
        de: message.to_owned(),
        en: String::new(),
    };
    let place = incident.place.as_deref().unwrap_or_default();
    let about = (request.requester, place);
    let texts = [("message", &text)];
    let errors =
        experts::check_masked_texts(txn.connection(), &desk.reference, about, &texts).await?;
    if let Some(error) = errors.into_iter().next() {
        let pointer = "/message".to_owned();
        return Err(BorrowingError::Invalid(vec![FieldError {
            pointer,
            ..error
        }]));
    }
    Ok(store::seal_message(txn, &desk.ring, request, message).await?)
}

async fn earlier(desk: &Desk, made: &str) -> Result<(OfferRequest, i64), BorrowingError> {
    let id = made.parse();
    let id = id.map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?;
    let made = store::by_id(desk.db.reader(), id).await?;
    let generation = desk.db.generation().await?;
    Ok((made.ok_or(BorrowingError::NotFound)?, generation))
}
