//! Confirming a session with a passkey, or with the password and what the account has besides.

use serde_json::json;

use crate::access::Permit;
use crate::access::action::ConfirmSession;
use crate::accounts::passkeys::{self, PasskeyError, Purpose, Question, RelyingParty};
use crate::accounts::password::Passwords;
use crate::accounts::session::SessionMethod;
use crate::accounts::session::store;
use crate::accounts::{CredentialError, SecondFactorError, Secret, credentials, second_factor};
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::ids::SessionId;
use crate::sealing::Keyring;

/// Why a session was not confirmed.
#[derive(Debug, thiserror::Error)]
pub(super) enum ConfirmationError {
    /// A token cannot do this: sign in.
    #[error("a token cannot do this")]
    SessionNeeded,
    /// The session has ended.
    #[error("the session has ended")]
    Ended,
    /// Who has a passkey uses it, or a recovery code.
    #[error("a passkey or a recovery code is needed")]
    PasskeyNeeded,
    /// The password was not right.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// The code was not right.
    #[error(transparent)]
    Code(#[from] SecondFactorError),
    /// The passkey was not right.
    #[error(transparent)]
    Passkey(#[from] PasskeyError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for ConfirmationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// What an account confirms with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConfirmationNeeds {
    /// The password.
    Password,
    /// The password, and digits or a recovery code.
    PasswordAndCode,
    /// A passkey, or the password and a recovery code.
    Passkey,
}

/// What the account of whoever holds the permit confirms with.
///
/// # Errors
/// Storage failed.
pub(super) async fn needs(
    db: &Db,
    permit: &Permit<ConfirmSession>,
) -> Result<ConfirmationNeeds, StorageError> {
    let account = permit.caller().account;
    if passkeys::any(db.reader(), account).await? {
        return Ok(ConfirmationNeeds::Passkey);
    }
    Ok(if second_factor::is_set(db, account).await? {
        ConfirmationNeeds::PasswordAndCode
    } else {
        ConfirmationNeeds::Password
    })
}

/// Confirms with the password and, where the account has a second factor, digits or a recovery code.
pub(super) async fn with_password(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, password, code): (&Permit<ConfirmSession>, &str, &str),
) -> Result<(), ConfirmationError> {
    let account = permit.caller().account;
    let session = session(permit)?;
    let needs = needs(db, permit).await?;
    let confirmed = credentials::confirm(db, ring, passwords, (account, password)).await?;
    let method = match needs {
        ConfirmationNeeds::Password => SessionMethod::Password,
        ConfirmationNeeds::PasswordAndCode | ConfirmationNeeds::Passkey => {
            second_factor::check(db, ring, account, code).await?
        }
    };
    let mut txn = db.begin().await?;
    credentials::hold_confirmed(&txn, account, &confirmed).await?;
    if !method.confirms(passkeys::any(txn.connection(), account).await?) {
        return Err(ConfirmationError::PasskeyNeeded);
    }
    prove(&mut txn, permit, session, method).await?;
    txn.commit().await?;
    Ok(())
}

/// Asks the account's passkeys.
pub(super) async fn ask(
    db: &Db,
    party: &RelyingParty,
    permit: &Permit<ConfirmSession>,
) -> Result<Question, ConfirmationError> {
    session(permit)?;
    Ok(passkeys::ask(db, party, permit.caller().account, Purpose::Confirm).await?)
}

/// Confirms with a passkey.
pub(super) async fn with_passkey(
    db: &Db,
    party: &RelyingParty,
    (permit, token, answer): (&Permit<ConfirmSession>, &Secret, &str),
) -> Result<(), ConfirmationError> {
    let account = permit.caller().account;
    let session = session(permit)?;
    let about = (Purpose::Confirm, Some(account));
    let proven = passkeys::check(db, party, (token, answer), about).await?;
    let mut txn = db.begin().await?;
    if !credentials::hold(&txn, account, None).await? {
        return Err(ConfirmationError::Ended);
    }
    proven.note(&txn).await?;
    prove(&mut txn, permit, session, SessionMethod::Passkey).await?;
    txn.commit().await?;
    Ok(())
}

async fn prove(
    txn: &mut Txn,
    permit: &Permit<ConfirmSession>,
    session: SessionId,
    method: SessionMethod,
) -> Result<(), ConfirmationError> {
    if !store::prove(txn, session, method).await? {
        return Err(ConfirmationError::Ended);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "session.confirmed",
        subject: permit.caller().account.to_string(),
        details: json!({ "session": session, "method": <&str>::from(method) }),
    });
    Ok(())
}

fn session(permit: &Permit<ConfirmSession>) -> Result<SessionId, ConfirmationError> {
    let session = permit.caller().session;
    session.ok_or(ConfirmationError::SessionNeeded)
}
