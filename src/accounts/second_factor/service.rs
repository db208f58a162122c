//! Setting up, checking and removing the second factor.

use serde_json::{Value, json};

use super::totp::{DamagedSecret, SharedSecret};
use super::{recovery, store};
use crate::access::Permit;
use crate::access::action::{ReadSelf, SetSecondFactor};
use crate::accounts::credentials::{self, CredentialError};
use crate::accounts::password::Passwords;
use crate::accounts::session::{attempts, end_all};
use crate::accounts::{Secret, links};
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

/// A second factor that is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondFactorState {
    /// Since when.
    pub since: Instant,
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

/// The second factor of whoever holds the permit, if it is set.
///
/// # Errors
/// Storage failed.
pub async fn state(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadSelf>,
) -> Result<Option<SecondFactorState>, StorageError> {
    let account = permit.caller().account;
    let Some(stored) = store::find(db, ring, account).await? else {
        return Ok(None);
    };
    Ok(Some(SecondFactorState {
        since: stored.confirmed_at,
        recovery_codes_left: store::codes_left(db, account).await?,
    }))
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
    if store::is_set(db, account).await? {
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
    let codes = recovery::make();
    let hashes = codes.iter().map(|code| recovery::hash(ring, code));
    let hashes: Vec<_> = hashes.collect::<Result<_, _>>()?;
    let mut txn = db.begin().await?;
    credentials::hold_confirmed(&txn, account, &confirmed).await?;
    if store::is_set(db, account).await? {
        return Err(SecondFactorError::AlreadySet);
    }
    store::insert(db, ring, (&txn, account), (&secret, step)).await?;
    store::replace_codes(&txn, account, hashes).await?;
    links::use_up_all(&txn, account).await?;
    end_all(&txn, account, Some(session)).await?;
    record(
        &mut txn,
        account,
        "account.second_factor_set",
        switched(true),
    );
    txn.commit().await?;
    Ok(codes)
}

/// Checks six digits or a recovery code of an account that has a second factor, and uses it up.
///
/// # Errors
/// Too many attempts, the code wrong or used, or storage failed.
pub(in crate::accounts) async fn check(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
    typed: &str,
) -> Result<(), SecondFactorError> {
    count(db, ring, account).await?;
    let stored = store::find(db, ring, account)
        .await?
        .ok_or(SecondFactorError::NotSet)?;
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let step = stored.secret.step(&digits, db.clock().now().as_seconds())?;
    let mut txn = db.begin().await?;
    let is_right = if let Some(step) = step {
        store::use_step(&txn, account, step).await?
    } else {
        let is_code = store::use_code(&txn, account, &recovery::hash(ring, typed)?).await?;
        if is_code {
            record(&mut txn, account, "account.recovery_code_used", json!({}));
        }
        is_code
    };
    if !is_right {
        count_refusal(&mut txn, Refusal::SecondFactor, Some(account)).await?;
    }
    txn.commit().await?;
    if is_right {
        Ok(())
    } else {
        Err(SecondFactorError::WrongCode)
    }
}

/// Removes the second factor of whoever knows the password and has the factor, or a recovery code. All other sessions end.
pub(super) async fn remove(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, password, code): (&Permit<SetSecondFactor>, &str, &str),
) -> Result<(), SecondFactorError> {
    let account = permit.caller().account;
    let session = session(permit)?;
    let confirmed = credentials::confirm(db, ring, passwords, (account, password)).await?;
    credentials::stands_alone(db, ring, account, password).await?;
    check(db, ring, account, code).await?;
    let mut txn = db.begin().await?;
    credentials::hold_confirmed(&txn, account, &confirmed).await?;
    if !store::remove(&txn, account).await? {
        return Err(SecondFactorError::NotSet);
    }
    links::use_up_all(&txn, account).await?;
    end_all(&txn, account, Some(session)).await?;
    record(
        &mut txn,
        account,
        "account.second_factor_removed",
        switched(false),
    );
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
