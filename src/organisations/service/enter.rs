//! Entering organisations.

use serde_json::json;

use super::check::check;
use super::{OrganisationError, Saved, record};
use crate::access::Permit;
use crate::access::action::CreateOrganisation;
use crate::clock::Instant;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Actor, Db, StorageError, Txn};
use crate::ids::{self, OrganisationId};
use crate::organisations::body::NewOrganisation;
use crate::organisations::model::Organisation;
use crate::organisations::store::{self, NewRows};
use crate::phone;
use crate::reference::Reference;

/// Enters an organisation.
///
/// # Errors
/// Invalid fields, a place that has its organisation, a reused key, or storage failed.
pub async fn create(
    db: &Db,
    reference: &Reference,
    permit: &Permit<CreateOrganisation>,
    new: &NewOrganisation,
    attempt: Option<Attempt>,
) -> Result<Saved, OrganisationError> {
    let mut txn = db.begin().await?;
    let staged = stage(&mut txn, reference, permit.actor(), new).await;
    if let Some(attempt) = attempt {
        let resource = staged.as_ref().map(ToString::to_string).unwrap_or_default();
        match idempotency::claim(&txn, &attempt, resource).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(OrganisationError::KeyReused),
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

/// Enters an organisation in a transaction that somebody else commits.
///
/// # Errors
/// Invalid fields, a place that has its organisation, or storage failed.
pub async fn stage(
    txn: &mut Txn,
    reference: &Reference,
    actor: Actor,
    new: &NewOrganisation,
) -> Result<OrganisationId, OrganisationError> {
    check(reference, new)?;
    // Who names a key out of use means the place of today.
    let new = &NewOrganisation {
        place: reference.regions.today(&new.place),
        ..new.clone()
    };
    let id = OrganisationId(ids::ordered(txn.now()));
    if new.kind.is_seat_of_its_place()
        && let Some(other) = taken_by(txn, reference, &new.place)
            .await?
            .into_iter()
            .next()
    {
        return Err(OrganisationError::PlaceTaken(other));
    }
    store::insert_all(txn, vec![rows(id, new, txn.now())]).await?;
    record(
        txn,
        actor,
        "organisation.created",
        id,
        json!({ "kind": new.kind, "member": new.member }),
    );
    Ok(id)
}

/// The organisations that are the administration of this place, under whichever key.
pub(super) async fn taken_by(
    txn: &Txn,
    reference: &Reference,
    place: &str,
) -> Result<Vec<OrganisationId>, StorageError> {
    let places = reference.regions.of_one_place(place);
    Ok(store::find_at_places(txn.connection(), &places).await?)
}

/// Whether there is such an organisation.
///
/// # Errors
/// Storage failed.
pub async fn exists(txn: &Txn, id: OrganisationId) -> Result<bool, StorageError> {
    Ok(store::by_id(txn.connection(), id).await?.is_some())
}

/// Lets nobody else change the organisation until the transaction ends.
///
/// # Errors
/// Storage failed.
pub async fn hold(txn: &Txn, id: OrganisationId) -> Result<(), StorageError> {
    Ok(store::hold(txn, id).await?)
}

/// What is stored of a new organisation.
fn rows(id: OrganisationId, new: &NewOrganisation, now: Instant) -> NewRows {
    let organisation = Organisation {
        id,
        kind: new.kind,
        name: new.name.trim().to_owned(),
        legal_form: new.legal_form,
        place: new.place.clone(),
        member_from: new.member.then_some(now),
        member_until: None,
        nis2_status: new.nis2_status,
        yearly_person_days: new.yearly_person_days,
        participation: new.participation,
        participation_since: now,
        personal_response_history: new.personal_response_history,
        duty_phone: new.duty_phone.as_deref().and_then(phone::e164),
        accident_insurer: None,
        liability_insurer: None,
        privacy_phone: None,
        created_at: now,
        version: 1,
    };
    NewRows {
        organisation,
        serves: new.serves.clone(),
        struck_since: None,
    }
}
