//! Offers a town that is helped can have, for whoever arranges it.

use std::collections::HashSet;

use sea_orm::ConnectionTrait;

use super::find::masked;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::ids::{OfferId, OrganisationId};
use crate::offers::body::Mask;
use crate::offers::model::Offer;
use crate::offers::store;
use crate::reference::{Ags, Level, Reference};
use crate::search::Snapshot;

/// A town that needs something.
#[derive(Clone, Copy, Debug)]
pub struct Seeker<'a> {
    /// Places.
    pub reference: &'a Reference,
    /// Says how Länder are shown.
    pub snapshot: &'a Snapshot,
    /// Where it is, if that is known.
    pub near: Option<Ags>,
    /// Which one it is: its own offers are not asked for.
    pub town: OrganisationId,
    /// Whether whoever asks for it sees whose they are.
    pub sees_houses: bool,
    /// The present.
    pub now: Instant,
}

/// An offer a town can have, masked.
#[derive(Clone, Debug)]
pub struct Usable {
    /// The offer.
    pub offer: Offer,
    pub(in crate::offers) mask: Mask,
}

impl Usable {
    /// About how far away it is, where that is known.
    pub fn distance_km(&self) -> Option<u16> {
        self.mask.distance_km
    }
}

/// All that stand and reach the town, newest first. Whoever has an incident to care for draws no allowance.
///
/// # Errors
/// Storage failed.
pub async fn usable<C: ConnectionTrait>(
    db: &C,
    seeker: Seeker<'_>,
) -> Result<Vec<Usable>, StorageError> {
    let offers = store::published(db, seeker.now).await?;
    among(db, seeker, offers).await
}

/// One of them.
///
/// # Errors
/// Storage failed.
pub async fn usable_one<C: ConnectionTrait>(
    db: &C,
    seeker: Seeker<'_>,
    id: OfferId,
) -> Result<Option<Usable>, StorageError> {
    let offer = store::by_id(db, id).await?;
    let found = among(db, seeker, offer.into_iter().collect()).await?;
    Ok(found.into_iter().next())
}

async fn among<C: ConnectionTrait>(
    db: &C,
    seeker: Seeker<'_>,
    offers: Vec<Offer>,
) -> Result<Vec<Usable>, StorageError> {
    let Seeker {
        reference,
        snapshot,
        near,
        town,
        sees_houses,
        now,
    } = seeker;
    let near = near.and_then(|near| reference.regions.get(near));
    let near = near.filter(|near| near.level != Level::Land);
    let houses: HashSet<_> = offers.iter().map(|offer| offer.organisation).collect();
    let providers = store::providers(db, &houses, now).await?;
    let usable = offers.into_iter().filter_map(|offer| {
        let provider = providers.get(&offer.organisation)?;
        let mut mask = masked((reference, snapshot), (&offer, provider), near);
        mask.house = sees_houses.then(|| provider.name.clone());
        let reach = offer.content.reach;
        let reaches = mask
            .distance_km
            .is_none_or(|distance| reach.is_usable(distance, None));
        let is_others = offer.organisation != town;
        let is_usable = is_others && reaches && offer.is_found(provider, now);
        is_usable.then_some(Usable { offer, mask })
    });
    Ok(usable.collect())
}

/// Offers with these ids, whoever may know of them.
///
/// # Errors
/// Storage failed.
pub async fn by_ids<C: ConnectionTrait>(
    db: &C,
    ids: &[OfferId],
) -> Result<Vec<Offer>, StorageError> {
    store::by_ids(db, ids).await
}

/// Keeps others from promising an offer, or changing it, until the transaction ends; the offer as it is then.
///
/// # Errors
/// Storage failed.
pub async fn hold(txn: &Txn, id: OfferId) -> Result<Option<Offer>, StorageError> {
    store::hold(txn, id).await?;
    store::by_id(txn.connection(), id).await
}
