//! Delegating, seeing and ending it.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::{Concerning, DelegationError, store};
use crate::access::action::DelegateManagement;
use crate::access::{Permit, Role};
use crate::accounts::{self, EmailAddress};
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, Txn};
use crate::ids::{AccountId, OrganisationId};
use crate::organisations;
use crate::sealing::Keyring;

/// Days ahead a delegation ends at the latest.
pub const LONGEST_DAYS: i64 = 90;
/// Days the managers see that an admin ended one.
const TOLD_DAYS: i64 = 30;

/// Somebody who manages until a day.
#[derive(Clone, Debug)]
pub struct Delegation {
    /// Who.
    pub account: AccountId,
    /// Their mail address.
    pub email: String,
    /// Until when.
    pub until: Instant,
}

/// What an admin ended.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Mail address of whoever managed.
    pub email: String,
    /// When it ended.
    pub at: Instant,
}

/// The delegations of an organisation the caller manages.
///
/// # Errors
/// The caller manages by a delegation, or storage failed.
pub async fn delegations(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<DelegateManagement>,
    organisation: OrganisationId,
) -> Result<Vec<Delegation>, DelegationError> {
    in_own_right(db.reader(), permit, organisation).await?;
    let mut all = Vec::new();
    let which = Concerning::Organisation(organisation);
    for row in store::holding(db.reader(), which, db.clock().now()).await? {
        all.push(Delegation {
            account: row.account_id,
            email: accounts::address_of(db, ring, row.account_id).await?,
            until: row.revoked_at.unwrap_or(row.granted_at),
        });
    }
    Ok(all)
}

/// What admins ended of the delegations of an organisation the caller manages, within the last month; of who was erased
/// meanwhile nothing is told.
///
/// # Errors
/// The caller manages by a delegation, or storage failed.
pub async fn ended_by_admins(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<DelegateManagement>,
    organisation: OrganisationId,
) -> Result<Vec<Ended>, DelegationError> {
    in_own_right(db.reader(), permit, organisation).await?;
    let since = db.clock().now().plus_days(-TOLD_DAYS);
    let mut all = Vec::new();
    for row in store::ended_by_admins(db.reader(), organisation, since).await? {
        all.push(Ended {
            email: accounts::address_of(db, ring, row.account_id).await?,
            at: row.revoked_at.unwrap_or(row.granted_at),
        });
    }
    all.retain(|ended| !ended.email.is_empty());
    Ok(all)
}

/// Lets a colleague manage the organisation from now to the end of a day. Whether an address belongs to nobody, to
/// somebody elsewhere or to a manager is not told apart.
///
/// # Errors
/// The caller manages by a delegation, no such colleague, the day, or storage failed.
pub async fn delegate(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<DelegateManagement>,
    (organisation, email, last_day): (OrganisationId, &EmailAddress, NaiveDate),
) -> Result<(), DelegationError> {
    let mut txn = db.begin().await?;
    managed(&txn, permit, organisation).await?;
    let latest = txn.now().plus_days(LONGEST_DAYS).date();
    if last_day < txn.now().date() || last_day > latest {
        return Err(DelegationError::Day);
    }
    let lookup = accounts::lookup_of(ring, email)?;
    let holder = accounts::holder(txn.connection(), &lookup).await?;
    let colleague = holder.ok_or(DelegationError::NoColleague)?.account;
    // Whoever closes or erases the account is waited for, or ends this too; they hold it before the organisation.
    if !accounts::hold_open(&txn, colleague).await? {
        return Err(DelegationError::NoColleague);
    }
    organisations::hold(&txn, organisation).await?;
    let roles = store::roles(txn.connection(), (colleague, organisation), txn.now()).await?;
    let manager = <&str>::from(Role::MemberManager);
    if roles.is_empty() || roles.iter().any(|held| held.role == manager) {
        return Err(DelegationError::NoColleague);
    }
    let until = Instant::end_of(last_day);
    let by = permit.caller().account;
    store::insert(&txn, (colleague, organisation), (by, until)).await?;
    let details = json!({ "organisation": organisation, "until": last_day });
    record(&mut txn, permit, ("delegation.given", colleague), details);
    txn.commit().await?;
    Ok(())
}

/// Ends a delegation at once, whoever of the managers gave it.
///
/// # Errors
/// The caller manages by a delegation, it is over, or storage failed.
pub async fn end(
    db: &Db,
    permit: &Permit<DelegateManagement>,
    (organisation, account): (OrganisationId, AccountId),
) -> Result<(), DelegationError> {
    let mut txn = db.begin().await?;
    hold(&txn, permit, organisation).await?;
    if !store::end(&txn, (account, organisation)).await? {
        return Err(DelegationError::NotFound);
    }
    let details = json!({ "organisation": organisation });
    record(&mut txn, permit, ("delegation.ended", account), details);
    txn.commit().await?;
    Ok(())
}

/// Holds the organisation for a manager in their own right.
async fn hold(
    txn: &Txn,
    permit: &Permit<DelegateManagement>,
    organisation: OrganisationId,
) -> Result<(), DelegationError> {
    managed(txn, permit, organisation).await?;
    Ok(organisations::hold(txn, organisation).await?)
}

/// Refuses whoever does not manage the organisation in their own right.
async fn managed(
    txn: &Txn,
    permit: &Permit<DelegateManagement>,
    organisation: OrganisationId,
) -> Result<(), DelegationError> {
    if !permit.scope().covers(organisation) {
        return Err(DelegationError::NotFound);
    }
    in_own_right(txn.connection(), permit, organisation).await
}

/// Refuses whoever manages by a delegation.
async fn in_own_right<C: ConnectionTrait>(
    db: &C,
    permit: &Permit<DelegateManagement>,
    organisation: OrganisationId,
) -> Result<(), DelegationError> {
    let caller = permit.caller().account;
    if store::manages_itself(db, (caller, organisation)).await? {
        Ok(())
    } else {
        Err(DelegationError::Delegated)
    }
}

fn record(
    txn: &mut Txn,
    permit: &Permit<DelegateManagement>,
    (action, account): (&'static str, AccountId),
    details: serde_json::Value,
) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: account.to_string(),
        details,
    });
}
