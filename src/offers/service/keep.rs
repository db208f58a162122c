//! Entering, changing, publishing and withdrawing offers.

use serde_json::{Value, json};

use super::{OfferError, Saved};
use crate::access::Permit;
use crate::access::action::KeepOffers;
use crate::audit;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::experts;
use crate::http::{IfMatch, Problem};
use crate::ids::{self, OfferId, OrganisationId};
use crate::input::FieldError;
use crate::offers::body::{NewOffer, OfferPatch};
use crate::offers::model::{Content, MOST, MOST_EVER, Offer, OfferState};
use crate::offers::{check, store};
use crate::organisations;
use crate::reference::Reference;

/// Enters an offer of a member the caller manages.
///
/// # Errors
/// Invalid fields, no member, too many, a reused key, or storage failed.
pub(in crate::offers) async fn create(
    db: &Db,
    reference: &Reference,
    permit: &Permit<KeepOffers>,
    new: &NewOffer,
    attempt: Option<Attempt>,
) -> Result<Saved, OfferError> {
    if !permit.scope().covers(new.organisation_id) {
        let detail = "you do not manage this organisation";
        let error = FieldError::new("/organisation_id", "unknown", detail);
        return Err(OfferError::Invalid(vec![error]));
    }
    let mut txn = db.begin().await?;
    let staged = stage(&mut txn, reference, permit.actor(), new).await;
    if let Some(attempt) = attempt {
        let resource = staged.as_ref().map(ToString::to_string).unwrap_or_default();
        match idempotency::claim(&txn, &attempt, resource).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(OfferError::KeyReused),
            Earlier::Made(made) => {
                txn.rollback().await?;
                let id = made
                    .parse()
                    .map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?;
                return Ok(Saved {
                    id,
                    generation: db.generation().await?,
                });
            }
        }
    }
    let id = staged?;
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}

async fn stage(
    txn: &mut Txn,
    reference: &Reference,
    actor: Actor,
    new: &NewOffer,
) -> Result<OfferId, OfferError> {
    let mut errors = Vec::new();
    if new.state == OfferState::Withdrawn {
        let detail = "a new offer is a draft or published";
        errors.push(FieldError::new("/state", "state", detail));
    }
    errors.extend(check::last_day(new, txn.now()));
    let content = checked(txn, reference, new, errors).await?;
    organisations::hold(txn, new.organisation_id).await?;
    must_be_member(txn, new.organisation_id).await?;
    must_have_room(txn, new.organisation_id).await?;
    if store::count_ever(txn, new.organisation_id).await? >= MOST_EVER {
        return Err(OfferError::TooMany);
    }
    let offer = Offer {
        id: OfferId(ids::ordered(txn.now())),
        organisation: new.organisation_id,
        state: new.state,
        content,
        created_at: txn.now(),
        version: 1,
    };
    let id = offer.id;
    let mut details = facts(&offer);
    details["organisation"] = json!(offer.organisation);
    store::insert_all(txn, vec![offer]).await?;
    record(txn, actor, ("offer.created", id), details);
    Ok(id)
}

/// Changes an offer, publishes or withdraws it.
///
/// # Errors
/// Not the caller's to see, another version, invalid fields, no member, too many, or storage failed.
pub(in crate::offers) async fn update(
    db: &Db,
    reference: &Reference,
    permit: &Permit<KeepOffers>,
    (id, if_match, patch): (OfferId, IfMatch, OfferPatch),
) -> Result<Saved, OfferError> {
    let mut txn = db.begin().await?;
    let before = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(OfferError::NotFound)?;
    if_match
        .check(before.version)
        .map_err(OfferError::Version)?;
    let after = changed(&txn, reference, &before, patch).await?;
    let is_published = |offer: &Offer| offer.state == OfferState::Published;
    if is_published(&after) && !is_published(&before) {
        organisations::hold(&txn, before.organisation).await?;
        must_be_member(&txn, before.organisation).await?;
        if before.state == OfferState::Withdrawn {
            must_have_room(&txn, before.organisation).await?;
        }
    }
    let action = match (before.state == after.state, after.state) {
        (false, OfferState::Published) => "offer.published",
        (false, OfferState::Withdrawn) => "offer.withdrawn",
        (true, _) | (false, OfferState::Draft) => "offer.changed",
    };
    let details = audit::change(&facts(&before), &facts(&after), &texts(&before, &after));
    if !store::update(&txn, after).await? {
        return Err(OfferError::Version(Problem::precondition_failed(
            "somebody else changed this meanwhile",
        )));
    }
    record(&mut txn, permit.actor(), (action, id), details);
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}

/// What a patch makes of an offer. The last day counts when it is another one, or when the offer comes to stand.
async fn changed(
    txn: &Txn,
    reference: &Reference,
    before: &Offer,
    patch: OfferPatch,
) -> Result<Offer, OfferError> {
    let mut new = NewOffer::from(before.clone());
    let held_day = new.valid_until;
    patch.apply(&mut new);
    let mut errors = Vec::new();
    if !before.state.may_become(new.state) {
        let detail = "what was published once is no draft again";
        errors.push(FieldError::new("/state", "state", detail));
    }
    let comes_to_stand = new.state == OfferState::Published && before.state != new.state;
    if comes_to_stand || new.valid_until != held_day {
        errors.extend(check::last_day(&new, txn.now()));
    }
    let withdrawn = NewOffer {
        state: OfferState::Withdrawn,
        ..NewOffer::from(before.clone())
    };
    // Whoever takes an offer back need not put it right first.
    let content = if new == withdrawn && errors.is_empty() {
        before.content.clone()
    } else {
        checked(txn, reference, &new, errors).await?
    };
    Ok(Offer {
        state: new.state,
        content,
        ..before.clone()
    })
}

/// What an offer says, or all that is wrong with it, its texts included.
async fn checked(
    txn: &Txn,
    reference: &Reference,
    new: &NewOffer,
    mut errors: Vec<FieldError>,
) -> Result<Content, OfferError> {
    let content = match check::content(reference, new) {
        Ok(content) => content,
        Err(found) => {
            errors.extend(found);
            return Err(OfferError::Invalid(errors));
        }
    };
    let texts = [
        ("title", &content.title),
        ("text", &content.text),
        ("cost_note", &content.cost_note),
    ];
    let house = (new.organisation_id, content.place.as_str());
    let db = txn.connection();
    errors.extend(experts::check_masked_texts(db, reference, house, &texts).await?);
    if errors.is_empty() {
        Ok(content)
    } else {
        Err(OfferError::Invalid(errors))
    }
}

async fn must_be_member(txn: &Txn, organisation: OrganisationId) -> Result<(), OfferError> {
    let house = organisations::by_id(txn.connection(), organisation).await?;
    match house {
        Some(house) if house.is_member(txn.now()) => Ok(()),
        Some(_) => Err(OfferError::NoMember),
        None => Err(OfferError::NotFound),
    }
}

async fn must_have_room(txn: &Txn, organisation: OrganisationId) -> Result<(), OfferError> {
    if store::count(txn, organisation).await? < MOST {
        Ok(())
    } else {
        Err(OfferError::TooMany)
    }
}

/// What the record says of an offer: no text.
fn facts(offer: &Offer) -> Value {
    let new = NewOffer::from(offer.clone());
    json!({
        "kind": new.kind,
        "state": new.state,
        "quantity": new.quantity,
        "capacity": new.capacity,
        "procedure": new.procedure,
        "product": new.product,
        "skills": new.skills,
        "place": new.place,
        "reach": new.reach,
        "radius_km": new.radius_km,
        "lead_hours": new.lead_hours,
        "max_days": new.max_days,
        "cost": new.cost,
        "valid_until": new.valid_until,
    })
}

fn texts(before: &Offer, after: &Offer) -> Vec<&'static str> {
    let (before, after) = (&before.content, &after.content);
    let named = [
        ("title", before.title != after.title),
        ("text", before.text != after.text),
        ("cost_note", before.cost_note != after.cost_note),
    ];
    let changed = named.into_iter();
    changed
        .filter_map(|(name, is_changed)| is_changed.then_some(name))
        .collect()
}

fn record(txn: &mut Txn, actor: Actor, (action, id): (&'static str, OfferId), details: Value) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details,
    });
}
