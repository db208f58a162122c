//! Setting up, checking and removing the second factor.

use serde_json::{Value, json};

use super::totp::{DamagedSecret, SharedSecret};
use super::{recovery, store};
use crate::access::Permit;
use crate::access::action::{ReadSelf, RenewRecoveryCodes, SetSecondFactor};
use crate::accounts::credentials::{self, CredentialError};
use crate::accounts::password::Passwords;
use crate::accounts::session::{self, SessionMethod, attempts, end_all};
use crate::accounts::{AccountNotice, Secret, links, passkeys};
use crate::audit::{Refusal, count_refusal};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::{AccountId, SessionId};
use crate::sealing::{Keyring, SealError};

/// Why a second factor was not set up, checked or removed.
#[derive(Debug, thiserror::Error)]
pub enum SecondFactorError {
    /// There is one already: remove it first.
    #[error("there is a second factor already")]
    AlreadySet,
    /// None is set.
    #[error("there is no second factor")]
    NotSet,
    /// The code is not right.
    #[error("the code is not right")]
    WrongCode,
    /// What was begun was begun in another session, or sent damaged.
    #[error("the setup was not begun here")]
    NotBegun,
    /// Too many attempts; another one may be made in so many seconds.
    #[error("too many attempts")]
    TooMany(i64),
    /// A token cannot do this: sign in.
    #[error("a token cannot do this")]
    SessionNeeded,
    /// The password was not right, or could not be checked.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// The stored secret is damaged.
    #[error(transparent)]
    Damaged(#[from] DamagedSecret),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for SecondFactorError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for SecondFactorError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// What there is besides the password, passkeys apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondFactorState {
    /// Since when an authenticator is set up, if one is.
    pub authenticator_since: Option<Instant>,
    /// Recovery codes that were not used.
    pub recovery_codes_left: u64,
}

/// What an authenticator needs to begin. Nothing is stored before its first digits came.
pub(super) struct Setup {
    pub(super) secret: String,
    pub(super) address: String,
    /// Makes the same secret again, in the same session only.
    pub(super) begun: Secret,
}

/// The second factor of whoever holds the permit.
///
/// # Errors
/// Storage failed.
pub async fn state(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadSelf>,
) -> Result<SecondFactorState, StorageError> {
    let account = permit.caller().account;
    let stored = store::find(db, ring, account).await?;
    Ok(SecondFactorState {
        authenticator_since: stored.map(|stored| stored.confirmed_at),
        recovery_codes_left: store::codes_left(db.reader(), account).await?,
    })
}

/// New recovery codes instead of those there were; shown here and never again.
///
/// # Errors
/// No session, nothing to recover, or storage failed.
pub async fn renew_codes(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<RenewRecoveryCodes>,
) -> Result<Vec<String>, SecondFactorError> {
    let account = permit.caller().account;
    let session = permit.caller().session;
    let session = session.ok_or(SecondFactorError::SessionNeeded)?;
    let mut txn = db.begin().await?;
    let is_open = credentials::hold(&txn, account, None).await?;
    if !is_open || !session::is_open(&txn, session).await? || !store::is_left(&txn, account).await?
    {
        return Err(SecondFactorError::NotSet);
    }
    let codes = recovery::new_codes(&txn, ring, account).await?;
    record(
        &mut txn,
        account,
        "account.recovery_codes_renewed",
        json!({}),
    );
    AccountNotice::RecoveryCodesRenewed.plan(&mut txn, account);
    txn.commit().await?;
    Ok(codes)
}

/// Begins, or with `begun` shows again what was begun.
pub(super) async fn begin(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<SetSecondFactor>,
    begun: Option<Secret>,
) -> Result<Setup, SecondFactorError> {
    let account = permit.caller().account;
    let session = session(permit)?;
    if store::has_authenticator(db.reader(), account).await? {
        return Err(SecondFactorError::AlreadySet);
    }
    let begun = begun.unwrap_or_else(Secret::random);
    let secret = SharedSecret::derive(ring, session, &begun)?;
    let email = crate::accounts::store::email(db, ring, account).await?;
    Ok(Setup {
        secret: secret.text(),
        address: secret.address(&email)?,
        begun,
    })
}

/// What ends a setup.
pub(super) struct Finish<'a> {
    pub(super) begun: &'a Secret,
    pub(super) password: &'a str,
    pub(super) digits: &'a str,
}

/// Ends the setup with password and first digits; the recovery codes are shown here and never again.
pub(super) async fn finish(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, finish): (&Permit<SetSecondFactor>, Finish<'_>),
) -> Result<Vec<String>, SecondFactorError> {
    let account = permit.caller().account;
    let session = session(permit)?;
    let confirmed = credentials::confirm(db, ring, passwords, (account, finish.password)).await?;
    count(db, ring, account).await?;
    let secret = SharedSecret::derive(ring, session, finish.begun)?;
    let step = secret.step(finish.digits, db.clock().now().as_seconds())?;
    let step = step.ok_or(SecondFactorError::WrongCode)?;
    let mut txn = db.begin().await?;
    credentials::hold_confirmed(&txn, account, &confirmed).await?;
    if store::has_authenticator(txn.connection(), account).await? {
        return Err(SecondFactorError::AlreadySet);
    }
    store::insert(db, ring, (&txn, account), (&secret, step)).await?;
    let codes = recovery::new_codes(&txn, ring, account).await?;
    links::use_up_all(&txn, account).await?;
    end_all(&txn, account, Some(session)).await?;
    if !passkeys::any(txn.connection(), account).await? {
        session::prove(&txn, session, SessionMethod::Digits).await?;
    }
    record(
        &mut txn,
        account,
        "account.second_factor_set",
        switched(true),
    );
    AccountNotice::SecondFactorSet.plan(&mut txn, account);
    txn.commit().await?;
    Ok(codes)
}

/// Checks six digits or a recovery code of an account that has a second factor, and uses it up; which of them it was.
///
/// # Errors
/// Too many attempts, the code wrong or used, or storage failed.
pub(in crate::accounts) async fn check(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
    typed: &str,
) -> Result<SessionMethod, SecondFactorError> {
    count(db, ring, account).await?;
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let step = match store::find(db, ring, account).await? {
        Some(stored) => stored.secret.step(&digits, db.clock().now().as_seconds())?,
        None => None,
    };
    let mut txn = db.begin().await?;
    let proof = if let Some(step) = step {
        let is_first = store::use_step(&txn, account, step).await?;
        is_first.then_some(SessionMethod::Digits)
    } else {
        let is_code = store::use_code(&txn, account, &recovery::hash(ring, typed)?).await?;
        if is_code {
            record(&mut txn, account, "account.recovery_code_used", json!({}));
        }
        is_code.then_some(SessionMethod::Recovery)
    };
    if proof.is_none() {
        count_refusal(&mut txn, Refusal::SecondFactor, Some(account)).await?;
    }
    txn.commit().await?;
    proof.ok_or(SecondFactorError::WrongCode)
}

/// Removes the authenticator of whoever knows the password and has it, or a recovery code. All other sessions end.
/// Where no passkey is left, the password must be good enough alone.
pub(super) async fn remove(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, password, code): (&Permit<SetSecondFactor>, &str, &str),
) -> Result<(), SecondFactorError> {
    let account = permit.caller().account;
    let session = session(permit)?;
    let confirmed = credentials::confirm(db, ring, passwords, (account, password)).await?;
    let has_passkey = passkeys::any(db.reader(), account).await?;
    if !has_passkey {
        credentials::stands_alone(db, ring, account, password).await?;
    }
    check(db, ring, account, code).await?;
    let mut txn = db.begin().await?;
    credentials::hold_confirmed(&txn, account, &confirmed).await?;
    if !store::remove(&txn, account).await? {
        return Err(SecondFactorError::NotSet);
    }
    if !store::is_left(&txn, account).await? {
        if has_passkey {
            // It was removed a moment ago, and nobody judged the password.
            return Err(SecondFactorError::NotSet);
        }
        store::remove_codes(&txn, account).await?;
    }
    links::use_up_all(&txn, account).await?;
    end_all(&txn, account, Some(session)).await?;
    record(
        &mut txn,
        account,
        "account.second_factor_removed",
        switched(false),
    );
    AccountNotice::SecondFactorRemoved.plan(&mut txn, account);
    txn.commit().await?;
    Ok(())
}

fn session(permit: &Permit<SetSecondFactor>) -> Result<SessionId, SecondFactorError> {
    let session = permit.caller().session;
    session.ok_or(SecondFactorError::SessionNeeded)
}

async fn count(db: &Db, ring: &Keyring, account: AccountId) -> Result<(), SecondFactorError> {
    attempts::count_own(db, ring, "code", account)
        .await?
        .map_err(SecondFactorError::TooMany)
}

fn switched(on: bool) -> Value {
    json!({ "before": { "second_factor": !on }, "after": { "second_factor": on } })
}

fn record(txn: &mut Txn, account: AccountId, action: &'static str, details: Value) {
    txn.audit(AuditEntry {
        actor: Actor::Account(account),
        action,
        subject: account.to_string(),
        details,
    });
}
