//! What admins see of delegations, and how they end one. Mail addresses are sealed: whoever reads them is on record.

use serde_json::json;

use super::{DelegationError, store};
use crate::access::Permit;
use crate::access::action::{GrantRoles, ReadAccounts, SetMembership};
use crate::accounts;
use crate::clock::Instant;
use crate::db::{AuditEntry, Db};
use crate::ids::{AccountId, DelegationId, OrganisationId};
use crate::organisations;
use crate::sealing::Keyring;

/// Which delegations are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerning {
    /// Those of an organisation.
    Organisation(OrganisationId),
    /// Those to an account or by it.
    Account(AccountId),
}

/// Somebody by account and mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub account: AccountId,
    /// Its mail address.
    pub email: String,
}

/// A delegation that holds, as admins see it.
#[derive(Clone, Debug)]
pub struct AdminsView {
    /// Its id.
    pub id: DelegationId,
    /// What is managed.
    pub organisation: OrganisationId,
    /// What the organisation is called.
    pub name: String,
    /// Who manages.
    pub deputy: Colleague,
    /// For whom.
    pub giver: Colleague,
    /// Until when.
    pub until: Instant,
}

/// The delegations that hold, the oldest first.
///
/// # Errors
/// Storage failed.
pub async fn seen_by_admins(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadAccounts>,
    concerning: Concerning,
) -> Result<Vec<AdminsView>, DelegationError> {
    let rows = store::holding(db.reader(), concerning, db.clock().now()).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let both = rows
        .iter()
        .flat_map(|row| [Some(row.account_id), row.delegated_by]);
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "account.listed",
        subject: "accounts".to_owned(),
        details: json!({ "accounts": both.flatten().collect::<Vec<_>>(), "by": "delegation" }),
    });
    txn.commit().await?;
    let mut seen = Vec::with_capacity(rows.len());
    for row in rows {
        let (Some(by), Some(house)) = (row.delegated_by, row.organisation_id) else {
            continue;
        };
        let organisation = organisations::by_id(db.reader(), house).await?;
        seen.push(AdminsView {
            id: DelegationId(row.id),
            organisation: house,
            name: organisation.map_or_else(String::new, |house| house.name),
            deputy: colleague(db, ring, row.account_id).await?,
            giver: colleague(db, ring, by).await?,
            until: row.revoked_at.unwrap_or(row.granted_at),
        });
    }
    Ok(seen)
}

async fn colleague(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
) -> Result<Colleague, DelegationError> {
    let email = accounts::address_of(db, ring, account).await?;
    Ok(Colleague { account, email })
}

/// How many delegations of an organisation hold: for those who have not confirmed yet that it is them.
///
/// # Errors
/// Storage failed.
pub async fn count_for_admins(
    db: &Db,
    _: &Permit<SetMembership>,
    organisation: OrganisationId,
) -> Result<usize, DelegationError> {
    let concerning = Concerning::Organisation(organisation);
    let rows = store::holding(db.reader(), concerning, db.clock().now()).await?;
    Ok(rows.len())
}

/// Ends a delegation at once, whoever gave it; the managers see that an admin did. It is named by its own id, so that
/// one that was given after the page was shown goes on.
///
/// # Errors
/// There is none such, it is over, the caller is the deputy, or storage failed.
pub async fn end_as_admin(
    db: &Db,
    permit: &Permit<GrantRoles>,
    (organisation, id): (OrganisationId, DelegationId),
) -> Result<(), DelegationError> {
    let mut txn = db.begin().await?;
    let found = store::find(txn.connection(), organisation, id).await?;
    let found = found.ok_or(DelegationError::NotFound)?;
    if found.account_id == permit.caller().account {
        return Err(DelegationError::Oneself);
    }
    organisations::hold(&txn, organisation).await?;
    if !store::end_as_admin(&txn, id).await? {
        return Err(DelegationError::Over);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "delegation.ended_by_admin",
        subject: found.account_id.to_string(),
        details: json!({
            "organisation": organisation,
            "given_by": found.delegated_by,
            "would_have_ended": found.revoked_at,
        }),
    });
    txn.commit().await?;
    Ok(())
}
