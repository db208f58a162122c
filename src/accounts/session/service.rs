//! Signing in and out.

use std::net::IpAddr;

use super::method::{SessionMethod, needs_passkey};
use super::{attempts, store};
use crate::access::{self, Grant};
use crate::accounts::credentials::hold;
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::passkeys;
use crate::accounts::password::{HashingFailed, Passwords};
use crate::accounts::service::email_lookup;
use crate::accounts::{EmailAddress, SecondFactorError, Secret, second_factor};
use crate::audit::{self, Refusal};
use crate::db::{Db, StorageError, Txn};
use crate::ids::{AccountId, SessionId};
use crate::sealing::{Keyring, SealError};
use crate::site::Site;

/// Why nobody was signed in. An unknown address and a wrong password are the same.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Mail address or password are not right.
    #[error("mail address or password are not right")]
    Refused,
    /// Too many attempts; another one may be made in so many seconds.
    #[error("too many attempts")]
    TooMany(i64),
    /// The password was too long ago: begin again.
    #[error("signing in took too long")]
    StepOver,
    /// The second factor could not be checked.
    #[error(transparent)]
    SecondFactor(SecondFactorError),
    /// The password could not be checked.
    #[error(transparent)]
    Hashing(#[from] HashingFailed),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for SignInError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SecondFactorError> for SignInError {
    fn from(error: SecondFactorError) -> Self {
        match error {
            SecondFactorError::WrongCode | SecondFactorError::NotSet => Self::Refused,
            SecondFactorError::TooMany(seconds) => Self::TooMany(seconds),
            SecondFactorError::Storage(error) => Self::Storage(error),
            error => Self::SecondFactor(error),
        }
    }
}

impl From<SealError> for SignInError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// What somebody presents.
#[derive(Clone, Copy, Debug)]
pub struct SignInAttempt<'a> {
    /// Mail address as typed.
    pub email: &'a str,
    /// Password as typed.
    pub password: &'a str,
    /// Where it comes from, if that is known.
    pub address: Option<IpAddr>,
    /// Digits or a recovery code, where they were asked for beside the password.
    pub code: Option<&'a str>,
    /// A session the browser holds already; it ends.
    pub earlier: Option<SessionId>,
}

/// What the right password leads to.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// A session has begun.
    Done(SignedIn),
    /// The second factor is asked for; this opens the next step for five minutes.
    CodeNeeded(Secret),
}

/// A session that has begun.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Whose it is.
    pub account: AccountId,
    /// What it was proven with.
    pub method: SessionMethod,
    /// For the browser; shown here and never again.
    pub token: Secret,
}

/// Whether an installation that asks for a second factor asks this session's owner for more.
pub(in crate::accounts) async fn owes(
    db: &Db,
    site: &Site,
    (account, grants): (AccountId, &[Grant]),
    method: SessionMethod,
) -> Result<bool, StorageError> {
    if !site.second_factor_required {
        return Ok(false);
    }
    if needs_passkey(grants) {
        return Ok(method != SessionMethod::Passkey);
    }
    Ok(!second_factor::is_set(db, account).await?)
}

/// The same for a session that has just begun.
pub(super) async fn owes_second_factor(
    db: &Db,
    site: &Site,
    signed_in: &SignedIn,
) -> Result<bool, StorageError> {
    let SignedIn {
        account, method, ..
    } = signed_in;
    let now = db.clock().now();
    let grants = access::grants_of_open(db.reader(), *account, now).await?;
    owes(db, site, (*account, &grants.unwrap_or_default()), *method).await
}

/// Begins a session, or asks for the second factor first.
///
/// # Errors
/// Too many attempts, mail address, password or code not right, or storage failed.
pub async fn sign_in(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    attempt: SignInAttempt<'_>,
) -> Result<SignIn, SignInError> {
    let email = attempt.email.trim().to_lowercase();
    attempts::count(db, ring, &email, attempt.address)
        .await?
        .map_err(SignInError::TooMany)?;
    let known = match email.parse::<EmailAddress>() {
        Ok(email) => store::password_of(db, &email_lookup(ring, &email)?).await?,
        Err(_) => None,
    };
    let (account, hash) = known.map_or((None, None), |(id, hash)| (Some(id), hash));
    let is_right = passwords.verify(attempt.password, hash.clone()).await?;
    let Some(right) = account.filter(|_| is_right) else {
        refused(db, account).await?;
        return Err(SignInError::Refused);
    };
    let mut method = SessionMethod::Password;
    if let Some(code) = attempt.code
        && second_factor::is_set(db, right).await?
    {
        method = second_factor::check(db, ring, right, code).await?;
    }
    // Checking takes its time: what was right when it began must still be.
    let txn = db.begin().await?;
    if !hold(&txn, right, hash.as_deref()).await? {
        return Err(SignInError::Refused);
    }
    if method == SessionMethod::Password && second_factor::is_left(&txn, right).await? {
        let token = links::issue(&txn, ring, right, LinkPurpose::SecondFactor).await?;
        txn.commit().await?;
        return Ok(SignIn::CodeNeeded(token));
    }
    let signed_in = begin(txn, right, method, attempt.earlier).await?;
    Ok(SignIn::Done(signed_in))
}

/// Begins the session of whoever passed the password and now sends digits or a recovery code.
///
/// # Errors
/// The step is over, too many attempts, the code not right, or storage failed.
pub async fn finish_sign_in(
    db: &Db,
    ring: &Keyring,
    (token, code): (&Secret, &str),
    earlier: Option<SessionId>,
) -> Result<SignedIn, SignInError> {
    let now = db.clock().now();
    let account = links::open(db.reader(), token, LinkPurpose::SecondFactor, now)
        .await?
        .ok_or(SignInError::StepOver)?;
    let method = second_factor::check(db, ring, account, code).await?;
    let txn = db.begin().await?;
    pass(&txn, account, token).await?;
    begin(txn, account, method, earlier).await
}

/// Uses the step from the password to the second factor up.
pub(super) async fn pass(txn: &Txn, account: AccountId, step: &Secret) -> Result<(), SignInError> {
    let is_open = hold(txn, account, None).await?;
    if is_open && links::use_up(txn, step, LinkPurpose::SecondFactor).await? {
        Ok(())
    } else {
        Err(SignInError::StepOver)
    }
}

/// Begins a session. When somebody came and went is kept with the session, for 90 days, and not in the record, which
/// is kept for years (trust.md 3).
pub(super) async fn begin(
    txn: Txn,
    account: AccountId,
    method: SessionMethod,
    earlier: Option<SessionId>,
) -> Result<SignedIn, SignInError> {
    let token = Secret::random();
    if let Some(earlier) = earlier {
        store::end(&txn, earlier).await?;
    }
    let is_confirmed = method.confirms(passkeys::any(txn.connection(), account).await?);
    store::insert(&txn, account, &token, (method, is_confirmed)).await?;
    txn.commit().await?;
    metrics::counter!("kataster_sign_ins", "outcome" => "done").increment(1);
    Ok(SignedIn {
        account,
        method,
        token,
    })
}

/// A refusal is counted for the record, for an unknown address too: it must not take another time.
pub(super) async fn refused(db: &Db, account: Option<AccountId>) -> Result<(), SignInError> {
    metrics::counter!("kataster_sign_ins", "outcome" => "refused").increment(1);
    let mut txn = db.begin().await?;
    audit::count_refusal(&mut txn, Refusal::SignIn, account).await?;
    txn.commit().await?;
    Ok(())
}
