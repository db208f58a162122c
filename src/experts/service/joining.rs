//! People who join a team with their account: to an entry there is, or with an empty one of their own.

use serde_json::json;

use super::enter::{free_alias, new_entry};
use super::{ExpertError, record};
use crate::db::{Actor, Txn};
use crate::experts::Identity;
use crate::experts::body::{LongText, NewExpert, ShortText};
use crate::experts::model::{Availability, AvailabilityState, Clearance, EntryKind, WorkMode};
use crate::experts::reveals::Disclosure;
use crate::experts::store;
use crate::ids::{AccountId, ExpertId, OrganisationId};
use crate::sealing::Keyring;

/// Where somebody who joins gets an entry.
#[derive(Clone, Debug)]
pub struct Joining {
    /// Whose account it is.
    pub account: AccountId,
    /// The employer.
    pub organisation: OrganisationId,
}

/// Ties an entry nobody is tied to yet to an account that has none; `false` when it cannot be. Whoever calls it holds
/// the account.
///
/// # Errors
/// Storage failed.
pub async fn stage_link(
    txn: &mut Txn,
    joining: &Joining,
    id: ExpertId,
) -> Result<bool, ExpertError> {
    let Joining {
        account,
        organisation,
    } = *joining;
    let has_entry = store::of_account(txn.connection(), account).await?;
    if has_entry.is_some() || !store::link_free(txn, (id, organisation), account).await? {
        return Ok(false);
    }
    let details = json!({ "account": account });
    record(txn, Actor::Account(account), "expert.linked", id, details);
    Ok(true)
}

/// Enters an empty entry of somebody who joins, for them to fill in; none when they have one. Whoever calls it holds the
/// account.
///
/// # Errors
/// The identity is not valid, or storage failed.
pub async fn stage_draft(
    txn: &mut Txn,
    ring: &Keyring,
    joining: &Joining,
    (identity, base): (Identity, String),
) -> Result<Option<ExpertId>, ExpertError> {
    let Joining {
        account,
        organisation,
    } = *joining;
    if store::of_account(txn.connection(), account)
        .await?
        .is_some()
    {
        return Ok(None);
    }
    let identity = identity
        .normalised("/identity")
        .map_err(ExpertError::Invalid)?;
    let id = ExpertId::random();
    let alias = free_alias(txn).await?;
    let new = empty(organisation, base);
    let mut entry = new_entry(
        ring,
        (id, alias),
        (new, (Vec::new(), Some(identity))),
        txn.now(),
    )?;
    entry.entry.account = Some(account);
    store::insert_all(txn, &[entry]).await?;
    let details = json!({ "kind": EntryKind::Person, "account": account });
    record(txn, Actor::Account(account), "expert.created", id, details);
    Ok(Some(id))
}

/// The mail addresses of entries, for the program alone: it writes to them and shows them to nobody.
///
/// # Errors
/// Storage failed.
pub async fn mail_of(
    txn: &Txn,
    ring: &Keyring,
    id: ExpertId,
) -> Result<Option<String>, ExpertError> {
    let identity = store::identity(txn.connection(), ring, Disclosure::to_nobody(id)).await?;
    Ok(identity.map(|identity| identity.email))
}

fn empty(organisation: OrganisationId, base: String) -> NewExpert {
    NewExpert {
        kind: EntryKind::Person,
        organisation_id: organisation,
        headcount: None,
        identity: None,
        headline: ShortText::default(),
        text: LongText::default(),
        skills: Vec::new(),
        certifications: Vec::new(),
        languages: Vec::new(),
        base,
        radius_km: 200,
        mode: WorkMode::Either,
        max_days: 14,
        notice_hours: 0,
        clearance: Clearance::default(),
        availability: Availability {
            state: AvailabilityState::Unavailable,
            from: None,
            weekdays: (1..=7).collect(),
            absences: Vec::new(),
        },
        release: None,
    }
}
