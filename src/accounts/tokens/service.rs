//! Listing, issuing and revoking the own tokens.

use serde_json::json;

use super::store;
use crate::access::action::{IssueToken, ReadTokens, RevokeToken};
use crate::access::{Permit, TokenScope};
use crate::accounts::credentials::{self, CredentialError};
use crate::accounts::password::Passwords;
use crate::accounts::store::insert_token;
use crate::accounts::{AccountNotice, BearerToken, TokenTerms};
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::ids::TokenId;
use crate::sealing::Keyring;

/// Tokens an account holds at most.
pub(in crate::accounts) const MOST: usize = 20;

/// Why a token was not issued or revoked.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// There is none such.
    #[error("there is no such token")]
    NotFound,
    /// The account holds as many as it may.
    #[error("an account holds at most 20 tokens")]
    TooMany,
    /// A token makes no tokens: sign in.
    #[error("a token cannot do this")]
    SessionNeeded,
    /// The password was not right, or could not be checked.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for TokenError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// A token as its owner sees it: not the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldToken {
    /// Its id.
    pub id: TokenId,
    /// The name its owner gave it.
    pub label: String,
    /// What it may be used for.
    pub scopes: Vec<TokenScope>,
    /// When it was issued.
    pub created_at: Instant,
    /// When it works no more.
    pub expires_at: Instant,
    /// When it was last used, give or take a minute.
    pub last_used_at: Option<Instant>,
}

/// The tokens of whoever holds the permit, newest first.
///
/// # Errors
/// Storage failed.
pub async fn tokens(db: &Db, permit: &Permit<ReadTokens>) -> Result<Vec<HeldToken>, StorageError> {
    store::list(db.reader(), permit.caller().account).await
}

/// Issues a token; it is shown here and never again. It outlives the session, so the password is asked for.
///
/// # Errors
/// No session, the password wrong, too many tokens, or storage failed.
pub async fn issue(
    db: &Db,
    ring: &Keyring,
    passwords: &Passwords,
    (permit, terms, password): (&Permit<IssueToken>, &TokenTerms, &str),
) -> Result<(HeldToken, BearerToken), TokenError> {
    let account = permit.caller().account;
    permit.caller().session.ok_or(TokenError::SessionNeeded)?;
    let confirmed = credentials::confirm(db, ring, passwords, (account, password)).await?;
    let mut txn = db.begin().await?;
    credentials::hold_confirmed(&txn, account, &confirmed).await?;
    let token = BearerToken::random();
    let id = insert_token(&txn, account, &token, terms).await?;
    let held = store::list(txn.connection(), account).await?;
    if held.len() > MOST {
        return Err(TokenError::TooMany);
    }
    let details = json!({
        "token": id, "after": { "scopes": terms.scopes, "days": terms.days },
    });
    audit(&mut txn, permit, "token.issued", details);
    AccountNotice::TokenIssued.plan(&mut txn, account);
    txn.commit().await?;
    let held = held.into_iter().find(|held| held.id == id);
    Ok((held.ok_or(TokenError::NotFound)?, token))
}

/// Revokes one of the own tokens.
///
/// # Errors
/// No session, none such, or storage failed.
pub async fn revoke(db: &Db, permit: &Permit<RevokeToken>, id: TokenId) -> Result<(), TokenError> {
    permit.caller().session.ok_or(TokenError::SessionNeeded)?;
    let mut txn = db.begin().await?;
    if !store::revoke(&txn, permit.caller().account, id).await? {
        return Err(TokenError::NotFound);
    }
    let details = json!({
        "token": id, "before": { "revoked": false }, "after": { "revoked": true },
    });
    audit(&mut txn, permit, "token.revoked", details);
    txn.commit().await?;
    Ok(())
}

fn audit<A: crate::access::Action>(
    txn: &mut Txn,
    permit: &Permit<A>,
    action: &'static str,
    details: serde_json::Value,
) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: permit.caller().account.to_string(),
        details,
    });
}
