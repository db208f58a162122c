//! Asking a device to prove that its owner is there, and checking what it answers.

use serde_json::Value;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PasskeyAuthentication,
    PublicKeyCredential, RequestChallengeResponse, WebauthnError,
};

use super::RelyingParty;
use super::store::{self, Purpose, Stored};
use crate::accounts::{CredentialError, Secret};
use crate::db::{Db, StorageError};
use crate::ids::AccountId;

/// Why a passkey was not made, used or removed.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The installation has no name a key could be bound to.
    #[error("passkeys need an address with a host name")]
    NotHere,
    /// The question is unknown, answered, or too old.
    #[error("the question was answered or is too old")]
    Over,
    /// The answer is not that of a device of this account.
    #[error("the device's answer is not right")]
    Refused,
    /// There is none such.
    #[error("there is no such passkey")]
    NotFound,
    /// The account holds as many as it may.
    #[error("an account holds at most 10 passkeys")]
    TooMany,
    /// A token cannot do this: sign in.
    #[error("a token cannot do this")]
    SessionNeeded,
    /// The password was not right, or is not good enough alone.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// The question could not be made.
    #[error("the question for the device cannot be made")]
    Webauthn(#[source] WebauthnError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for PasskeyError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<crate::sealing::SealError> for PasskeyError {
    fn from(error: crate::sealing::SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// What a page hands to a device.
#[derive(Clone, Debug)]
pub struct Question {
    /// Goes back with the answer.
    pub token: Secret,
    /// `publicKey` of `navigator.credentials`, with its bytes as base64url.
    pub options: Value,
}

impl Question {
    pub(super) fn new<T: serde::Serialize>(
        token: Secret,
        challenge: &T,
    ) -> Result<Self, PasskeyError> {
        let whole = serde_json::to_value(challenge);
        let whole = whole.map_err(|_| StorageError::Corrupt("passkey options"))?;
        let options = whole.get("publicKey").cloned().unwrap_or_default();
        Ok(Self { token, options })
    }
}

/// Asks whichever passkey of this site the device has.
///
/// # Errors
/// No passkeys here, or storage failed.
pub(in crate::accounts) async fn ask_anybody(
    db: &Db,
    party: &RelyingParty,
) -> Result<Question, PasskeyError> {
    let webauthn = party.webauthn().ok_or(PasskeyError::NotHere)?;
    let (challenge, state) = webauthn
        .start_discoverable_authentication()
        .map_err(PasskeyError::Webauthn)?;
    asked(db, (Purpose::SignIn, None), &challenge, &state).await
}

/// Asks the passkeys of an account.
///
/// # Errors
/// No passkeys here or none of the account, or storage failed.
pub(in crate::accounts) async fn ask(
    db: &Db,
    party: &RelyingParty,
    account: AccountId,
    purpose: Purpose,
) -> Result<Question, PasskeyError> {
    let webauthn = party.webauthn().ok_or(PasskeyError::NotHere)?;
    let held = store::of(db.reader(), account).await?;
    if held.is_empty() {
        return Err(PasskeyError::NotFound);
    }
    let keys: Vec<Passkey> = held.into_iter().map(|stored| stored.key).collect();
    let (challenge, state) = webauthn
        .start_passkey_authentication(&keys)
        .map_err(PasskeyError::Webauthn)?;
    asked(db, (purpose, Some(account)), &challenge, &state).await
}

async fn asked<S: serde::Serialize>(
    db: &Db,
    (purpose, account): (Purpose, Option<AccountId>),
    challenge: &RequestChallengeResponse,
    state: &S,
) -> Result<Question, PasskeyError> {
    let token = store::begin(db, purpose, account, state).await?;
    Question::new(token, challenge)
}

/// A device's answer that was right: whose it is, and which key to note the use of.
pub(in crate::accounts) struct Proven {
    /// Whose passkey it is.
    pub(in crate::accounts) account: AccountId,
    id: crate::ids::PasskeyId,
    key: Passkey,
}

impl Proven {
    /// Notes the use in the transaction that rests on it.
    ///
    /// # Errors
    /// The passkey was removed meanwhile, or storage failed.
    pub(in crate::accounts) async fn note(&self, txn: &crate::db::Txn) -> Result<(), PasskeyError> {
        if store::used(txn, self.id, &self.key).await? {
            Ok(())
        } else {
            Err(PasskeyError::Refused)
        }
    }
}

/// Checks an answer, which uses the question up whether it is right or not.
///
/// # Errors
/// The question is over, the answer not right, or storage failed.
pub(in crate::accounts) async fn check(
    db: &Db,
    party: &RelyingParty,
    (token, answer): (&Secret, &str),
    (purpose, account): (Purpose, Option<AccountId>),
) -> Result<Proven, PasskeyError> {
    match account {
        Some(account) => check_named(db, party, (token, answer), (purpose, account)).await,
        None => check_nameless(db, party, (token, answer), purpose).await,
    }
}

async fn check_named(
    db: &Db,
    party: &RelyingParty,
    (token, answer): (&Secret, &str),
    (purpose, account): (Purpose, AccountId),
) -> Result<Proven, PasskeyError> {
    let webauthn = party.webauthn().ok_or(PasskeyError::NotHere)?;
    let state = store::take::<PasskeyAuthentication>(db, token, purpose, Some(account)).await?;
    let state = state.ok_or(PasskeyError::Over)?;
    let answer = parsed(answer)?;
    let result = webauthn.finish_passkey_authentication(&answer, &state);
    let result = result.map_err(|_| PasskeyError::Refused)?;
    let stored = find(db, result.cred_id().as_ref()).await?;
    proven(stored, account, &result)
}

async fn check_nameless(
    db: &Db,
    party: &RelyingParty,
    (token, answer): (&Secret, &str),
    purpose: Purpose,
) -> Result<Proven, PasskeyError> {
    let webauthn = party.webauthn().ok_or(PasskeyError::NotHere)?;
    let state = store::take::<DiscoverableAuthentication>(db, token, purpose, None).await?;
    let state = state.ok_or(PasskeyError::Over)?;
    let answer = parsed(answer)?;
    let named = webauthn.identify_discoverable_authentication(&answer);
    let (owner, credential) = named.map_err(|_| PasskeyError::Refused)?;
    let stored = find(db, credential).await?;
    let result = webauthn.finish_discoverable_authentication_v2(&answer, state, &stored.key);
    let result = result.map_err(|_| PasskeyError::Refused)?;
    proven(stored, AccountId(owner), &result)
}

fn parsed(answer: &str) -> Result<PublicKeyCredential, PasskeyError> {
    serde_json::from_str(answer).map_err(|_| PasskeyError::Refused)
}

async fn find(db: &Db, credential: &[u8]) -> Result<Stored, PasskeyError> {
    let stored = store::by_credential(db.reader(), credential).await?;
    stored.ok_or(PasskeyError::Refused)
}

/// Only a key of the account that the question or the device named.
fn proven(
    stored: Stored,
    owner: AccountId,
    result: &AuthenticationResult,
) -> Result<Proven, PasskeyError> {
    let Stored {
        id,
        account,
        mut key,
        ..
    } = stored;
    if account != owner {
        return Err(PasskeyError::Refused);
    }
    key.update_credential(result);
    Ok(Proven { account, id, key })
}
