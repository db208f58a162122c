//! Signing in and out.

use std::net::IpAddr;

use serde_json::json;

use super::{SessionToken, attempts, store};
use crate::access::Permit;
use crate::access::action::EndSession;
use crate::accounts::EmailAddress;
use crate::accounts::password::{HashingFailed, Passwords};
use crate::accounts::service::email_lookup;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::{AccountId, SessionId};
use crate::sealing::{Keyring, SealError};

/// Why nobody was signed in. An unknown address and a wrong password are the same.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Mail address or password are not right.
    #[error("mail address or password are not right")]
    Refused,
    /// Too many attempts; another one may be made in so many seconds.
    #[error("too many attempts")]
    TooMany(i64),
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
    /// A session the browser holds already; it ends.
    pub earlier: Option<SessionId>,
}

/// A session that has begun.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Whose it is.
    pub account: AccountId,
    /// For the browser; shown here and never again.
    pub token: SessionToken,
}

/// Begins a session.
///
/// # Errors
/// Too many attempts, mail address or password not right, or storage failed.
pub async fn sign_in(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    attempt: SignInAttempt<'_>,
) -> Result<SignedIn, SignInError> {
    let email = attempt.email.trim().to_lowercase();
    attempts::count(db, ring, &email, attempt.address)
        .await?
        .map_err(SignInError::TooMany)?;
    let known = match email.parse::<EmailAddress>() {
        Ok(email) => store::password_of(db, &email_lookup(ring, &email)?).await?,
        Err(_) => None,
    };
    let (account, hash) = known.map_or((None, None), |(id, hash)| (Some(id), hash));
    let is_right = passwords.verify(attempt.password, hash).await?;
    let Some(account) = account.filter(|_| is_right) else {
        metrics::counter!("kataster_sign_ins", "outcome" => "refused").increment(1);
        return Err(SignInError::Refused);
    };
    let token = SessionToken::random();
    let mut txn = db.begin().await?;
    if let Some(earlier) = attempt.earlier {
        store::end(&txn, earlier).await?;
    }
    let id = store::insert(&txn, account, &token).await?;
    audit(&mut txn, account, "session.started", id);
    txn.commit().await?;
    metrics::counter!("kataster_sign_ins", "outcome" => "done").increment(1);
    Ok(SignedIn { account, token })
}

/// Ends the session at hand; `false` when the caller holds none.
///
/// # Errors
/// Storage failed.
pub async fn sign_out(db: &Db, permit: &Permit<EndSession>) -> Result<bool, StorageError> {
    let Some(id) = permit.caller().session else {
        return Ok(false);
    };
    let mut txn = db.begin().await?;
    let has_ended = store::end(&txn, id).await?;
    if has_ended {
        audit(&mut txn, permit.caller().account, "session.ended", id);
    }
    txn.commit().await?;
    Ok(has_ended)
}

fn audit(txn: &mut Txn, account: AccountId, action: &'static str, session: SessionId) {
    txn.audit(AuditEntry {
        actor: Actor::Account(account),
        action,
        subject: account.to_string(),
        details: json!({ "session": session }),
    });
}
