//! Giving roles and taking them back.

use serde_json::json;

use super::model::{PROPOSED_FOR, fits};
use super::{KeepError, record, store};
use crate::access::action::GrantRoles;
use crate::access::{Action, Grant, Permit, Role, scope_of};
use crate::accounts::credentials::hold;
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::session::end_all;
use crate::accounts::tokens::revoke_all;
use crate::accounts::{AccountNotice, Secret, passkeys, second_factor};
use crate::clock::Instant;
use crate::db::{Db, Txn};
use crate::ids::AccountId;
use crate::sealing::Keyring;

/// What giving a role led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The account has it.
    Done,
    /// Another admin confirms it until then.
    Proposed(Instant),
}

/// Gives a role to somebody else, or proposes it where a second admin must agree.
///
/// # Errors
/// The own account, no such open account, no such organisation, held or proposed already, or storage failed.
pub async fn give(
    db: &Db,
    permit: &Permit<GrantRoles>,
    (id, grant): (AccountId, Grant),
) -> Result<Given, KeepError> {
    let mut txn = open_other(db, permit, id).await?;
    let is_there = match grant.organisation {
        Some(organisation) => store::is_organisation(&txn, organisation).await?,
        None => true,
    };
    if !fits(&grant) || !is_there {
        return Err(KeepError::Organisation);
    }
    if store::held(txn.connection(), id).await?.contains(&grant) {
        return Err(KeepError::Held);
    }
    if grant.role.needs_second_person() {
        let until = propose(&mut txn, permit, (id, grant.role)).await?;
        txn.commit().await?;
        return Ok(Given::Proposed(until));
    }
    store::grant(&txn, id, grant).await?;
    let after = json!({ "role": grant.role, "organisation": grant.organisation });
    let details = json!({ "after": after });
    record(&mut txn, permit, "account.role_granted", (id, details));
    txn.commit().await?;
    Ok(Given::Done)
}

/// Notes a role that another admin is to confirm; until when.
pub(super) async fn propose<A: Action>(
    txn: &mut Txn,
    permit: &Permit<A>,
    (id, role): (AccountId, Role),
) -> Result<Instant, KeepError> {
    if let Some(by) = store::proposed_by(txn, id, role).await?
        && !may_grant(txn, by).await?
    {
        store::discard(txn, id, role).await?;
    }
    let until = txn.now().plus_seconds(PROPOSED_FOR);
    let by = permit.caller().account;
    if !store::propose(txn, (id, role), (by, until)).await? {
        return Err(KeepError::AlreadyProposed);
    }
    let details = json!({ "role": role });
    record(txn, permit, "account.role_proposed", (id, details));
    Ok(until)
}

/// Confirms a role that another admin proposed. Unless two admins gave the account a role before, it begins anew: what
/// let anybody in ends, and the link is in the answer. Whoever confirms hands it over, so that no admin alone makes a
/// vetter, coordinator or admin, out of an account of their own making neither.
///
/// # Errors
/// The own account, no such open account, not proposed by another admin, held already, or storage failed.
pub async fn confirm(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<GrantRoles>,
    (id, role): (AccountId, Role),
) -> Result<Option<Secret>, KeepError> {
    let by = permit.caller().account;
    let mut txn = open_other(db, permit, id).await?;
    let proposed_by = store::proposed_by(&txn, id, role).await?;
    let proposed_by = proposed_by.ok_or(KeepError::NotProposed)?;
    if proposed_by == by {
        return Err(KeepError::SamePerson);
    }
    if !store::take_up(&txn, (id, role), by).await? || !may_grant(&txn, proposed_by).await? {
        return Err(KeepError::NotProposed);
    }
    let grant = Grant {
        role,
        organisation: None,
    };
    let held = store::held(txn.connection(), id).await?;
    if held.contains(&grant) {
        return Err(KeepError::Held);
    }
    store::grant(&txn, id, grant).await?;
    let details = json!({ "after": { "role": role }, "proposed_by": proposed_by });
    record(&mut txn, permit, "account.role_granted", (id, details));
    let is_known_by_two = held.iter().any(|grant| grant.role.needs_second_person());
    let link = if is_known_by_two && store::has_password(&txn, id).await? {
        None
    } else {
        Some(begin_anew(&mut txn, ring, permit, id).await?)
    };
    txn.commit().await?;
    Ok(link)
}

/// Takes a proposal back, one's own or another admin's.
///
/// # Errors
/// Nothing is proposed, or storage failed.
pub async fn discard(
    db: &Db,
    permit: &Permit<GrantRoles>,
    (id, role): (AccountId, Role),
) -> Result<(), KeepError> {
    let mut txn = db.begin().await?;
    if !store::discard(&txn, id, role).await? {
        return Err(KeepError::NotProposed);
    }
    let details = json!({ "role": role });
    let action = "account.role_proposal_discarded";
    record(&mut txn, permit, action, (id, details));
    txn.commit().await?;
    Ok(())
}

/// Takes a role back. It acts on the next request, of sessions and access keys alike: roles are read each time.
///
/// # Errors
/// The own account, no such open account, not held, the last admin, or storage failed.
pub async fn take(
    db: &Db,
    permit: &Permit<GrantRoles>,
    (id, grant): (AccountId, Grant),
) -> Result<(), KeepError> {
    let mut txn = open_other(db, permit, id).await?;
    if grant.role == Role::Admin && !store::has_other_admin(&txn, id).await? {
        return Err(KeepError::LastAdmin);
    }
    if !store::revoke(&txn, id, grant).await? {
        return Err(KeepError::NotHeld);
    }
    let before = json!({ "role": grant.role, "organisation": grant.organisation });
    let details = json!({ "before": before });
    record(&mut txn, permit, "account.role_taken", (id, details));
    txn.commit().await?;
    Ok(())
}

/// Ends all that lets anybody into an account, and makes the link by which its holder begins.
async fn begin_anew(
    txn: &mut Txn,
    ring: &Keyring,
    permit: &Permit<GrantRoles>,
    id: AccountId,
) -> Result<Secret, KeepError> {
    if store::has_password(txn, id).await? {
        AccountNotice::LinkIssued.plan(txn, id);
    }
    store::forget_password(txn, id).await?;
    second_factor::remove(txn, id).await?;
    second_factor::remove_codes(txn, id).await?;
    passkeys::remove_all(txn, id).await?;
    end_all(txn, id, None).await?;
    revoke_all(txn, id).await?;
    links::use_up_all(txn, id).await?;
    let link = links::issue(txn, ring, id, LinkPurpose::SetPassword).await?;
    record(txn, permit, "account.invited", (id, json!({})));
    Ok(link)
}

/// Holds somebody else's open account.
async fn open_other(db: &Db, permit: &Permit<GrantRoles>, id: AccountId) -> Result<Txn, KeepError> {
    if permit.caller().account == id {
        return Err(KeepError::Oneself);
    }
    let txn = db.begin().await?;
    let found = store::find(txn.connection(), id).await?;
    found.ok_or(KeepError::NotFound)?;
    if !hold(&txn, id, None).await? {
        return Err(KeepError::WrongState);
    }
    Ok(txn)
}

/// Whether whoever proposed something may still do so.
async fn may_grant(txn: &Txn, by: AccountId) -> Result<bool, KeepError> {
    let whose = (by, GrantRoles::RIGHT);
    let scope = scope_of(txn.connection(), whose, txn.now()).await?;
    Ok(scope.is_some())
}
