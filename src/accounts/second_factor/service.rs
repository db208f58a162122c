//! Setting up, checking and removing the second factor.

use serde_json::json;

use super::totp::{DamagedSecret, SharedSecret};
use super::{recovery, store};
use crate::access::Permit;
use crate::access::action::{ReadSelf, SetSecondFactor};
use crate::accounts::credentials::{self, CredentialError};
use crate::accounts::password::Passwords;
use crate::accounts::session::{attempts, end_all};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::AccountId;
use crate::sealing::{Keyring, SealError};

/// Why a second factor was not set up, checked or removed.
#[derive(Debug, thiserror::Error)]
pub enum SecondFactorError {
    /// There is one already: remove it first.
    #[error("there is a second factor already")]
    AlreadySet,
    /// Nothing was begun, or nothing is set.
    #[error("there is no second factor")]
    NotSet,
    /// The code is not right.
    #[error("the code is not right")]
    WrongCode,
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

/// What an authenticator needs to begin.
pub(super) struct Setup {
    pub(super) secret: String,
    pub(super) address: String,
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
    let stored = store::find(db, ring, account).await?;
    let Some(since) = stored.and_then(|stored| stored.confirmed_at) else {
        return Ok(None);
    };
    Ok(Some(SecondFactorState {
        since,
        recovery_codes_left: store::codes_left(db, account).await?,
    }))
}

/// Begins, or shows again what was begun: the same secret until its first digits came.
pub(super) async fn begin(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<SetSecondFactor>,
) -> Result<Setup, SecondFactorError> {
    let account = permit.caller().account;
    permit
        .caller()
        .session
        .ok_or(SecondFactorError::SessionNeeded)?;
    let secret = match store::find(db, ring, account).await? {
        Some(stored) if stored.confirmed_at.is_some() => return Err(SecondFactorError::AlreadySet),
        Some(stored) => stored.secret,
        None => {
            let secret = SharedSecret::random();
            let txn = db.begin().await?;
            store::insert(db, ring, (&txn, account), &secret).await?;
            txn.commit().await?;
            secret
        }
    };
    let email = crate::accounts::store::email(db, ring, account).await?;
    Ok(Setup {
        secret: secret.text(),
        address: secret.address(&email)?,
    })
}

/// Ends the setup with the first digits; the recovery codes are shown here and never again.
pub(super) async fn finish(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<SetSecondFactor>,
    digits: &str,
) -> Result<Vec<String>, SecondFactorError> {
    let account = permit.caller().account;
    let session = permit
        .caller()
        .session
        .ok_or(SecondFactorError::SessionNeeded)?;
    count(db, ring, account).await?;
    let stored = store::find(db, ring, account)
        .await?
        .ok_or(SecondFactorError::NotSet)?;
    if stored.confirmed_at.is_some() {
        return Err(SecondFactorError::AlreadySet);
    }
    let step = stored.secret.step(digits, db.clock().now().as_seconds())?;
    let step = step.ok_or(SecondFactorError::WrongCode)?;
    let codes = recovery::make();
    let hashes = codes.iter().map(|code| recovery::hash(ring, code));
    let hashes: Vec<_> = hashes.collect::<Result<_, _>>()?;
    let mut txn = db.begin().await?;
    if !store::use_step(&txn, account, step).await? {
        return Err(SecondFactorError::WrongCode);
    }
    store::confirm(&txn, account).await?;
    store::replace_codes(&txn, account, hashes).await?;
    end_all(&txn, account, Some(session)).await?;
    audit(&mut txn, account, "account.second_factor_set");
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
            audit(&mut txn, account, "account.recovery_code_used");
        }
        is_code
    };
    txn.commit().await?;
    if is_right {
        Ok(())
    } else {
        Err(SecondFactorError::WrongCode)
    }
}

/// Removes the second factor of whoever knows the password. All other sessions end.
pub(super) async fn remove(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, password): (&Permit<SetSecondFactor>, &str),
) -> Result<(), SecondFactorError> {
    let account = permit.caller().account;
    let session = permit
        .caller()
        .session
        .ok_or(SecondFactorError::SessionNeeded)?;
    credentials::confirm(db, ring, passwords, (account, password)).await?;
    let mut txn = db.begin().await?;
    if !store::remove(&txn, account).await? {
        return Err(SecondFactorError::NotSet);
    }
    end_all(&txn, account, Some(session)).await?;
    audit(&mut txn, account, "account.second_factor_removed");
    txn.commit().await?;
    Ok(())
}

async fn count(db: &Db, ring: &Keyring, account: AccountId) -> Result<(), SecondFactorError> {
    attempts::count_own(db, ring, "code", account)
        .await?
        .map_err(SecondFactorError::TooMany)
}

fn audit(txn: &mut Txn, account: AccountId, action: &'static str) {
    txn.audit(AuditEntry {
        actor: Actor::Account(account),
        action,
        subject: account.to_string(),
        details: json!({}),
    });
}
