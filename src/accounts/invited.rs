//! Accounts of people whom a manager invites to a team: found, made, and given the role of an expert, no other.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::administration::{give_expert_role, holder_of};
use super::credentials::{CredentialError, check_first};
use super::service::email_lookup;
use super::{EmailAddress, NewAccount, Passwords, Secret, credentials, store};
use crate::access::{Grant, Role};
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::{self, AccountId, InvitationId, OrganisationId};
use crate::sealing::{Keyring, Purpose, SealError};

/// Whose a mail address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub account: AccountId,
    /// It is not closed.
    pub is_open: bool,
}

/// What a mail address is looked up by.
///
/// # Errors
/// The keyring is empty.
pub fn lookup_of(ring: &Keyring, email: &EmailAddress) -> Result<Vec<u8>, SealError> {
    email_lookup(ring, email)
}

/// The account with a mail address; also a closed one.
///
/// # Errors
/// The database failed.
pub async fn holder<C: ConnectionTrait>(
    db: &C,
    lookup: &[u8],
) -> Result<Option<Holder>, StorageError> {
    let found = holder_of(db, lookup).await?;
    Ok(found.map(|(account, is_open)| Holder { account, is_open }))
}

/// Holds an open account until the transaction ends: nobody closes or erases it meanwhile; `false` when it is closed.
///
/// # Errors
/// The database failed.
pub async fn hold_open(txn: &Txn, account: AccountId) -> Result<bool, StorageError> {
    Ok(credentials::hold(txn, account, None).await?)
}

/// The mail address of an account, for those who know it; empty when the account is gone.
///
/// # Errors
/// Storage failed.
pub async fn address_of(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
) -> Result<String, StorageError> {
    store::email(db, ring, account).await
}

/// The token in the link of an invitation that was sent for so many times.
///
/// # Errors
/// The keyring is empty.
pub fn invitation_token(
    ring: &Keyring,
    (id, sends): (InvitationId, i32),
) -> Result<Secret, SealError> {
    let message = format!("team_invitation\n{id}\n{sends}");
    let hash = ring.keyed_hash(Purpose::Links, message.as_bytes())?;
    Ok(Secret::from_bytes(hash))
}

/// The hash of a first password that is good enough on its own.
///
/// # Errors
/// It is not, or hashing failed.
pub async fn first_password(
    passwords: &Passwords,
    (email, password): (&EmailAddress, &str),
) -> Result<String, CredentialError> {
    check_first(email, password).map_err(CredentialError::Weak)?;
    Ok(passwords.hash(password).await?)
}

/// Makes the account of somebody invited, in a transaction that somebody else commits.
///
/// # Errors
/// The mail address is taken meanwhile, or storage failed.
pub async fn stage_invited(
    txn: &mut Txn,
    ring: &Keyring,
    (email, hash): (EmailAddress, String),
    organisation: OrganisationId,
) -> Result<AccountId, super::AccountError> {
    let id = AccountId(ids::ordered(txn.now()));
    if store::is_taken(txn, &email_lookup(ring, &email)?).await? {
        return Err(super::AccountError::EmailTaken);
    }
    let grant = Grant {
        role: Role::Expert,
        organisation: Some(organisation),
    };
    let new = NewAccount {
        id,
        email,
        password: None,
        grants: vec![grant],
    };
    let mut sealed = new.seal(ring)?;
    sealed.password_hash = Some(hash);
    store::insert(txn, sealed).await?;
    let role = json!({ "role": grant.role, "organisation": organisation });
    txn.audit(AuditEntry {
        actor: Actor::Account(id),
        action: "account.created",
        subject: id.to_string(),
        details: json!({ "before": { "roles": [] }, "after": { "roles": [role] } }),
    });
    Ok(id)
}

/// Gives an open account the role of an expert of an organisation, unless it has it; holds the account.
///
/// # Errors
/// `Ok(false)`: it is closed. Storage failed.
pub async fn stage_expert_role(
    txn: &mut Txn,
    account: AccountId,
    organisation: OrganisationId,
) -> Result<bool, StorageError> {
    if !credentials::hold(txn, account, None).await? {
        return Ok(false);
    }
    if give_expert_role(txn, account, organisation).await? {
        txn.audit(AuditEntry {
            actor: Actor::Account(account),
            action: "account.role_granted",
            subject: account.to_string(),
            details: json!({ "after": { "role": Role::Expert, "organisation": organisation } }),
        });
    }
    Ok(true)
}
