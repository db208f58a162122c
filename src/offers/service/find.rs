//! Finding offers: all that stand for whoever needs help, and the own ones.

use std::collections::HashSet;

use super::OfferError;
use super::filter::Filter;
use crate::access::action::{
    KeepOffers, ReadOffers, ReadOrganisation, ReadOwnOffers, SearchInternals,
};
use crate::access::{Action, Permit};
use crate::accounts::Allowances;
use crate::db::Db;
use crate::ids::OfferId;
use crate::input::FieldError;
use crate::offers::body::{Mask, MaskedOffer, OfferBody, OfferQuery, OfferScope, OfferView};
use crate::offers::model::{Offer, Provider};
use crate::offers::store;
use crate::reference::{Reference, Region};
use crate::search::{Snapshot, masked_distance, masked_employer, masked_region};

/// What offers are found with.
#[derive(Clone, Copy, Debug)]
pub(in crate::offers) struct Kit<'a> {
    pub(in crate::offers) db: &'a Db,
    pub(in crate::offers) reference: &'a Reference,
    /// Says how Länder are shown.
    pub(in crate::offers) snapshot: &'a Snapshot,
    pub(in crate::offers) allowances: &'a Allowances,
}

/// An offer and how it is shown.
#[derive(Clone, Debug)]
pub(in crate::offers) struct Found {
    pub(in crate::offers) offer: Offer,
    /// What others see instead of the house.
    pub(in crate::offers) mask: Mask,
    /// The caller manages its house.
    pub(in crate::offers) is_own: bool,
    /// Others see it now.
    pub(in crate::offers) is_shown: bool,
}

impl Found {
    /// As JSON: whole for its house, masked for others.
    pub(in crate::offers) fn view(self) -> OfferView {
        if self.is_own {
            return OfferView::Own(Box::new(OfferBody::of(self.offer, self.is_shown)));
        }
        OfferView::Masked(Box::new(MaskedOffer::of(self.offer, self.mask)))
    }
}

/// The offers asked for, newest first.
///
/// # Errors
/// Invalid parameters, a used-up allowance, or storage failed.
pub(in crate::offers) async fn find(
    kit: Kit<'_>,
    permit: &Permit<ReadOffers>,
    query: &OfferQuery,
) -> Result<Vec<Found>, OfferError> {
    let filter = Filter::read(kit, query)?;
    if query.scope == Some(OfferScope::Own) {
        let own = permit.also::<ReadOwnOffers>();
        let error = || FieldError::new("scope", "role", "you manage no organisation");
        let own = own.ok_or_else(|| OfferError::Invalid(vec![error()]))?;
        let offers = store::of(kit.db.reader(), own.scope()).await?;
        return shown(kit, permit, offers, &filter).await;
    }
    let is_limited = permit.also::<SearchInternals>().is_none();
    if let Some(near) = filter.near.filter(|_| is_limited) {
        kit.allowances
            .draw_place(kit.db, permit.caller(), near.ags.as_str())
            .await?;
    }
    let offers = store::published(kit.db.reader(), kit.db.clock().now()).await?;
    let mut found = shown(kit, permit, offers, &filter).await?;
    found.retain(|found| found.is_shown);
    Ok(found)
}

/// The offers of the houses the caller manages, however they stand, newest first.
///
/// # Errors
/// Storage failed.
pub(in crate::offers) async fn own(
    kit: Kit<'_>,
    permit: &Permit<ReadOwnOffers>,
) -> Result<Vec<Found>, OfferError> {
    let filter = Filter::read(kit, &OfferQuery::default())?;
    let offers = store::of(kit.db.reader(), permit.scope()).await?;
    shown(kit, permit, offers, &filter).await
}

/// An offer of a house the caller manages, as it is stored.
///
/// # Errors
/// Not there or not the caller's, or storage failed.
pub(in crate::offers) async fn held(
    db: &Db,
    permit: &Permit<KeepOffers>,
    id: OfferId,
) -> Result<Offer, OfferError> {
    let found = store::find(db.reader(), permit.scope(), id).await?;
    found.ok_or(OfferError::NotFound)
}

/// One offer: any of the own ones, of others those that stand.
///
/// # Errors
/// Not there or not the caller's to see, or storage failed.
pub(in crate::offers) async fn show(
    kit: Kit<'_>,
    permit: &Permit<ReadOffers>,
    id: OfferId,
) -> Result<Found, OfferError> {
    let filter = Filter::read(kit, &OfferQuery::default())?;
    let offer = store::by_id(kit.db.reader(), id).await?;
    let found = shown(kit, permit, offer.into_iter().collect(), &filter).await?;
    let mut visible = found
        .into_iter()
        .filter(|found| found.is_own || found.is_shown);
    visible.next().ok_or(OfferError::NotFound)
}

/// Those of the offers a filter keeps, with what others see of them.
async fn shown<A: Action>(
    kit: Kit<'_>,
    permit: &Permit<A>,
    offers: Vec<Offer>,
    filter: &Filter<'_>,
) -> Result<Vec<Found>, OfferError> {
    let own = permit.also::<ReadOwnOffers>();
    let reading = permit.also::<ReadOrganisation>();
    let sees_houses = reading.is_some_and(|reading| reading.scope().is_everything());
    let now = kit.db.clock().now();
    let houses: HashSet<_> = offers.iter().map(|offer| offer.organisation).collect();
    let providers = store::providers(kit.db.reader(), &houses, now).await?;
    let found = offers.into_iter().filter_map(|offer| {
        let provider = providers.get(&offer.organisation)?;
        let shown_by = (kit.reference, kit.snapshot);
        let mut mask = masked(shown_by, (&offer, provider), filter.near);
        mask.house = sees_houses.then(|| provider.name.clone());
        filter.keeps(&offer, &mask).then(|| Found {
            is_own: own
                .as_ref()
                .is_some_and(|own| own.scope().covers(offer.organisation)),
            is_shown: offer.is_found(provider, now),
            mask,
            offer,
        })
    });
    Ok(found.collect())
}

/// What others see instead of the house.
pub(super) fn masked(
    (reference, snapshot): (&Reference, &Snapshot),
    (offer, provider): (&Offer, &Provider),
    near: Option<&Region>,
) -> Mask {
    let place = reference.regions.get(offer.content.place);
    let distance = near.zip(place);
    Mask {
        house: None,
        employer: masked_employer(snapshot, provider.kind, &provider.place),
        region: masked_region(snapshot, offer.content.place.as_str()),
        distance_km: distance.map(|(near, place)| masked_distance(near, place)),
    }
}
