//! Issuing the first card of an administration, one or many at once.

use std::collections::HashSet;

use serde_json::json;

use super::acceptance::{accept, check_acceptance};
use super::body::{NewAcceptance, NewEmergencyCard};
use super::bulk::{Row, RowProblem, RowProblemKind};
use super::model::{CODES, Card, number};
use super::store::{self, NewCard};
use super::{CardError, record};
use crate::access::Permit;
use crate::access::action::IssueEmergencyCard;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Actor, Db, StorageError, Txn};
use crate::emergency::code::EmergencyCode;
use crate::emergency::coverage::{ActingAs, Coverage};
use crate::ids::{self, EmergencyCardId, OrganisationId};
use crate::input::FieldError;
use crate::organisations::{self, Seat};
use crate::reference::Reference;
use crate::sealing::Keyring;

/// A card just issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// Which.
    pub id: EmergencyCardId,
    /// Its codes, here and never again; none when the same request is repeated.
    pub codes: Option<Vec<EmergencyCode>>,
    /// What a reader must have seen to see it.
    pub generation: i64,
}

/// Issues the first card of an administration.
///
/// # Errors
/// A place that is unknown or not the caller's, an earlier card, invalid fields, or storage failed.
pub async fn issue(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<IssueEmergencyCard>,
    (new, attempt): (&NewEmergencyCard, Option<Attempt>),
) -> Result<Issued, CardError> {
    let mut txn = db.begin().await?;
    let id = EmergencyCardId(ids::ordered(txn.now()));
    if let Some(made) = claim(&txn, attempt, id).await? {
        txn.rollback().await?;
        return repeated(db, &made).await;
    }
    check_acceptance(reference, &new.acceptance, txn.now()).map_err(CardError::Invalid)?;
    let coverage = Coverage::of(txn.connection(), permit, txn.now()).await?;
    let town = covered(&txn, reference, (&coverage, &new.place)).await?;
    let organisation = match town.organisation {
        Some(id) => id,
        None => town.seat.enter(&mut txn, reference, permit.actor()).await?,
    };
    let town = (town.seat.place.as_str(), organisation, town.acting_as);
    let codes = first(
        &mut txn,
        ring,
        (id, permit.actor()),
        (town, &new.acceptance),
    )
    .await?;
    Ok(Issued {
        id,
        codes: Some(codes),
        generation: txn.commit().await?.generation,
    })
}

/// Issues the first cards of many administrations: all, or none and what is wrong with each row.
///
/// # Errors
/// The problems of the rows, a reused key, or storage failed.
pub async fn issue_many(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<IssueEmergencyCard>,
    (rows, attempt): (&[Row], Attempt),
) -> Result<Result<Vec<Issued>, Vec<RowProblem>>, CardError> {
    let mut txn = db.begin().await?;
    let first_id = EmergencyCardId(ids::ordered(txn.now()));
    if claim(&txn, Some(attempt), first_id).await?.is_some() {
        txn.rollback().await?;
        return Ok(Ok(Vec::new()));
    }
    let coverage = Coverage::of(txn.connection(), permit, txn.now()).await?;
    let (mut towns, mut problems) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for row in rows {
        match check_row(&txn, reference, (&coverage, row)).await {
            Ok(town) if !seen.insert(town.seat.place.clone()) => {
                let (line, kind) = (row.line, RowProblemKind::Twice);
                problems.push(RowProblem { line, kind });
            }
            Ok(town) => towns.push((town, row)),
            Err(CardError::Storage(error)) => return Err(error.into()),
            Err(error) => problems.push(row.problem(&error)),
        }
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let mut made = Vec::with_capacity(towns.len());
    for (town, row) in towns {
        let id = EmergencyCardId(ids::ordered(txn.now()));
        let organisation = match town.organisation {
            Some(id) => id,
            None => town.seat.enter(&mut txn, reference, permit.actor()).await?,
        };
        let place = (town.seat.place.as_str(), organisation, town.acting_as);
        let codes = first(
            &mut txn,
            ring,
            (id, permit.actor()),
            (place, &row.acceptance),
        )
        .await?;
        made.push((id, codes));
    }
    let generation = txn.commit().await?.generation;
    let issued = made.into_iter().map(|(id, codes)| Issued {
        id,
        codes: Some(codes),
        generation,
    });
    Ok(Ok(issued.collect()))
}

/// An administration the caller may issue a card to.
struct CoveredTown {
    seat: Seat,
    organisation: Option<OrganisationId>,
    acting_as: ActingAs,
}

/// The administration with this key, if the caller acts for it.
async fn covered(
    txn: &Txn,
    reference: &Reference,
    (coverage, place): (&Coverage, &str),
) -> Result<CoveredTown, CardError> {
    let unknown = || {
        let detail = "this is no Gemeinde, Kreis or shared administration that you act for";
        CardError::Invalid(vec![FieldError::new("/place", "unknown", detail)])
    };
    let seat = Seat::find(reference, place).ok_or_else(unknown)?;
    let places = reference.regions.of_one_place(&seat.place);
    let mut seated = organisations::seated_at(txn.connection(), &places).await?;
    seated.sort_by_key(|organisation| (organisation.place != seat.place, organisation.id));
    let organisation = seated.first().map(|organisation| organisation.id);
    let acting_as = coverage
        .acting_as(reference, (&seat.place, organisation))
        .ok_or_else(unknown)?;
    Ok(CoveredTown {
        seat,
        organisation,
        acting_as,
    })
}

async fn check_row(
    txn: &Txn,
    reference: &Reference,
    (coverage, row): (&Coverage, &Row),
) -> Result<CoveredTown, CardError> {
    check_acceptance(reference, &row.acceptance, txn.now()).map_err(CardError::Invalid)?;
    let town = covered(txn, reference, (coverage, &row.place)).await?;
    if let Some(organisation) = town.organisation
        && let Some(earlier) = store::last(txn.connection(), organisation).await?
    {
        return Err(CardError::HasCard(earlier.id));
    }
    Ok(town)
}

/// Issues the first card in a transaction that somebody else commits.
async fn first(
    txn: &mut Txn,
    ring: &Keyring,
    (id, actor): (EmergencyCardId, Actor),
    ((place, organisation, issued_as), acceptance): (
        (&str, OrganisationId, ActingAs),
        &NewAcceptance,
    ),
) -> Result<Vec<EmergencyCode>, CardError> {
    if let Some(earlier) = store::last(txn.connection(), organisation).await? {
        return Err(CardError::HasCard(earlier.id));
    }
    let new = NewCard {
        id,
        organisation,
        sequence: 1,
        acceptance: accept(txn, ring, (organisation, actor), acceptance).await?,
        actor,
        issued_as,
    };
    let codes = insert(txn, ring, new).await?;
    let details = json!({
        "organisation": organisation,
        "number": number(place, new.sequence),
        "issued_as": issued_as,
    });
    record(txn, actor, "emergency_card.issued", (id, details));
    Ok(codes)
}

/// Stores a card with new codes; somebody who was faster has issued it.
pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    new: NewCard,
) -> Result<Vec<EmergencyCode>, CardError> {
    if !store::insert(txn, new).await? {
        let faster = store::last(txn.connection(), new.organisation).await?;
        return Err(CardError::HasCard(
            faster.map_or(new.id, |card: Card| card.id),
        ));
    }
    let codes: Vec<EmergencyCode> = (0..CODES).map(|_| EmergencyCode::random()).collect();
    let hashes: Result<_, _> = codes.iter().map(|code| code.hash(ring)).collect();
    store::insert_codes(txn, new.id, hashes?).await?;
    Ok(codes)
}

/// Claims the key of a request; the card made under it before, if there is one.
async fn claim(
    txn: &Txn,
    attempt: Option<Attempt>,
    id: EmergencyCardId,
) -> Result<Option<String>, CardError> {
    let Some(attempt) = attempt else {
        return Ok(None);
    };
    match idempotency::claim(txn, &attempt, id.to_string()).await? {
        Earlier::Nothing => Ok(None),
        Earlier::Made(made) => Ok(Some(made)),
        Earlier::OtherBody => Err(CardError::KeyReused),
    }
}

/// The card of an earlier request, without its codes.
async fn repeated(db: &Db, made: &str) -> Result<Issued, CardError> {
    let id = made
        .parse()
        .map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?;
    Ok(Issued {
        id,
        codes: None,
        generation: db.generation().await?,
    })
}
