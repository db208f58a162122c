//! Offers that an incident's town can have.

use sea_orm::ConnectionTrait;

use super::BorrowingError;
use crate::access::Permit;
use crate::access::action::{ReadOrganisation, RequestOffer};
use crate::ids::{IncidentId, OfferId, OrganisationId};
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::offers::{self, Seeker, Usable};
use crate::organisations::seat_of;
use crate::search::Snapshot;

/// The incident for which somebody asks, and its town.
pub(super) async fn town(
    desk: &Desk,
    permit: &Permit<RequestOffer>,
    id: IncidentId,
) -> Result<(Incident, OrganisationId), BorrowingError> {
    let found = incidents::find(desk.db.reader(), permit.scope(), id).await?;
    let incident = found.ok_or(BorrowingError::NotFound)?;
    let town = open(&incident)?;
    Ok((incident, town))
}

/// The town of an incident for which something can be asked now.
pub(super) fn open(incident: &Incident) -> Result<OrganisationId, BorrowingError> {
    match incident.state() {
        IncidentState::Unverified => Err(BorrowingError::Unverified),
        IncidentState::Closed => Err(BorrowingError::Over),
        IncidentState::Verified => incident.organisation.ok_or(BorrowingError::Unverified),
    }
}

/// All offers the town of an incident can have, the nearest first and then the soonest.
///
/// # Errors
/// Not the caller's to know, not verified, over, the index is not ready, or storage failed.
pub(in crate::incidents) async fn offers_for(
    desk: &Desk,
    permit: &Permit<RequestOffer>,
    id: IncidentId,
) -> Result<Vec<Usable>, BorrowingError> {
    let (incident, town) = town(desk, permit, id).await?;
    let snapshot = desk.search.current().ok_or(BorrowingError::NotReady)?;
    let seeker = Seeker {
        sees_houses: sees_houses(permit),
        ..seeker(desk, &snapshot, (&incident, town))
    };
    let mut found = offers::usable(desk.db.reader(), seeker).await?;
    found.sort_by_key(|one| (one.distance_km(), one.offer.content.lead_hours));
    Ok(found)
}

/// One of them.
///
/// # Errors
/// The same, or there is no such offer for the town.
pub(in crate::incidents) async fn offer_of(
    desk: &Desk,
    permit: &Permit<RequestOffer>,
    (id, offer): (IncidentId, OfferId),
) -> Result<Usable, BorrowingError> {
    let (incident, town) = town(desk, permit, id).await?;
    let snapshot = desk.search.current().ok_or(BorrowingError::NotReady)?;
    let seeker = Seeker {
        sees_houses: sees_houses(permit),
        ..seeker(desk, &snapshot, (&incident, town))
    };
    let found = offers::usable_one(desk.db.reader(), seeker, offer).await?;
    found.ok_or(BorrowingError::NotFound)
}

/// The same while the offer is held.
pub(super) async fn usable<C: ConnectionTrait>(
    db: &C,
    desk: &Desk,
    (incident, town): (&Incident, OrganisationId),
    offer: OfferId,
) -> Result<Option<Usable>, BorrowingError> {
    let snapshot = desk.search.current().ok_or(BorrowingError::NotReady)?;
    let seeker = seeker(desk, &snapshot, (incident, town));
    Ok(offers::usable_one(db, seeker, offer).await?)
}

fn seeker<'a>(
    desk: &'a Desk,
    snapshot: &'a Snapshot,
    (incident, town): (&Incident, OrganisationId),
) -> Seeker<'a> {
    let place = incident.place.as_deref();
    Seeker {
        reference: &desk.reference,
        snapshot,
        near: place.and_then(|place| seat_of(&desk.reference, place)),
        town,
        sees_houses: false,
        now: desk.db.clock().now(),
    }
}

/// Whoever arranges offers for all sees whose they are, as in the list of offers.
fn sees_houses(permit: &Permit<RequestOffer>) -> bool {
    let reading = permit.also::<ReadOrganisation>();
    reading.is_some_and(|reading| reading.scope().is_everything())
}
