//! Making accounts and inviting their holders, who choose the password themselves.

use serde_json::json;

use super::granting::propose;
use super::model::fits;
use super::{KeepError, record, store};
use crate::access::action::KeepAccounts;
use crate::access::{Grant, Permit};
use crate::accounts::credentials::hold;
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::{EmailAddress, NewAccount, Secret};
use crate::clock::Instant;
use crate::db::Db;
use crate::ids::{self, AccountId};
use crate::sealing::Keyring;

/// What making an account led to.
#[derive(Clone, Debug)]
pub enum Made {
    /// It has its role; the link is shown here and never again.
    Invited(AccountId, Secret),
    /// It has no role until another admin confirms it, who then hands over the link.
    Proposed(AccountId, Instant),
}

/// Makes an account with its first role.
///
/// # Errors
/// The mail address is taken, no such organisation, or storage failed.
pub async fn make(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepAccounts>,
    (email, grant): (EmailAddress, Grant),
) -> Result<Made, KeepError> {
    let mut txn = db.begin().await?;
    let is_there = match grant.organisation {
        Some(organisation) => store::is_organisation(&txn, organisation).await?,
        None => true,
    };
    if !fits(&grant) || !is_there {
        return Err(KeepError::Organisation);
    }
    let by_two = grant.role.needs_second_person();
    let id = AccountId(ids::ordered(txn.now()));
    let new = NewAccount {
        id,
        email,
        password: None,
        grants: if by_two { Vec::new() } else { vec![grant] },
    };
    store::insert(&txn, new.seal(ring)?).await?;
    let role = json!({ "role": grant.role, "organisation": grant.organisation });
    let roles = if by_two { json!([]) } else { json!([role]) };
    let details = json!({ "before": { "roles": [] }, "after": { "roles": roles } });
    record(&mut txn, permit, "account.created", (id, details));
    let made = if by_two {
        let until = propose(&mut txn, permit, (id, grant.role)).await?;
        Made::Proposed(id, until)
    } else {
        let link = links::issue(&txn, ring, id, LinkPurpose::SetPassword).await?;
        record(&mut txn, permit, "account.invited", (id, json!({})));
        Made::Invited(id, link)
    };
    txn.commit().await?;
    Ok(made)
}

/// The invitation anew, for somebody who has not chosen a password yet; the earlier link works no more. One admin
/// alone lets nobody in who has a password, or what takes two people.
///
/// # Errors
/// No such open account, two people are needed, or storage failed.
pub async fn invite_again(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepAccounts>,
    id: AccountId,
) -> Result<Secret, KeepError> {
    let mut txn = db.begin().await?;
    let found = store::find(txn.connection(), id).await?;
    found.ok_or(KeepError::NotFound)?;
    if !hold(&txn, id, None).await? {
        return Err(KeepError::WrongState);
    }
    let held = store::held(txn.connection(), id).await?;
    let by_two = held.iter().any(|grant| grant.role.needs_second_person());
    if by_two || held.is_empty() || store::has_password(&txn, id).await? {
        return Err(KeepError::NeedsTwo);
    }
    let link = links::issue(&txn, ring, id, LinkPurpose::SetPassword).await?;
    record(&mut txn, permit, "account.invited", (id, json!({})));
    txn.commit().await?;
    Ok(link)
}
