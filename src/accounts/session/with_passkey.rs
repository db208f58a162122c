//! Signing in with a passkey: alone, or after the password.

use std::net::IpAddr;

use super::attempts;
use super::method::SessionMethod;
use super::service::{SignInError, SignedIn, begin, pass, refused};
use crate::accounts::Secret;
use crate::accounts::credentials::hold;
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::passkeys::{self, PasskeyError, Purpose, RelyingParty};
use crate::db::Db;
use crate::ids::SessionId;
use crate::sealing::Keyring;

/// Whether whoever passed the password may go on with a passkey.
pub(super) async fn takes_passkey(db: &Db, step: &Secret) -> Result<bool, SignInError> {
    let now = db.clock().now();
    let account = links::open(db.reader(), step, LinkPurpose::SecondFactor, now).await?;
    Ok(match account {
        Some(account) => passkeys::any(db.reader(), account).await?,
        None => false,
    })
}

/// What somebody presents with a passkey.
#[derive(Clone, Debug)]
pub(super) struct PasskeySignIn<'a> {
    /// The question, as far as it is one of ours.
    pub(super) token: Option<Secret>,
    /// What the device answered.
    pub(super) answer: &'a str,
    /// Where it comes from, if that is known.
    pub(super) address: Option<IpAddr>,
    /// A session the browser holds already; it ends.
    pub(super) earlier: Option<SessionId>,
}

/// Begins the session of whoever's device answered right.
pub(super) async fn sign_in_with_passkey(
    db: &Db,
    ring: &Keyring,
    party: &RelyingParty,
    asked: PasskeySignIn<'_>,
) -> Result<SignedIn, SignInError> {
    attempts::count_nameless(db, ring, asked.address)
        .await?
        .map_err(SignInError::TooMany)?;
    let token = asked.token.ok_or(SignInError::Refused)?;
    let about = (Purpose::SignIn, None);
    let proven = match passkeys::check(db, party, (&token, asked.answer), about).await {
        Ok(proven) => proven,
        Err(error) => {
            refused(db, None).await?;
            return Err(error.into());
        }
    };
    let txn = db.begin().await?;
    if !hold(&txn, proven.account, None).await? {
        return Err(SignInError::Refused);
    }
    proven.note(&txn).await?;
    begin(txn, proven.account, SessionMethod::Passkey, asked.earlier).await
}

/// Begins the session of whoever passed the password and whose device answered right.
pub(super) async fn finish_with_passkey(
    db: &Db,
    party: &RelyingParty,
    (step, token, answer): (&Secret, &Secret, &str),
    earlier: Option<SessionId>,
) -> Result<SignedIn, SignInError> {
    let now = db.clock().now();
    let account = links::open(db.reader(), step, LinkPurpose::SecondFactor, now)
        .await?
        .ok_or(SignInError::StepOver)?;
    let about = (Purpose::Step, Some(account));
    let proven = match passkeys::check(db, party, (token, answer), about).await {
        Ok(proven) => proven,
        Err(error) => {
            refused(db, Some(account)).await?;
            return Err(error.into());
        }
    };
    let txn = db.begin().await?;
    pass(&txn, account, step).await?;
    proven.note(&txn).await?;
    begin(txn, account, SessionMethod::Passkey, earlier).await
}

impl From<PasskeyError> for SignInError {
    fn from(error: PasskeyError) -> Self {
        match error {
            PasskeyError::Storage(error) => Self::Storage(error),
            PasskeyError::NotHere
            | PasskeyError::Over
            | PasskeyError::Refused
            | PasskeyError::NotFound
            | PasskeyError::TooMany
            | PasskeyError::SessionNeeded
            | PasskeyError::Credential(_)
            | PasskeyError::Webauthn(_) => Self::Refused,
        }
    }
}
