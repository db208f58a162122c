//! A capacity published in one sitting: entered, with the duty desk as its contact, and found at once.

use serde_json::json;

use super::{VettingError, admit, audit};
use crate::access::Permit;
use crate::access::action::SubmitExpert;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Db, StorageError};
use crate::experts::{self, ExpertError, Grade, NewExpert};
use crate::ids::ExpertId;
use crate::input::FieldError;
use crate::organisations::{self, OrganisationError};
use crate::reference::Reference;
use crate::sealing::Keyring;

/// Enters a capacity of an organisation the caller manages, names its duty desk and publishes it, all or nothing. Sent
/// twice it is one.
///
/// # Errors
/// Not the caller's organisation, invalid fields, a form used with another body, or storage failed.
pub async fn publish_capacity(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<SubmitExpert>,
    (new, duty_phone): (NewExpert, &str),
    attempt: Attempt,
) -> Result<ExpertId, VettingError> {
    let house = new.organisation_id;
    if !permit.scope().covers(house) {
        return Err(VettingError::NotFound);
    }
    let actor = permit.actor();
    let mut txn = db.begin().await?;
    let phone = organisations::stage_duty_phone(&mut txn, actor, (house, duty_phone)).await;
    let staged = experts::stage(&mut txn, (reference, ring), actor, new).await;
    let resource = staged.as_ref().map(ToString::to_string).unwrap_or_default();
    match idempotency::claim(&txn, &attempt, resource).await? {
        Earlier::Nothing => {}
        Earlier::OtherBody => return Err(VettingError::AlreadySubmitted),
        Earlier::Made(made) => {
            txn.rollback().await?;
            let made = made.parse();
            return Ok(made.map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?);
        }
    }
    let id = both(staged, phone)?;
    admit(&mut txn, id, (Grade::Basic, None)).await?;
    let details = json!({ "before": { "admitted": false }, "after": { "admitted": true } });
    let subject = ("expert.submitted", id.to_string());
    audit(&mut txn, actor, subject, details);
    txn.commit().await?;
    Ok(id)
}

/// The entry, or all that is wrong.
fn both(
    staged: Result<ExpertId, ExpertError>,
    phone: Result<(), OrganisationError>,
) -> Result<ExpertId, VettingError> {
    let of_phone: Vec<FieldError> = match phone {
        Ok(()) => Vec::new(),
        Err(OrganisationError::Invalid(errors)) => errors,
        Err(OrganisationError::Storage(error)) => return Err(error.into()),
        Err(_) => return Err(VettingError::NotFound),
    };
    match staged {
        Ok(id) if of_phone.is_empty() => Ok(id),
        Ok(_) => Err(VettingError::Invalid(of_phone)),
        Err(ExpertError::Invalid(errors)) => {
            Err(VettingError::Invalid([errors, of_phone].concat()))
        }
        Err(ExpertError::Storage(error)) => Err(error.into()),
        Err(_) => Err(VettingError::NotFound),
    }
}
