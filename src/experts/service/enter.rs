//! Entering persons and capacities.

use serde_json::json;
use validator::Validate;

use super::reminders::plan_confirmations;
use super::{ExpertError, Saved, record, release};
use crate::access::Permit;
use crate::access::action::CreateExpert;
use crate::clock::Instant;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Actor, Db, StorageError, Txn};
use crate::experts::body::NewExpert;
use crate::experts::check;
use crate::experts::lock::Author;
use crate::experts::model::{Entry, EntryKind, Profile, Skill};
use crate::experts::store::{self, NewEntry};
use crate::experts::wording::{self, About};
use crate::experts::{Alias, Identity};
use crate::ids::ExpertId;
use crate::input::{self, FieldError};
use crate::organisations;
use crate::reference::Reference;
use crate::sealing::{DataKey, Keyring, WrappedKey};

/// Enters a person or a capacity for an organisation the caller manages.
///
/// # Errors
/// Invalid fields, a reused key, or storage failed.
pub async fn create(
    db: &Db,
    kit: (&Reference, &Keyring),
    permit: &Permit<CreateExpert>,
    new: NewExpert,
    attempt: Option<Attempt>,
) -> Result<Saved, ExpertError> {
    if !permit.scope().covers(new.organisation_id) {
        let error = FieldError::new(
            "/organisation_id",
            "unknown",
            "you do not manage this organisation",
        );
        return Err(ExpertError::Invalid(vec![error]));
    }
    let mut txn = db.begin().await?;
    let staged = stage(&mut txn, kit, permit.actor(), new).await;
    if let Some(attempt) = attempt {
        let resource = staged.as_ref().map(ToString::to_string).unwrap_or_default();
        match idempotency::claim(&txn, &attempt, resource).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(ExpertError::KeyReused),
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

/// Enters a person or a capacity in a transaction that somebody else commits; who may was asked before.
///
/// # Errors
/// Invalid fields, or storage failed.
pub async fn stage(
    txn: &mut Txn,
    (reference, ring): (&Reference, &Keyring),
    actor: Actor,
    new: NewExpert,
) -> Result<ExpertId, ExpertError> {
    if !organisations::exists(txn, new.organisation_id).await? {
        let error = FieldError::new(
            "/organisation_id",
            "unknown",
            "there is no such organisation",
        );
        return Err(ExpertError::Invalid(vec![error]));
    }
    let mut errors = match new.validate() {
        Ok(()) => Vec::new(),
        Err(errors) => input::from_validation(&errors, ""),
    };
    errors.extend(texts(txn, reference, &new).await?);
    errors.extend(check::release(new.release.as_ref(), txn.now(), "/release"));
    let checked = checked(reference, &new, (&[], errors)).map_err(ExpertError::Invalid)?;
    let (id, kind) = (ExpertId::random(), new.kind);
    let alias = free_alias(txn).await?;
    let entry = new_entry(ring, (id, alias), (new, checked), txn.now())?;
    store::insert_all(txn, &[entry]).await?;
    if kind == EntryKind::Capacity {
        plan_confirmations(txn, id);
    }
    record(txn, actor, "expert.created", id, json!({ "kind": kind }));
    Ok(id)
}

/// A public name that no entry has or had.
///
/// # Errors
/// The database failed.
pub async fn free_alias(txn: &Txn) -> Result<Alias, StorageError> {
    loop {
        let alias = Alias::random();
        if !store::alias_is_taken(txn, alias.as_str()).await? {
            return Ok(alias);
        }
    }
}

/// What is stored of a new entry.
pub(in crate::experts) fn new_entry(
    ring: &Keyring,
    (id, alias): (ExpertId, Alias),
    (new, (skills, identity)): (NewExpert, Checked),
    now: Instant,
) -> Result<NewEntry, StorageError> {
    let profile = Profile {
        headline: new.headline.into(),
        text: new.text.into(),
        skills,
        certifications: new.certifications,
        languages: new.languages,
        base: new.base,
        radius_km: new.radius_km,
        mode: new.mode,
        max_days: new.max_days,
        notice_hours: new.notice_hours,
        clearance: new.clearance,
        night_alerts: false,
    };
    let entry = Entry {
        id,
        kind: new.kind,
        alias: alias.to_string(),
        organisation: new.organisation_id,
        account: None,
        headcount: new.headcount.unwrap_or(1),
        created_at: now,
        confirmed_at: (new.kind == EntryKind::Capacity).then_some(now),
        hidden_since: None,
        version: 1,
        profile,
        availability: new.availability,
        consents: Vec::new(),
        admissions: Vec::new(),
        releases: new
            .release
            .map(|given| release(given, now))
            .into_iter()
            .collect(),
        commitments: Vec::new(),
        on_call: Vec::new(),
        exclusions: Vec::new(),
        skill_changes: Vec::new(),
    };
    Ok(NewEntry {
        entry,
        sealed: identity
            .map(|identity| seal(ring, id, &identity))
            .transpose()?,
    })
}

/// What must not stand in the texts of a new entry.
async fn texts(
    txn: &Txn,
    reference: &Reference,
    new: &NewExpert,
) -> Result<Vec<FieldError>, StorageError> {
    let about = About {
        organisation: new.organisation_id,
        base: &new.base,
        identity: new.identity.as_ref(),
    };
    let (headline, text) = (new.headline.clone().into(), new.text.clone().into());
    let texts = [("headline", &headline), ("text", &text)];
    wording::errors(txn.connection(), reference, about, &texts).await
}

/// The skills and identity of a new entry in their stored form.
type Checked = (Vec<Skill>, Option<Identity>);

/// The new entry in its stored form, or all that is wrong with it beside what is known already. Skills the entry had
/// before keep what is known of them.
pub(in crate::experts) fn checked(
    reference: &Reference,
    new: &NewExpert,
    (known, mut errors): (&[Skill], Vec<FieldError>),
) -> Result<Checked, Vec<FieldError>> {
    errors.extend(check::kind(
        new.kind,
        new.identity.is_some(),
        new.headcount.is_some(),
    ));
    errors.extend(check::base(reference, &new.base));
    errors.extend(check::certifications(reference, &new.certifications));
    errors.extend(check::languages(reference, &new.languages));
    errors.extend(check::availability(&new.availability, "/availability"));
    let skills =
        check::skills(reference, &new.skills, known, Author::Employer).unwrap_or_else(|found| {
            errors.extend(found);
            Vec::new()
        });
    let identity = new
        .identity
        .clone()
        .map(|identity| identity.normalised("/identity"))
        .transpose()
        .unwrap_or_else(|found| {
            errors.extend(found);
            None
        });
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok((skills, identity))
}

fn seal(
    ring: &Keyring,
    id: ExpertId,
    identity: &Identity,
) -> Result<(WrappedKey, Vec<u8>), StorageError> {
    let key = DataKey::random();
    Ok((key.wrap(ring, id.0)?, identity.seal(&key, id)?))
}
