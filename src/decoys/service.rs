//! Making and removing decoys.

use serde_json::json;

use super::model::{Decoy, KeptDecoy, MOST, NewDecoy};
use super::store;
use crate::access::Permit;
use crate::access::action::KeepDecoys;
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::experts;
use crate::ids::{self, DecoyId, ExpertId};
use crate::input::FieldError;
use crate::reference::Reference;
use crate::sealing::Keyring;

/// Why the decoys stay as they are.
#[derive(Debug, thiserror::Error)]
pub enum DecoyError {
    /// There is none.
    #[error("there is no such decoy")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// There are as many as there may be.
    #[error("there are enough decoys")]
    TooMany,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for DecoyError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Makes a decoy.
///
/// # Errors
/// Invalid fields, too many, or storage failed.
pub async fn make(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<KeepDecoys>,
    new: NewDecoy,
) -> Result<DecoyId, DecoyError> {
    let mut errors = new.problems();
    let skills = experts::check_invented(reference, (&new.skills, &new.languages), &new.base);
    let skills = skills.unwrap_or_else(|found| {
        errors.extend(found);
        Vec::new()
    });
    if !errors.is_empty() {
        return Err(DecoyError::Invalid(errors));
    }
    let NewDecoy {
        employer,
        headline,
        text,
        skills: _,
        languages,
        base,
        mode,
        availability,
    } = new;
    let mut txn = db.begin().await?;
    if store::count(&txn).await? >= MOST {
        return Err(DecoyError::TooMany);
    }
    let alias = experts::free_alias(&txn).await?;
    let kept = KeptDecoy {
        id: DecoyId(ids::ordered(txn.now())),
        made_by: permit.caller().account,
        decoy: Decoy {
            id: ExpertId::random(),
            alias: alias.as_str().to_owned(),
            employer,
            headline,
            text,
            skills,
            languages,
            base,
            mode,
            availability,
            made_at: txn.now(),
        },
    };
    store::insert(&txn, ring, &kept).await?;
    record(&mut txn, permit, "decoy.made", kept.id);
    txn.commit().await?;
    Ok(kept.id)
}

/// Removes a decoy.
///
/// # Errors
/// There is none, or storage failed.
pub async fn remove(db: &Db, permit: &Permit<KeepDecoys>, id: DecoyId) -> Result<(), DecoyError> {
    let mut txn = db.begin().await?;
    if !store::delete(&txn, id).await? {
        return Err(DecoyError::NotFound);
    }
    record(&mut txn, permit, "decoy.removed", id);
    txn.commit().await?;
    Ok(())
}

/// All decoys, for whoever keeps them.
///
/// # Errors
/// Storage failed.
pub(super) async fn list(
    db: &Db,
    ring: &Keyring,
    _: &Permit<KeepDecoys>,
) -> Result<Vec<KeptDecoy>, StorageError> {
    store::all(db.reader(), ring).await
}

/// What all decoys show.
///
/// # Errors
/// Storage failed.
pub async fn all(db: &Db, ring: &Keyring) -> Result<Vec<Decoy>, StorageError> {
    let kept = store::all(db.reader(), ring).await?;
    Ok(kept.into_iter().map(|kept| kept.decoy).collect())
}

/// The decoy that shows an id.
///
/// # Errors
/// Storage failed.
pub async fn find(db: &Db, ring: &Keyring, shown: ExpertId) -> Result<Option<Decoy>, StorageError> {
    store::find(db.reader(), ring, shown).await
}

fn record(txn: &mut Txn, permit: &Permit<KeepDecoys>, action: &'static str, id: DecoyId) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: id.to_string(),
        details: json!({}),
    });
}
