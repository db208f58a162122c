//! Keeping entries true: accounts, availability, confirmation.

use serde_json::json;

use super::{ExpertError, Saved, record};
use crate::access::Permit;
use crate::access::action::{ConfirmExpert, UpdateExpert};
use crate::db::{Actor, Db};
use crate::experts::model::{Availability, Consent, EntryKind};
use crate::experts::{check, store};
use crate::ids::{AccountId, ExpertId};

/// Days a consent holds.
const CONSENT_DAYS: i64 = 365;
/// Days before its end from which a confirmation renews the consent too.
const CONSENT_DUE_DAYS: i64 = 60;
/// Version of the consent text in force.
const CONSENT_VERSION: &str = "2026-11";

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
    let mut txn = db.begin().await?;
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let errors = check::availability(&availability, "");
    if !errors.is_empty() {
        return Err(ExpertError::Invalid(errors));
    }
    store::touch(&txn, &entry, entry.headcount).await?;
    store::replace_availability(&txn, id, &availability).await?;
    record(
        &mut txn,
        permit.actor(),
        "expert.availability_set",
        id,
        json!({}),
    );
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
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
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let is_own = entry.account == Some(permit.caller().account);
    if entry.kind == EntryKind::Person && !is_own {
        return Err(ExpertError::NotYours(
            "only the person confirms a person's entry",
        ));
    }
    store::confirm(&txn, id).await?;
    let due = txn.now().plus_days(CONSENT_DUE_DAYS);
    let holds_on = |consent: &Consent| consent.withdrawn_at.is_none() && consent.valid_until > due;
    let renews_consent = entry.kind == EntryKind::Person && !entry.consents.iter().any(holds_on);
    if renews_consent {
        let consent = Consent {
            given_at: txn.now(),
            valid_until: txn.now().plus_days(CONSENT_DAYS),
            withdrawn_at: None,
            text_version: CONSENT_VERSION.to_owned(),
        };
        store::insert_consent(&txn, id, &consent).await?;
    }
    record(
        &mut txn,
        permit.actor(),
        "expert.confirmed",
        id,
        json!({ "consent_renewed": renews_consent }),
    );
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}
