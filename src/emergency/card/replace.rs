//! Replacing a card: one person asks, another confirms within 24 hours.
//!
//! A card that exists already, whatever its state, is replaced and not issued anew: whoever takes over one account
//! cannot print codes for a town that has some.

use serde_json::json;

use super::acceptance::{accept, check_acceptance};
use super::body::NewAcceptance;
use super::issue::{Issued, insert};
use super::model::{CONFIRMED_WITHIN, Card, CardState, number};
use super::store::{self, NewCard};
use super::view::covered_card;
use super::{CardError, record};
use crate::access::action::ReplaceEmergencyCard;
use crate::access::{Action, Permit};
use crate::db::{Actor, Db, Txn};
use crate::emergency::coverage::Coverage;
use crate::ids::{self, EmergencyCardId};
use crate::reference::Reference;
use crate::sealing::Keyring;

/// Asks for a new card in the place of this one.
///
/// # Errors
/// Not the caller's to know of, replaced or asked for already, conditions to be accepted anew, or storage failed.
pub async fn ask(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<ReplaceEmergencyCard>,
    (id, acceptance): (EmergencyCardId, Option<&NewAcceptance>),
) -> Result<i64, CardError> {
    let mut txn = db.begin().await?;
    let coverage = Coverage::of(txn.connection(), permit, txn.now()).await?;
    let (card, _) = covered_card(txn.connection(), reference, (&coverage, id)).await?;
    if card.state == CardState::Replaced {
        return Err(CardError::Replaced);
    }
    let whose = (&card, permit.actor());
    current_acceptance(&mut txn, (reference, ring), whose, acceptance).await?;
    let expires_at = txn.now().plus_seconds(CONFIRMED_WITHIN);
    let by = permit.caller().account;
    if !store::ask(&txn, id, by, expires_at).await? {
        if asker_acts(&txn, reference, &card).await? {
            return Err(CardError::AlreadyAsked);
        }
        store::withdraw(&txn, id).await?;
        if !store::ask(&txn, id, by, expires_at).await? {
            return Err(CardError::AlreadyAsked);
        }
    }
    let details = json!({ "organisation": card.organisation });
    let action = "emergency_card.replacement_asked";
    record(&mut txn, permit.actor(), action, (id, details));
    Ok(txn.commit().await?.generation)
}

/// Confirms what another person asked for: the old codes work no more, the new card's are in the answer.
///
/// # Errors
/// Not the caller's to know of, nothing asked for by somebody else, replaced already, conditions to be accepted anew, or
/// storage failed.
pub async fn confirm(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<ReplaceEmergencyCard>,
    (id, acceptance): (EmergencyCardId, Option<&NewAcceptance>),
) -> Result<Issued, CardError> {
    let mut txn = db.begin().await?;
    let coverage = Coverage::of(txn.connection(), permit, txn.now()).await?;
    let (old, town) = covered_card(txn.connection(), reference, (&coverage, id)).await?;
    let (by, actor) = (permit.caller().account, permit.actor());
    if !store::confirm(&txn, id, by).await? {
        return Err(why_not(&txn, permit, &old).await?);
    }
    if !asker_acts(&txn, reference, &old).await? {
        return Err(CardError::NotAsked);
    }
    let states = (
        &[CardState::Issued, CardState::Revoked][..],
        CardState::Replaced,
    );
    if !store::end(&txn, id, states, actor).await? {
        return Err(CardError::Replaced);
    }
    let asked_by = store::asked_by(&txn, id).await?;
    let parts = (reference, ring);
    let acceptance = current_acceptance(&mut txn, parts, (&old, actor), acceptance).await?;
    let new = NewCard {
        id: EmergencyCardId(ids::ordered(txn.now())),
        organisation: old.organisation,
        sequence: old.sequence + 1,
        acceptance,
        actor,
        issued_as: town.acting_as,
    };
    let codes = insert(&txn, ring, new).await?;
    let details = json!({
        "organisation": new.organisation,
        "number": number(&town.place, new.sequence),
        "replaces": id,
        "asked_by": asked_by,
        "issued_as": new.issued_as,
    });
    record(
        &mut txn,
        actor,
        "emergency_card.replaced",
        (new.id, details),
    );
    Ok(Issued {
        id: new.id,
        codes: Some(codes),
        generation: txn.commit().await?.generation,
    })
}

/// Whether whoever asked still acts for the town: somebody whose account was closed, or who lost the role, counts
/// for nobody.
async fn asker_acts(txn: &Txn, reference: &Reference, card: &Card) -> Result<bool, CardError> {
    let Some(by) = store::asked_by(txn, card.id).await? else {
        return Ok(false);
    };
    let whose = (by, ReplaceEmergencyCard::RIGHT);
    let coverage = Coverage::of_account(txn.connection(), whose, txn.now()).await?;
    let Some(coverage) = coverage else {
        return Ok(false);
    };
    match covered_card(txn.connection(), reference, (&coverage, card.id)).await {
        Ok(_) => Ok(true),
        Err(CardError::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// What the administration accepts now, else what it accepted last, as long as that is the current version.
async fn current_acceptance(
    txn: &mut Txn,
    (reference, ring): (&Reference, &Keyring),
    (card, actor): (&Card, Actor),
    acceptance: Option<&NewAcceptance>,
) -> Result<uuid::Uuid, CardError> {
    if let Some(acceptance) = acceptance {
        check_acceptance(reference, acceptance, txn.now()).map_err(CardError::Invalid)?;
        return Ok(accept(txn, ring, (card.organisation, actor), acceptance).await?);
    }
    let accepted = store::last_acceptance(txn.connection(), card.organisation).await?;
    accepted
        .filter(|accepted| accepted.version == reference.texts.conditions.version)
        .map(|accepted| accepted.id)
        .ok_or(CardError::ConditionsOutdated)
}

async fn why_not(
    txn: &Txn,
    permit: &Permit<ReplaceEmergencyCard>,
    card: &Card,
) -> Result<CardError, CardError> {
    let asked = store::replacements(txn.connection(), std::slice::from_ref(card), txn.now());
    let asked = asked.await?;
    Ok(match asked.get(&card.id) {
        Some(asked) if asked.is_confirmed => CardError::Replaced,
        Some(asked) if asked.is_open(txn.now()) && asked.asked_by == permit.caller().account => {
            CardError::SamePerson
        }
        Some(_) | None => CardError::NotAsked,
    })
}
