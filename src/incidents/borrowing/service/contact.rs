//! Both sides of what was promised see each other: on record, while it lasts and seven days more.

use std::fmt;

use serde_json::json;

use super::view::{Side, side_of};
use super::{BorrowingError, record};
use crate::access::Permit;
use crate::access::action::RevealOfferContact;
use crate::db::AuditEntry;
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::model::OfferRequest;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::organisations;

/// Whom to phone on the other side.
#[derive(Clone)]
pub(in crate::incidents) struct Contact {
    /// The house, or whoever asked for help.
    pub(in crate::incidents) name: String,
    /// E.164.
    pub(in crate::incidents) phone: Option<String>,
    /// Where mail arrives.
    pub(in crate::incidents) email: Option<String>,
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact")
    }
}

/// The other side. That it was shown is committed before anything is opened.
///
/// # Errors
/// Not the caller's to know, not promised, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn contact(
    desk: &Desk,
    permit: &Permit<RevealOfferContact>,
    id: OfferRequestId,
) -> Result<Contact, BorrowingError> {
    let (request, side) = side_of(desk, permit, id).await?;
    // Whoever sees all of them at the desk is on no side.
    let covered = match side {
        Side::Town => request.requester,
        Side::House => request.provider,
    };
    if !permit.scope().covers(covered) {
        return Err(BorrowingError::NotFound);
    }
    let incident = incidents::by_id(desk.db.reader(), request.incident).await?;
    let incident = incident.ok_or(BorrowingError::NotFound)?;
    if !request.is_open_in(&incident, desk.db.clock().now()) {
        return Err(BorrowingError::NotAgreed);
    }
    match side {
        Side::Town => house(desk, permit, &request).await,
        Side::House => asker(desk, permit, &request).await,
    }
}

/// The duty desk of the house.
async fn house(
    desk: &Desk,
    permit: &Permit<RevealOfferContact>,
    request: &OfferRequest,
) -> Result<Contact, BorrowingError> {
    let mut txn = desk.db.begin().await?;
    let action = (permit.actor(), "offer_request.contact_revealed");
    record(&mut txn, action, request, &json!({}));
    txn.commit().await?;
    let house = organisations::by_id(desk.db.reader(), request.provider).await?;
    let house = house.ok_or(BorrowingError::NotFound)?;
    Ok(Contact {
        name: house.name,
        phone: house.duty_phone,
        email: None,
    })
}

/// Whoever asked for help.
async fn asker(
    desk: &Desk,
    permit: &Permit<RevealOfferContact>,
    request: &OfferRequest,
) -> Result<Contact, BorrowingError> {
    let mut txn = desk.db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.contact_revealed",
        subject: request.incident.to_string(),
        details: json!({ "offer_request": request.id }),
    });
    txn.commit().await?;
    let db = desk.db.reader();
    let asker = incidents::particulars(db, &desk.ring, request.incident).await?;
    let asker = asker.ok_or(BorrowingError::NotFound)?;
    Ok(Contact {
        name: asker.name,
        phone: Some(asker.phone),
        email: asker.email,
    })
}
