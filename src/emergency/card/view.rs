//! Cards as those see them who act for their administration.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;

use super::CardError;
use super::body::{AskedReplacement, CardBody, CardQuery, Signatory};
use super::model::{Card, number};
use super::store::{self, Held, Listing};
use crate::access::action::{KeepEmergencyContacts, ReadEmergencyCards, ReadServedPlaces};
use crate::access::{Action, Permit};
use crate::db::{Db, StorageError};
use crate::emergency::coverage::{ActingAs, Coverage};
use crate::fold::fold;
use crate::http::cut;
use crate::ids::{AccountId, EmergencyCardId, OrganisationId};
use crate::input::FieldError;
use crate::organisations::{self, Organisation, Seat};
use crate::reference::Reference;
use crate::sealing::Keyring;

/// An administration that has or can have a card.
#[derive(Clone, Debug)]
pub struct Town {
    /// AGS, or the nine-digit key of a shared administration.
    pub place: String,
    /// What it is called.
    pub name: String,
    /// As what the caller acts for it.
    pub acting_as: ActingAs,
}

/// An administration with its card.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Which.
    pub town: Town,
    /// Its card, if it ever had one.
    pub card: Option<CardBody>,
}

/// A card with its administration, if the caller acts for it.
pub(super) async fn covered_card<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    (coverage, id): (&Coverage, EmergencyCardId),
) -> Result<(Card, Town), CardError> {
    let card = store::find(db, id).await?.ok_or(CardError::NotFound)?;
    let town = covered_town(db, reference, (coverage, card.organisation)).await?;
    Ok((card, town))
}

/// An administration, if the caller acts for it.
async fn covered_town<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    (coverage, id): (&Coverage, OrganisationId),
) -> Result<Town, CardError> {
    let organisation = organisations::by_id(db, id)
        .await?
        .filter(|organisation| organisation.kind.is_seat_of_its_place())
        .ok_or(CardError::NotFound)?;
    let acting_as = coverage
        .acting_as(reference, (&organisation.place, Some(id)))
        .ok_or(CardError::NotFound)?;
    Ok(Town {
        place: organisation.place,
        name: organisation.name,
        acting_as,
    })
}

/// Shows a card.
///
/// # Errors
/// Not the caller's to know of, or storage failed.
pub async fn show<A: Action>(
    db: &Db,
    reference: &Reference,
    permit: &Permit<A>,
    id: EmergencyCardId,
) -> Result<CardBody, CardError> {
    let coverage = Coverage::of(db.reader(), permit, db.clock().now()).await?;
    let (card, _) = covered_card(db.reader(), reference, (&coverage, id)).await?;
    let mut bodies = bodies(db, permit.caller().account, vec![card]).await?;
    bodies.pop().ok_or(CardError::NotFound)
}

/// Lists the cards no other took the place of; the cursor of the next page beside them.
///
/// # Errors
/// An unreadable cursor, or storage failed.
pub async fn list(
    db: &Db,
    reference: &Reference,
    permit: &Permit<ReadEmergencyCards>,
    query: CardQuery,
) -> Result<(Vec<CardBody>, Option<String>), CardError> {
    let CardQuery { q, cursor, limit } = query;
    let after = cursor.map(|cursor| cursor.parse()).transpose();
    let after = after.map_err(|_| {
        CardError::Invalid(vec![FieldError::new("cursor", "cursor", "no such cursor")])
    })?;
    let limit = limit.unwrap_or(20);
    let coverage = Coverage::of(db.reader(), permit, db.clock().now()).await?;
    let listing = Listing {
        organisations: covered_organisations(db, reference, &coverage).await?,
        words: words(q.as_deref()),
        after,
        limit: limit + 1,
    };
    let mut cards = store::list(db.reader(), &listing).await?;
    let next = cut(&mut cards, limit).map(|card| card.id.to_string());
    Ok((bodies(db, permit.caller().account, cards).await?, next))
}

/// The administrations covered; none for all.
async fn covered_organisations(
    db: &Db,
    reference: &Reference,
    coverage: &Coverage,
) -> Result<Option<Vec<OrganisationId>>, StorageError> {
    let Coverage::These { own, .. } = coverage else {
        return Ok(None);
    };
    let served = coverage.served_places(reference);
    let served = organisations::seated_at(db.reader(), &served).await?;
    let served = served.into_iter().map(|organisation| organisation.id);
    Ok(Some(own.iter().copied().chain(served).collect()))
}

/// An administration the caller acts for, with its card.
///
/// # Errors
/// Not the caller's to know of, or storage failed.
pub async fn standing(
    db: &Db,
    reference: &Reference,
    permit: &Permit<ReadEmergencyCards>,
    id: OrganisationId,
) -> Result<Standing, CardError> {
    let coverage = Coverage::of(db.reader(), permit, db.clock().now()).await?;
    let town = covered_town(db.reader(), reference, (&coverage, id)).await?;
    let card = store::last(db.reader(), id).await?;
    let mut bodies = bodies(db, permit.caller().account, card.into_iter().collect()).await?;
    Ok(Standing {
        town,
        card: bodies.pop(),
    })
}

/// The administrations that the caller's organisation serves now, by name, those that have no card included.
///
/// # Errors
/// Storage failed.
pub async fn served_towns(
    db: &Db,
    reference: &Reference,
    permit: &Permit<ReadServedPlaces>,
    q: Option<&str>,
) -> Result<Vec<Standing>, CardError> {
    let coverage = Coverage::of(db.reader(), permit, db.clock().now()).await?;
    let places = coverage.served_places(reference);
    let entered = organisations::seated_at(db.reader(), &places).await?;
    let entered: HashMap<String, Organisation> = entered
        .into_iter()
        .map(|organisation| (organisation.place.clone(), organisation))
        .collect();
    let ids = entered.values().map(|organisation| organisation.id);
    let cards = store::current_of(db.reader(), ids.collect()).await?;
    let cards = bodies(db, permit.caller().account, cards).await?;
    let cards: HashMap<OrganisationId, CardBody> = cards
        .into_iter()
        .map(|card| (card.organisation_id, card))
        .collect();
    let words = words(q);
    let mut towns = Vec::with_capacity(places.len());
    for place in places {
        let organisation = entered.get(&place);
        // Under a key out of use only who was entered under it.
        if organisation.is_none() && reference.regions.today(&place) != place {
            continue;
        }
        let Some(seat) = Seat::find(reference, &place) else {
            continue;
        };
        let name = organisation.map_or(seat.name, |organisation| organisation.name.clone());
        let folded = fold(&name);
        if words.iter().all(|word| folded.contains(word)) {
            let id = organisation.map(|organisation| organisation.id);
            let town = Town {
                place,
                name,
                acting_as: ActingAs::Provider,
            };
            let card = id.and_then(|id| cards.get(&id)).cloned();
            towns.push(Standing { town, card });
        }
    }
    towns.sort_by_cached_key(|standing| (fold(&standing.town.name), standing.town.place.clone()));
    Ok(towns)
}

/// Who accepted the conditions last for the caller's own administration.
///
/// # Errors
/// It does not open, or storage failed.
pub async fn signatory(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepEmergencyContacts>,
    organisation: OrganisationId,
) -> Result<Option<Signatory>, CardError> {
    if !permit.scope().covers(organisation) {
        return Err(CardError::NotFound);
    }
    match store::last_acceptance(db.reader(), organisation).await? {
        Some(acceptance) => Ok(store::open_signatory(db.reader(), ring, &acceptance).await?),
        None => Ok(None),
    }
}

fn words(q: Option<&str>) -> Vec<String> {
    let folded = fold(q.unwrap_or_default());
    folded.split_whitespace().map(str::to_owned).collect()
}

/// The cards with all that belongs to them.
pub(super) async fn bodies(
    db: &Db,
    caller: AccountId,
    cards: Vec<Card>,
) -> Result<Vec<CardBody>, CardError> {
    if cards.is_empty() {
        return Ok(Vec::new());
    }
    let now = db.clock().now();
    let left = store::codes_left(db.reader(), &cards).await?;
    let asked = store::replacements(db.reader(), &cards, db.clock().now()).await?;
    let mut bodies = Vec::with_capacity(cards.len());
    for held in store::with_acceptances(db.reader(), cards).await? {
        let owner = organisations::by_id(db.reader(), held.card.organisation)
            .await?
            .ok_or(StorageError::Corrupt("emergency_cards.organisation_id"))?;
        let open = asked.get(&held.card.id).filter(|asked| asked.is_open(now));
        let replacement = open.map(|asked| AskedReplacement {
            asked_at: asked.asked_at,
            expires_at: asked.expires_at,
            asked_by_caller: asked.asked_by == caller,
        });
        let codes_left = left.get(&held.card.id).copied().unwrap_or_default();
        bodies.push(body(held, owner, codes_left, replacement));
    }
    Ok(bodies)
}

fn body(
    held: Held,
    owner: Organisation,
    codes_left: u64,
    replacement: Option<AskedReplacement>,
) -> CardBody {
    let Held { card, acceptance } = held;
    let Card {
        id,
        organisation,
        sequence,
        state,
        issued_at,
        issued_by,
        issued_as,
        ended_at,
    } = card;
    CardBody {
        id,
        number: number(&owner.place, sequence),
        organisation_id: organisation,
        municipality: owner.name,
        place: owner.place,
        state,
        issued_at,
        issued_by,
        issued_as,
        ended_at,
        conditions_version: acceptance.version,
        accepted_on: acceptance.accepted_on,
        codes_left,
        replacement,
    }
}
