//! Use cases of borrowing.

mod answer;
mod ask;
mod contact;
mod find;
mod news;
mod over;
mod run;
mod view;

pub(in crate::incidents) use answer::{Answer, Decision, answer};
pub(in crate::incidents) use ask::{NewOfferRequest, ask};
pub(in crate::incidents) use contact::{Contact, contact};
pub(in crate::incidents) use find::{offer_of, offers_for};
pub(in crate::incidents) use news::{OFFER_HOUSE, OFFER_TOWN, send_offer_house, send_offer_town};
pub(in crate::incidents) use over::{OFFER_TURN, end_of_incident, turn};
pub(in crate::incidents) use run::{end, extend, start, withdraw};
pub(in crate::incidents) use view::{
    Borrowed, Side, list, of_house, of_incident, of_incident_seen, seen, show, side_of, terms,
};

use serde_json::{Value, json};

use super::model::OfferRequest;
use super::store;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::OfferRequestId;
use crate::input::FieldError;
use crate::offers::{self, Offer};

/// Why a request for an offer was not made, shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum BorrowingError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such request for an offer")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// Nobody made sure yet that whoever asks is who they say.
    #[error("the incident is not verified")]
    Unverified,
    /// The incident is over.
    #[error("the incident is over")]
    Over,
    /// The town asked for it already, and that is not over.
    #[error("it is asked for already")]
    AskedAlready,
    /// It was decided before, or is not to be decided now.
    #[error("this is not to be decided now")]
    NotNow,
    /// The offer has only so much left in that time.
    #[error("only {0} are left then")]
    Promised(u32),
    /// Nothing is promised, or it is too long ago: neither side sees the other.
    #[error("neither side sees the other")]
    NotAgreed,
    /// The key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// It is not known yet how Länder are shown.
    #[error("the index is not ready")]
    NotReady,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for BorrowingError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<crate::sealing::SealError> for BorrowingError {
    fn from(error: crate::sealing::SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// A request as it is once nobody else changes it or its offer, and the offer.
async fn held(txn: &Txn, found: &OfferRequest) -> Result<(OfferRequest, Offer), BorrowingError> {
    let offer = offers::hold(txn, found.offer).await?;
    let request = store::by_id(txn.connection(), found.id).await?;
    let both = request.zip(offer);
    both.ok_or(BorrowingError::NotFound)
}

/// Saves a request that was held.
async fn save(txn: &Txn, changed: &OfferRequest) -> Result<(), BorrowingError> {
    if store::save(txn, changed).await? {
        return Ok(());
    }
    Err(BorrowingError::NotNow)
}

/// The request as it is after a write, and what a reader must have seen to see it.
async fn saved(
    db: &Db,
    txn: Txn,
    id: OfferRequestId,
) -> Result<(OfferRequest, i64), BorrowingError> {
    let generation = txn.commit().await?.generation;
    let saved = store::by_id(db.reader(), id).await?;
    Ok((saved.ok_or(BorrowingError::NotFound)?, generation))
}

fn record(
    txn: &mut Txn,
    (actor, action): (Actor, &'static str),
    request: &OfferRequest,
    besides: &Value,
) {
    let mut details = json!({ "offer": request.offer, "incident": request.incident });
    if let (Value::Object(details), Value::Object(besides)) = (&mut details, besides) {
        details.extend(besides.clone());
    }
    txn.audit(AuditEntry {
        actor,
        action,
        subject: request.id.to_string(),
        details,
    });
}
