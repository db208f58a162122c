//! Inviting, choosing a password, changing it.

use serde_json::json;

use super::rules::{self, PasswordProblem};
use super::store;
use crate::access::Permit;
use crate::access::action::ChangePassword;
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::password::{HashingFailed, Passwords};
use crate::accounts::service::{AccountError, email_lookup};
use crate::accounts::session::{attempts, end_all};
use crate::accounts::tokens::revoke_all;
use crate::accounts::{AccountNotice, EmailAddress, Secret, passkeys, second_factor};
use crate::audit::{Refusal, count_refusal};
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::AccountId;
use crate::sealing::{Keyring, SealError};

/// Why a password was not set.
#[derive(Debug, thiserror::Error)]
pub enum CredentialError {
    /// The link is unknown, used or expired.
    #[error("the link does not work any more")]
    LinkOver,
    /// The password is not good enough.
    #[error("the password is not good enough")]
    Weak(PasswordProblem),
    /// The old password is not right.
    #[error("the old password is not right")]
    WrongOld,
    /// Too many attempts; another one may be made in so many seconds.
    #[error("too many attempts")]
    TooMany(i64),
    /// A token cannot do this: sign in.
    #[error("a token cannot do this")]
    SessionNeeded,
    /// The password could not be hashed.
    #[error(transparent)]
    Hashing(#[from] HashingFailed),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for CredentialError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for CredentialError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// Makes the link by which the holder of an account chooses a password; shown here and never again.
///
/// # Errors
/// No such account, or storage failed.
pub async fn invite(
    db: &Db,
    ring: &Keyring,
    actor: Actor,
    email: &EmailAddress,
) -> Result<Secret, AccountError> {
    let what = (LinkPurpose::SetPassword, "account.invited");
    issue_link(db, ring, (actor, email), what).await
}

/// The same link for whoever operates the installation, for beginning anew without the second factor there was, where
/// no two people are left to vouch.
///
/// # Errors
/// No such account, or storage failed.
pub async fn recover(
    db: &Db,
    ring: &Keyring,
    email: &EmailAddress,
) -> Result<Secret, AccountError> {
    let what = (LinkPurpose::Recover, "account.recovery_confirmed");
    issue_link(db, ring, (Actor::Operator, email), what).await
}

async fn issue_link(
    db: &Db,
    ring: &Keyring,
    (actor, email): (Actor, &EmailAddress),
    (purpose, action): (LinkPurpose, &'static str),
) -> Result<Secret, AccountError> {
    let mut txn = db.begin().await?;
    let account = crate::accounts::store::find_by_email(&txn, &email_lookup(ring, email)?)
        .await?
        .ok_or(AccountError::NotFound)?;
    if !store::hold(&txn, account, None).await? {
        return Err(AccountError::NotFound);
    }
    let token = links::issue(&txn, ring, account, purpose).await?;
    // Whoever never signed in is being invited, and has nothing to lose yet.
    if store::password_hash(txn.connection(), account)
        .await?
        .is_some()
    {
        AccountNotice::LinkIssued.plan(&mut txn, account);
    }
    audit(&mut txn, actor, action, account);
    txn.commit().await?;
    Ok(token)
}

/// Whether a link still lets somebody choose a password.
///
/// # Errors
/// Storage failed.
pub(super) async fn is_open(db: &Db, token: &Secret) -> Result<bool, StorageError> {
    Ok(opened(db, token).await?.is_some())
}

/// Whose link this is, and whether it is for beginning anew.
async fn opened(db: &Db, token: &Secret) -> Result<Option<(AccountId, LinkPurpose)>, StorageError> {
    let now = db.clock().now();
    for purpose in [LinkPurpose::SetPassword, LinkPurpose::Recover] {
        if let Some(account) = links::open(db.reader(), token, purpose, now).await? {
            return Ok(Some((account, purpose)));
        }
    }
    Ok(None)
}

/// Sets the password of whoever holds the link, which works no more after that. All sessions and tokens end:
/// whoever loses a password is invited anew, and nobody knows what else was lost. A link for beginning anew also takes
/// every second factor away.
///
/// # Errors
/// The link does not work, the password is not good enough, or storage failed.
pub async fn set_password(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (token, password): (&Secret, &str),
) -> Result<(), CredentialError> {
    let opened = opened(db, token).await?;
    let (account, purpose) = opened.ok_or(CredentialError::LinkOver)?;
    let begins_anew = purpose == LinkPurpose::Recover;
    if begins_anew {
        stands_alone(db, ring, account, password).await?;
    } else {
        judge(db, ring, account, password).await?;
    }
    let hash = passwords.hash(password).await?;
    let mut txn = db.begin().await?;
    if !store::hold(&txn, account, None).await? || !links::use_up(&txn, token, purpose).await? {
        return Err(CredentialError::LinkOver);
    }
    if begins_anew {
        second_factor::remove(&txn, account).await?;
        second_factor::remove_codes(&txn, account).await?;
        passkeys::remove_all(&txn, account).await?;
    }
    store::set_password_hash(&txn, account, hash).await?;
    links::use_up_all(&txn, account).await?;
    end_all(&txn, account, None).await?;
    revoke_all(&txn, account).await?;
    let action = if begins_anew {
        "account.recovered"
    } else {
        "account.password_set"
    };
    audit(&mut txn, Actor::Account(account), action, account);
    AccountNotice::PasswordSet.plan(&mut txn, account);
    txn.commit().await?;
    Ok(())
}

/// Changes the password of whoever is signed in and knows the old one. All other sessions end.
///
/// # Errors
/// No session, too many attempts, the old one wrong, the new one not good enough, or storage failed.
pub async fn change_password(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, old, new): (&Permit<ChangePassword>, &str, &str),
) -> Result<(), CredentialError> {
    let (account, session) = (permit.caller().account, permit.caller().session);
    let session = session.ok_or(CredentialError::SessionNeeded)?;
    let confirmed = confirm(db, ring, passwords, (account, old)).await?;
    judge(db, ring, account, new).await?;
    let hash = passwords.hash(new).await?;
    let mut txn = db.begin().await?;
    hold_confirmed(&txn, account, &confirmed).await?;
    store::set_password_hash(&txn, account, hash).await?;
    links::use_up_all(&txn, account).await?;
    end_all(&txn, account, Some(session)).await?;
    audit(
        &mut txn,
        permit.actor(),
        "account.password_changed",
        account,
    );
    AccountNotice::PasswordSet.plan(&mut txn, account);
    txn.commit().await?;
    Ok(())
}

/// A password that was right, by its stored hash; [`hold_confirmed`] asks whether it still is.
#[derive(Clone, Debug)]
pub struct Confirmed(Option<String>);

/// Holds the account for a change that rests on a confirmed password.
///
/// # Errors
/// The password is another one by now, or storage failed.
pub async fn hold_confirmed(
    txn: &Txn,
    account: AccountId,
    confirmed: &Confirmed,
) -> Result<(), CredentialError> {
    if store::hold(txn, account, confirmed.0.as_deref()).await? {
        Ok(())
    } else {
        Err(CredentialError::WrongOld)
    }
}

/// Checks that whoever is signed in knows the password.
///
/// # Errors
/// Too many attempts, the password wrong, or storage failed.
pub async fn confirm(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (account, password): (AccountId, &str),
) -> Result<Confirmed, CredentialError> {
    attempts::count_own(db, ring, "password", account)
        .await?
        .map_err(CredentialError::TooMany)?;
    let hash = store::password_hash(db.reader(), account).await?;
    if passwords.verify(password, hash.clone()).await? {
        return Ok(Confirmed(hash));
    }
    let mut txn = db.begin().await?;
    count_refusal(&mut txn, Refusal::Password, Some(account)).await?;
    txn.commit().await?;
    Err(CredentialError::WrongOld)
}

/// Whether a password is good enough without a second factor.
///
/// # Errors
/// It is not, or storage failed.
pub(in crate::accounts) async fn stands_alone(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
    password: &str,
) -> Result<(), CredentialError> {
    judge_as(db, ring, (account, false), password).await
}

async fn judge(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
    password: &str,
) -> Result<(), CredentialError> {
    let has_second_factor = second_factor::is_set(db, account).await?;
    judge_as(db, ring, (account, has_second_factor), password).await
}

async fn judge_as(
    db: &Db,
    ring: &Keyring,
    (account, has_second_factor): (AccountId, bool),
    password: &str,
) -> Result<(), CredentialError> {
    let email = crate::accounts::store::email(db, ring, account).await?;
    let words: Vec<&str> = email.split(['@', '.', '-', '_']).collect();
    rules::check(password, has_second_factor, &words).map_err(CredentialError::Weak)
}

fn audit(txn: &mut Txn, actor: Actor, action: &'static str, account: AccountId) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: account.to_string(),
        details: json!({}),
    });
}
