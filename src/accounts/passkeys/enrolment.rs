//! Making, listing and removing the own passkeys.

use serde_json::{Value, json};
use webauthn_rs::prelude::{CredentialID, PasskeyRegistration, RegisterPublicKeyCredential};

use super::store::{self, Purpose};
use super::{PasskeyError, Question, RelyingParty};
use crate::access::Permit;
use crate::access::action::{AddPasskey, ReadSelf, RemovePasskey};
use crate::accounts::password::Passwords;
use crate::accounts::session::{self, SessionMethod};
use crate::accounts::{AccountNotice, Secret, credentials, links, second_factor};
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::ids::{PasskeyId, SessionId};
use crate::sealing::Keyring;

/// Passkeys an account holds at most.
const MOST: usize = 10;

/// A passkey as its owner sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldPasskey {
    /// Its id.
    pub id: PasskeyId,
    /// When it was made.
    pub created_at: Instant,
    /// When it was last used.
    pub last_used_at: Option<Instant>,
}

/// The passkeys of whoever holds the permit, oldest first.
///
/// # Errors
/// Storage failed.
pub async fn list(db: &Db, permit: &Permit<ReadSelf>) -> Result<Vec<HeldPasskey>, StorageError> {
    let held = store::of(db.reader(), permit.caller().account).await?;
    let seen = |stored: store::Stored| HeldPasskey {
        id: stored.id,
        created_at: stored.created_at,
        last_used_at: stored.last_used_at,
    };
    Ok(held.into_iter().map(seen).collect())
}

/// Asks a device to make a key for the account.
///
/// # Errors
/// No session, no passkeys here, too many of them, or storage failed.
pub async fn ask_to_enrol(
    db: &Db,
    ring: &Keyring,
    party: &RelyingParty,
    permit: &Permit<AddPasskey>,
) -> Result<Question, PasskeyError> {
    let account = permit.caller().account;
    permit.caller().session.ok_or(PasskeyError::SessionNeeded)?;
    let webauthn = party.webauthn().ok_or(PasskeyError::NotHere)?;
    let held = store::of(db.reader(), account).await?;
    if held.len() >= MOST {
        return Err(PasskeyError::TooMany);
    }
    let known: Vec<CredentialID> = held
        .iter()
        .map(|stored| stored.key.cred_id().clone())
        .collect();
    let email = crate::accounts::store::email(db, ring, account).await?;
    let (challenge, state) = webauthn
        .start_passkey_registration(account.0, &email, &email, Some(known))
        .map_err(PasskeyError::Webauthn)?;
    let token = store::begin(db, Purpose::Enrol, Some(account), &state).await?;
    let mut question = Question::new(token, &challenge)?;
    // A key the device can name by itself signs in without an address typed first.
    if let Some(Value::Object(selection)) = question.options.get_mut("authenticatorSelection") {
        selection.insert("residentKey".to_owned(), json!("preferred"));
    }
    Ok(question)
}

/// Takes the new key. All other sessions end. Recovery codes, where the account had none, are shown here and never again.
///
/// # Errors
/// The question is over, the answer not right, too many keys, or storage failed.
pub async fn enrol(
    db: &Db,
    ring: &Keyring,
    party: &RelyingParty,
    (permit, token, answer): (&Permit<AddPasskey>, &Secret, &str),
) -> Result<Option<Vec<String>>, PasskeyError> {
    let account = permit.caller().account;
    let session = permit.caller().session;
    let session = session.ok_or(PasskeyError::SessionNeeded)?;
    let webauthn = party.webauthn().ok_or(PasskeyError::NotHere)?;
    let state = store::take::<PasskeyRegistration>(db, token, Purpose::Enrol, Some(account));
    let state = state.await?.ok_or(PasskeyError::Over)?;
    let answer = serde_json::from_str::<RegisterPublicKeyCredential>(answer);
    let answer = answer.map_err(|_| PasskeyError::Refused)?;
    let key = webauthn.finish_passkey_registration(&answer, &state);
    let key = key.map_err(|_| PasskeyError::Refused)?;
    let mut txn = db.begin().await?;
    hold(&txn, permit, session).await?;
    let is_known = store::by_credential(txn.connection(), key.cred_id().as_ref()).await?;
    if is_known.is_some() {
        return Err(PasskeyError::Refused);
    }
    if store::of(txn.connection(), account).await?.len() >= MOST {
        return Err(PasskeyError::TooMany);
    }
    let id = store::insert(&txn, account, &key).await?;
    let codes = second_factor::codes_for_the_first(&txn, ring, account).await?;
    links::use_up_all(&txn, account).await?;
    session::end_all(&txn, account, Some(session)).await?;
    session::prove(&txn, session, SessionMethod::Passkey).await?;
    audit(&mut txn, permit, "account.passkey_added", id);
    AccountNotice::PasskeyAdded.plan(&mut txn, account);
    txn.commit().await?;
    Ok(codes)
}

/// Removes one of the own passkeys. All other sessions end. Whoever removes the last factor shows that the password
/// stands alone.
///
/// # Errors
/// No session, none such, the password wrong or too weak alone, or storage failed.
pub async fn remove(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, id, password): (&Permit<RemovePasskey>, PasskeyId, &str),
) -> Result<(), PasskeyError> {
    let account = permit.caller().account;
    let session = permit.caller().session;
    let session = session.ok_or(PasskeyError::SessionNeeded)?;
    let is_shown = !password.is_empty();
    let confirmed = if is_shown {
        let confirmed = credentials::confirm(db, ring, passwords, (account, password)).await?;
        credentials::stands_alone(db, ring, account, password).await?;
        Some(confirmed)
    } else {
        None
    };
    let mut txn = db.begin().await?;
    hold(&txn, permit, session).await?;
    if !store::remove(&txn, account, id).await? {
        return Err(PasskeyError::NotFound);
    }
    if !second_factor::is_left(&txn, account).await? {
        let confirmed = confirmed.ok_or(credentials::CredentialError::WrongOld)?;
        credentials::hold_confirmed(&txn, account, &confirmed).await?;
        second_factor::remove_codes(&txn, account).await?;
    }
    links::use_up_all(&txn, account).await?;
    session::end_all(&txn, account, Some(session)).await?;
    audit(&mut txn, permit, "account.passkey_removed", id);
    AccountNotice::PasskeyRemoved.plan(&mut txn, account);
    txn.commit().await?;
    Ok(())
}

/// Holds account and session: what was confirmed must still be when it is written.
async fn hold<A: crate::access::Action>(
    txn: &Txn,
    permit: &Permit<A>,
    session: SessionId,
) -> Result<(), PasskeyError> {
    let is_open = credentials::hold(txn, permit.caller().account, None).await?;
    if is_open && session::is_open(txn, session).await? {
        Ok(())
    } else {
        Err(PasskeyError::Over)
    }
}

fn audit<A: crate::access::Action>(
    txn: &mut Txn,
    permit: &Permit<A>,
    action: &'static str,
    passkey: PasskeyId,
) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: permit.caller().account.to_string(),
        details: json!({ "passkey": passkey }),
    });
}
