//! Keeping entries true: accounts, availability, confirmation.

use std::convert::Infallible;

use serde_json::json;

use super::consent::give;
use super::reminders::plan_confirmations;
use super::{ExpertError, Saved, record};
use crate::access::Permit;
use crate::access::action::{ConfirmExpert, UpdateExpert};
use crate::db::{Actor, Db, Job, Txn};
use crate::experts::calendar_file::{KnownEvent, forget_released, forget_uncovered};
use crate::experts::consent::{ConsentPurpose, ConsentState};
use crate::experts::model::{Availability, Entry, EntryKind};
use crate::experts::{check, store};
use crate::ids::{AccountId, ExpertId};

/// Kind of the job that follows when a person has confirmed the own entry.
pub const CONFIRMED: &str = "expert.confirmed";

/// Ties a person's entry to the person's account, so that the person can keep it.
///
/// # Errors
/// There is no such person's entry, or storage failed.
pub async fn link_account(db: &Db, id: ExpertId, account: AccountId) -> Result<(), ExpertError> {
    let mut txn = db.begin().await?;
    if !store::link_account(&txn, id, account).await? {
        return Err(ExpertError::NotFound);
    }
    record(
        &mut txn,
        Actor::Operator,
        "expert.linked",
        id,
        json!({ "account": account }),
    );
    txn.commit().await?;
    Ok(())
}

/// Says when an entry can start and when it is away.
///
/// # Errors
/// Not the caller's to see, invalid fields, or storage failed.
pub async fn set_availability(
    db: &Db,
    permit: &Permit<UpdateExpert>,
    id: ExpertId,
    availability: Availability,
) -> Result<Saved, ExpertError> {
    let changed = change_availability(db, permit, id, |held| {
        *held = availability;
        Ok::<_, Infallible>(())
    })
    .await?;
    match changed {
        Ok(saved) => Ok(saved),
        Err(never) => match never {},
    }
}

/// Changes when an entry can start and when it is away, from what it is now; nothing when the change is refused.
/// Absences that ended are dropped on the way, so that they do not count towards how many there may be; events whose
/// absence is another one now are forgotten.
///
/// # Errors
/// Not the caller's to see, invalid fields, or storage failed.
pub async fn change_availability<E>(
    db: &Db,
    permit: &Permit<UpdateExpert>,
    id: ExpertId,
    change: impl FnOnce(&mut Availability) -> Result<(), E>,
) -> Result<Result<Saved, E>, ExpertError> {
    change_with_events(db, permit, id, |availability, events| {
        let before = availability.absences.clone();
        change(availability)?;
        forget_released(events, &before, &availability.absences);
        Ok(())
    })
    .await
}

/// The same, with the events that absences were taken from; those whose days are no absence any more are forgotten.
///
/// # Errors
/// Not the caller's to see, invalid fields, or storage failed.
pub async fn change_with_events<E>(
    db: &Db,
    permit: &Permit<UpdateExpert>,
    id: ExpertId,
    change: impl FnOnce(&mut Availability, &mut Vec<KnownEvent>) -> Result<(), E>,
) -> Result<Result<Saved, E>, ExpertError> {
    let mut txn = db.begin().await?;
    store::hold(&txn, id).await?;
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let mut availability = entry.availability.clone();
    let today = txn.now().date();
    availability.forget_ended(today);
    let held = store::absence_events(txn.connection(), id).await?;
    let mut events = held.clone();
    if let Err(refused) = change(&mut availability, &mut events) {
        return Ok(Err(refused));
    }
    availability.forget_ended(today);
    forget_uncovered(&mut events, &availability.absences);
    let errors = check::availability(&availability, "");
    if !errors.is_empty() {
        return Err(ExpertError::Invalid(errors));
    }
    store::touch(&txn, &entry, entry.headcount).await?;
    store::replace_availability(&txn, id, &availability).await?;
    if events != held {
        store::replace_absence_events(&txn, id, &events).await?;
    }
    record(
        &mut txn,
        permit.actor(),
        "expert.availability_set",
        id,
        json!({}),
    );
    Ok(Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    }))
}

/// "Stimmt noch alles": confirms the entry and, when due, renews the person's consent.
///
/// # Errors
/// Not the caller's to see, a person confirmed by somebody else, or storage failed.
pub async fn confirm(
    db: &Db,
    permit: &Permit<ConfirmExpert>,
    id: ExpertId,
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    // What is taken back at the same moment must not be given again.
    store::hold(&txn, id).await?;
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let is_own = entry.account == Some(permit.caller().account);
    if entry.kind == EntryKind::Person && !is_own {
        return Err(ExpertError::NotYours(
            "only the person confirms a person's entry",
        ));
    }
    confirm_entry(&mut txn, &entry, (permit.actor(), Way::SignedIn)).await?;
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}

/// How somebody says that an entry is still right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Way {
    /// Signed in.
    SignedIn,
    /// By the link of a mail.
    MailLink,
}

impl Way {
    /// Whether confirming an entry this way renews a consent: what the person took back, only the person gives again,
    /// and not by the way; and what was never given is not given by a link.
    pub(super) const fn renews(self, consent: &ConsentState) -> bool {
        match consent {
            ConsentState::Never => matches!(self, Self::SignedIn),
            ConsentState::Ended { .. } => true,
            ConsentState::Given { is_due, .. } => *is_due,
            ConsentState::Withdrawn { .. } => false,
        }
    }
}

/// Confirms an entry and, when due, renews the person's consent.
pub(super) async fn confirm_entry(
    txn: &mut Txn,
    entry: &Entry,
    (actor, way): (Actor, Way),
) -> Result<(), ExpertError> {
    let id = entry.id;
    store::confirm(txn, id).await?;
    plan_confirmations(txn, id);
    let is_person = entry.kind == EntryKind::Person;
    let consent = ConsentPurpose::Matching.state(&entry.consents, txn.now());
    let renews_consent = is_person && way.renews(&consent);
    if renews_consent {
        give(txn, id, ConsentPurpose::Matching).await?;
    }
    if is_person {
        // Whether the admission is to be renewed too, the vetters' part knows.
        let run_at = txn.now();
        txn.enqueue(Job {
            kind: CONFIRMED,
            key: format!("{CONFIRMED} {id} {}", run_at.as_micros()),
            subject: id.0,
            run_at,
        });
    }
    let details = json!({ "consent_renewed": renews_consent, "way": <&str>::from(way) });
    record(txn, actor, "expert.confirmed", id, details);
    Ok(())
}
