//! Making accounts and tokens.

use serde_json::json;

use super::password::{self, HashingFailed};
use super::store::{self, SealedAccount};
use super::{BearerToken, EmailAddress};
use crate::access::{Grant, TokenScope};
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::AccountId;
use crate::sealing::{DataKey, Keyring, Purpose, SealError};

/// Longest life of a token in days.
const TOKEN_DAYS: i64 = 365;

/// Why an account or token was not made.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The mail address belongs to an account already.
    #[error("the mail address is taken")]
    EmailTaken,
    /// There is no account with this mail address.
    #[error("there is no such account")]
    NotFound,
    /// A role that is for an organisation needs one, the others must not have one.
    #[error("this role needs an organisation, or must not have one")]
    OrganisationMismatch,
    /// A token lives 1 to 365 days.
    #[error("a token lives 1 to 365 days")]
    TokenLife,
    /// The password could not be hashed.
    #[error(transparent)]
    Hashing(#[from] HashingFailed),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for AccountError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for AccountError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Its id.
    pub id: AccountId,
    /// Its mail address.
    pub email: EmailAddress,
    /// Its password, if it has one from the start.
    pub password: Option<String>,
    /// Its roles.
    pub grants: Vec<Grant>,
}

/// Makes an account.
///
/// # Errors
/// The mail address is taken, a role and its organisation do not fit, or storage failed.
pub async fn create(
    db: &Db,
    ring: &Keyring,
    actor: Actor,
    new: NewAccount,
) -> Result<AccountId, AccountError> {
    let mut txn = db.begin().await?;
    if store::is_taken(&txn, &email_lookup(ring, &new.email)?).await? {
        return Err(AccountError::EmailTaken);
    }
    store::insert(&txn, new.seal(ring)?).await?;
    let roles: Vec<_> = new
        .grants
        .iter()
        .map(|Grant { role, organisation }| json!({ "role": role, "organisation": organisation }))
        .collect();
    audit(
        &mut txn,
        actor,
        "account.created",
        new.id,
        json!({ "before": { "roles": [] }, "after": { "roles": roles } }),
    );
    txn.commit().await?;
    Ok(new.id)
}

/// Makes a token for the account with this mail address; it is shown here and never again.
///
/// # Errors
/// No such account, a life outside 1 to 365 days, or storage failed.
pub async fn issue_token(
    db: &Db,
    ring: &Keyring,
    email: &EmailAddress,
    terms: TokenTerms,
) -> Result<BearerToken, AccountError> {
    if !(1..=TOKEN_DAYS).contains(&terms.days) {
        return Err(AccountError::TokenLife);
    }
    let mut txn = db.begin().await?;
    let account = store::find_by_email(&txn, &email_lookup(ring, email)?)
        .await?
        .ok_or(AccountError::NotFound)?;
    let token = BearerToken::random();
    let id = store::insert_token(&txn, account, &token, &terms).await?;
    audit(
        &mut txn,
        Actor::Operator,
        "token.issued",
        account,
        json!({ "token": id, "after": { "scopes": terms.scopes, "days": terms.days } }),
    );
    txn.commit().await?;
    Ok(token)
}

/// The open account with this mail address.
///
/// # Errors
/// No such account, or storage failed.
pub async fn id_of(
    db: &Db,
    ring: &Keyring,
    email: &EmailAddress,
) -> Result<AccountId, AccountError> {
    let txn = db.begin().await?;
    let found = store::find_by_email(&txn, &email_lookup(ring, email)?).await?;
    txn.rollback().await?;
    found.ok_or(AccountError::NotFound)
}

/// What a token is for and how long.
#[derive(Clone, Debug)]
pub struct TokenTerms {
    /// A name its owner recognises.
    pub label: String,
    /// What it may be used for.
    pub scopes: Vec<TokenScope>,
    /// Life in days.
    pub days: i64,
}

impl NewAccount {
    /// The account as it is stored, its mail address sealed under a new data key.
    ///
    /// # Errors
    /// A role and its organisation do not fit, or hashing or sealing failed.
    pub fn seal(&self, ring: &Keyring) -> Result<SealedAccount, AccountError> {
        if self
            .grants
            .iter()
            .any(|grant| grant.role.is_for_an_organisation() != grant.organisation.is_some())
        {
            return Err(AccountError::OrganisationMismatch);
        }
        let key = DataKey::random();
        let place = store::email_place(self.id);
        Ok(SealedAccount {
            id: self.id,
            email_lookup: email_lookup(ring, &self.email)?,
            sealed_email: key.seal(self.email.as_str().as_bytes(), place)?,
            data_key: key.wrap(ring, self.id.0)?,
            password_hash: self.password.as_deref().map(password::hash).transpose()?,
            grants: self.grants.clone(),
        })
    }
}

pub(super) fn email_lookup(ring: &Keyring, email: &EmailAddress) -> Result<Vec<u8>, SealError> {
    Ok(ring
        .keyed_hash(Purpose::EmailLookup, email.as_str().as_bytes())?
        .to_vec())
}

fn audit(
    txn: &mut Txn,
    actor: Actor,
    action: &'static str,
    subject: AccountId,
    details: serde_json::Value,
) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: subject.to_string(),
        details,
    });
}
