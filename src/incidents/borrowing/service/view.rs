//! Requests for offers as their sides see them.

use std::collections::HashMap;

use super::BorrowingError;
use crate::access::action::{
    AnswerOfferRequest, ReadHelpRequests, ReadOfferRequests, ReadOwnOffers,
};
use crate::access::{Action, Permit};
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::ids::{IncidentId, OfferId, OfferRequestId, OrganisationId};
use crate::incidents::borrowing::model::{CostTerms, OfferRequest, cost_terms};
use crate::incidents::borrowing::store::{self, Said, Words};
use crate::incidents::deployments::CostBasis;
use crate::incidents::legal::{self, Matrix};
use crate::incidents::model::Incident;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::offers::{self, Offer};
use crate::organisations::{self, Organisation};

/// As whom somebody sees a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::incidents) enum Side {
    /// Who is helped, and the desk.
    Town,
    /// Whose the offer is.
    House,
}

/// A request with what is told of it to one of its sides.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Borrowed {
    pub(in crate::incidents) request: OfferRequest,
    pub(in crate::incidents) side: Side,
    pub(in crate::incidents) offer: Offer,
    /// For the house, nothing of it but the Kreis and what is seen, before the promise.
    pub(in crate::incidents) incident: Incident,
    /// Whose the offer is: for the town once it is promised, for the desk always.
    pub(in crate::incidents) house: Option<Organisation>,
    /// Who is helped: for the house once it is promised.
    pub(in crate::incidents) town: Option<Organisation>,
    /// What the town said.
    pub(in crate::incidents) message: Option<String>,
    /// What the house said.
    pub(in crate::incidents) words: Words,
    /// On which terms it is paid.
    pub(in crate::incidents) cost: CostTerms,
}

impl Borrowed {
    /// Whether what happened may be said: while the police investigates, to the town and to a house that promised alone
    /// (trust.md 14).
    pub(in crate::incidents) fn tells_what_happened(&self, now: Instant) -> bool {
        let is_open = self.request.is_open_in(&self.incident, now);
        self.side == Side::Town || !self.incident.handling.is_under_investigation || is_open
    }
}

/// As whom the caller sees a request. Who manages a house that is a town itself does not speak for the town.
fn side<A: Action>(permit: &Permit<A>, request: &OfferRequest) -> Option<Side> {
    let town = permit.also::<ReadHelpRequests>();
    if town.is_some_and(|town| town.scope().covers(request.requester)) {
        return Some(Side::Town);
    }
    let house = permit.also::<ReadOwnOffers>();
    let is_house = house.is_some_and(|house| house.scope().covers(request.provider));
    is_house.then_some(Side::House)
}

/// A request the caller has to do with, and as whom they see it; nothing sealed is opened for that.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn side_of<A: Action>(
    desk: &Desk,
    permit: &Permit<A>,
    id: OfferRequestId,
) -> Result<(OfferRequest, Side), BorrowingError> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let request = found.ok_or(BorrowingError::NotFound)?;
    let side = side(permit, &request).ok_or(BorrowingError::NotFound)?;
    Ok((request, side))
}

/// A request the caller has to do with.
///
/// # Errors
/// Not the caller's to know, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn show(
    desk: &Desk,
    permit: &Permit<ReadOfferRequests>,
    id: OfferRequestId,
) -> Result<Borrowed, BorrowingError> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let found = found.ok_or(BorrowingError::NotFound)?;
    seen(desk, permit, found).await
}

/// Requests the caller has to do with, newest first; one more than asked for when there are others.
///
/// # Errors
/// Something sealed does not open, or storage failed.
pub(in crate::incidents) async fn list(
    desk: &Desk,
    permit: &Permit<ReadOfferRequests>,
    (before, limit): (Option<OfferRequestId>, u64),
) -> Result<Vec<Borrowed>, BorrowingError> {
    let (town, house) = (
        permit.also::<ReadHelpRequests>(),
        permit.also::<ReadOwnOffers>(),
    );
    let scopes = (
        town.as_ref().map(Permit::scope),
        house.as_ref().map(Permit::scope),
    );
    let found = store::list(desk.db.reader(), scopes, (before, limit + 1)).await?;
    all_seen(desk, permit, found).await
}

/// Requests of an incident, oldest first.
///
/// # Errors
/// Not the caller's to know, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn of_incident_seen(
    desk: &Desk,
    permit: &Permit<ReadOfferRequests>,
    id: IncidentId,
) -> Result<Vec<Borrowed>, BorrowingError> {
    let town = permit.also::<ReadHelpRequests>();
    let town = town.ok_or(BorrowingError::NotFound)?;
    let found = incidents::find(desk.db.reader(), town.scope(), id).await?;
    found.ok_or(BorrowingError::NotFound)?;
    let found = store::of_incident(desk.db.reader(), id).await?;
    all_seen(desk, permit, found).await
}

/// The same for whoever may see the incident: no more than what became of it.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn of_incident(
    db: &Db,
    id: IncidentId,
) -> Result<Vec<OfferRequest>, StorageError> {
    store::of_incident(db.reader(), id).await
}

/// Requests to the houses the caller answers for, newest first; one more than asked for when there are others.
///
/// # Errors
/// Something sealed does not open, or storage failed.
pub(in crate::incidents) async fn of_house(
    desk: &Desk,
    permit: &Permit<AnswerOfferRequest>,
    (before, limit): (Option<OfferRequestId>, u64),
) -> Result<Vec<Borrowed>, BorrowingError> {
    let scopes = (None, Some(permit.scope()));
    let found = store::list(desk.db.reader(), scopes, (before, limit + 1)).await?;
    let found = found.into_iter().map(|request| (request, Side::House));
    told(desk, found.collect(), false).await
}

async fn all_seen(
    desk: &Desk,
    permit: &Permit<ReadOfferRequests>,
    found: Vec<OfferRequest>,
) -> Result<Vec<Borrowed>, BorrowingError> {
    let town = permit.also::<ReadHelpRequests>();
    let is_desk = town.is_some_and(|town| town.scope().is_everything());
    let mut sided = Vec::with_capacity(found.len());
    for request in found {
        let side = side(permit, &request).ok_or(BorrowingError::NotFound)?;
        sided.push((request, side));
    }
    told(desk, sided, is_desk).await
}

/// A request as the caller sees it.
///
/// # Errors
/// Not the caller's to know, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn seen(
    desk: &Desk,
    permit: &Permit<ReadOfferRequests>,
    request: OfferRequest,
) -> Result<Borrowed, BorrowingError> {
    let seen = all_seen(desk, permit, vec![request]).await?.pop();
    seen.ok_or(BorrowingError::NotFound)
}

/// Requests with what is told of them; those that are forgotten at this moment are left out.
async fn told(
    desk: &Desk,
    requests: Vec<(OfferRequest, Side)>,
    is_desk: bool,
) -> Result<Vec<Borrowed>, BorrowingError> {
    let besides = Besides::of(desk, &requests).await?;
    let told = requests
        .into_iter()
        .filter_map(|seen| besides.told(seen, is_desk));
    Ok(told.collect())
}

/// What is told of requests besides themselves, loaded once for all of them.
struct Besides {
    offers: HashMap<OfferId, Offer>,
    incidents: HashMap<IncidentId, Incident>,
    sides: HashMap<OrganisationId, Organisation>,
    said: HashMap<OfferRequestId, Said>,
    matrix: Matrix,
}

impl Besides {
    async fn of(desk: &Desk, requests: &[(OfferRequest, Side)]) -> Result<Self, BorrowingError> {
        let requests = || requests.iter().map(|(request, _)| request);
        let offers: Vec<_> = requests().map(|one| one.offer).collect();
        let incidents: Vec<_> = requests().map(|one| one.incident).collect();
        let sides = requests().flat_map(|one| [one.provider, one.requester]);
        let sides: Vec<_> = sides.collect();
        let ids: Vec<_> = requests().map(|one| one.id).collect();
        let db = desk.db.reader();
        let offers = offers::by_ids(db, &offers).await?.into_iter();
        let incidents = incidents::by_ids(db, &incidents).await?.into_iter();
        let sides = organisations::by_ids(db, &sides).await?.into_iter();
        Ok(Self {
            offers: offers.map(|one| (one.id, one)).collect(),
            incidents: incidents.map(|one| (one.id, one)).collect(),
            sides: sides.map(|one| (one.id, one)).collect(),
            said: store::texts(db, &desk.ring, &ids).await?,
            matrix: legal::matrix(db).await?,
        })
    }

    fn told(&self, (request, side): (OfferRequest, Side), is_desk: bool) -> Option<Borrowed> {
        let offer = self.offers.get(&request.offer)?.clone();
        let incident = self.incidents.get(&request.incident)?.clone();
        let house = self.sides.get(&request.provider);
        let town = self.sides.get(&request.requester);
        let (message, words) = self.said.get(&request.id).cloned().unwrap_or_default();
        let is_promised = request.state.was_promised();
        let sees_town = is_promised || side == Side::Town;
        let sees_house = is_promised || is_desk || side == Side::House;
        Some(Borrowed {
            cost: cost(&self.matrix, &offer, house.zip(town)),
            house: house.filter(|_| sees_house).cloned(),
            town: town.filter(|_| sees_town).cloned(),
            request,
            side,
            offer,
            incident,
            message,
            words,
        })
    }
}

/// On which terms an offer is paid by the town of an incident.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn terms(
    desk: &Desk,
    incident: &Incident,
    offer: &Offer,
) -> Result<CostTerms, BorrowingError> {
    let sides: Vec<_> = [Some(offer.organisation), incident.organisation]
        .into_iter()
        .flatten()
        .collect();
    let known = organisations::by_ids(desk.db.reader(), &sides).await?;
    let house = known.iter().find(|one| one.id == offer.organisation);
    let town = known
        .iter()
        .find(|one| Some(one.id) == incident.organisation);
    let matrix = legal::matrix(desk.db.reader()).await?;
    Ok(cost(&matrix, offer, house.zip(town)))
}

/// By the legal forms of both; what is not known is no Amtshilfe.
fn cost(
    matrix: &Matrix,
    offer: &Offer,
    sides: Option<(&Organisation, &Organisation)>,
) -> CostTerms {
    let basis = sides.map_or(CostBasis::AgreedRate, |(house, town)| {
        CostBasis::of(matrix, false, house.legal_form, town.legal_form)
    });
    cost_terms(offer.content.cost, basis)
}
