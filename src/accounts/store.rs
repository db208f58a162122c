//! Queries of accounts, grants and tokens.

use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use super::service::TokenTerms;
use super::token::BearerToken;
use crate::access::{Caller, Grant, TokenScope};
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::{account, api_token, data_key, role_grant};
use crate::ids::{self, AccountId, TokenId};
use crate::sealing::WrappedKey;

/// An account as it is stored: its mail address sealed, its password hashed.
#[derive(Clone, Debug)]
pub struct SealedAccount {
    /// Its id.
    pub id: AccountId,
    /// Keyed hash of the mail address.
    pub email_lookup: Vec<u8>,
    /// The mail address under the data key.
    pub sealed_email: Vec<u8>,
    /// The data key under the keyring.
    pub data_key: WrappedKey,
    /// PHC string.
    pub password_hash: Option<String>,
    /// Its roles.
    pub grants: Vec<Grant>,
}

/// Inserts an account with its roles.
///
/// # Errors
/// The mail address is taken, or the database failed.
pub async fn insert(txn: &Txn, account: SealedAccount) -> Result<(), DbErr> {
    let SealedAccount {
        id,
        email_lookup,
        sealed_email,
        data_key,
        password_hash,
        grants,
    } = account;
    let WrappedKey {
        ring_version,
        bytes,
    } = data_key;
    let now = txn.now();
    data_key::Model {
        id: id.0,
        ring_version,
        wrapped: bytes,
    }
    .into_active_model()
    .insert(txn.connection())
    .await?;
    let row = account::Model {
        id,
        email_lookup,
        sealed_email,
        password_hash,
        created_at: now,
        closed_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    for Grant { role, organisation } in grants {
        let role = <&str>::from(role).to_owned();
        let id_of_grant = ids::ordered(now);
        let row = role_grant::Model {
            id: id_of_grant,
            account_id: id,
            role,
            organisation_id: organisation,
            granted_at: now,
            revoked_at: None,
        };
        row.into_active_model().insert(txn.connection()).await?;
    }
    Ok(())
}

/// Inserts a token of an account.
///
/// # Errors
/// The database failed.
pub async fn insert_token(
    txn: &Txn,
    account: AccountId,
    token: &BearerToken,
    terms: &TokenTerms,
) -> Result<TokenId, DbErr> {
    let scopes: Vec<&'static str> = terms.scopes.iter().map(|scope| (*scope).into()).collect();
    let row = api_token::Model {
        id: TokenId(ids::ordered(txn.now())),
        account_id: account,
        label: terms.label.clone(),
        token_hash: token.hash(),
        scopes: scopes.join(" "),
        created_at: txn.now(),
        expires_at: txn.now().plus_days(terms.days),
        revoked_at: None,
    };
    let id = row.id;
    row.into_active_model().insert(txn.connection()).await?;
    Ok(id)
}

/// The open account with this keyed hash of a mail address.
pub(super) async fn find_by_email(txn: &Txn, lookup: &[u8]) -> Result<Option<AccountId>, DbErr> {
    let found = account::Entity::find()
        .filter(account::Column::EmailLookup.eq(lookup))
        .filter(account::Column::ClosedAt.is_null())
        .one(txn.connection())
        .await?;
    Ok(found.map(|account| account.id))
}

/// Whom a token stands for now: not expired, not revoked, the account open.
pub(super) async fn caller(db: &Db, token: &BearerToken) -> Result<Option<Caller>, StorageError> {
    let now = db.clock().now();
    let found = api_token::Entity::find()
        .filter(api_token::Column::TokenHash.eq(token.hash()))
        .one(db.reader())
        .await?;
    let Some(token) = found.filter(|token| token.revoked_at.is_none() && token.expires_at > now)
    else {
        return Ok(None);
    };
    let Some(grants) = grants_of_open(db, token.account_id, now).await? else {
        return Ok(None);
    };
    let scopes: Result<Vec<TokenScope>, _> =
        token.scopes.split_whitespace().map(str::parse).collect();
    let token_scopes = scopes.map_err(|_| StorageError::Corrupt("api_tokens.scopes"))?;
    Ok(Some(Caller {
        account: token.account_id,
        grants,
        token_scopes,
        session: None,
    }))
}

/// The roles of an account now; none when it is closed.
pub(super) async fn grants_of_open(
    db: &Db,
    account: AccountId,
    now: Instant,
) -> Result<Option<Vec<Grant>>, StorageError> {
    let found = account::Entity::find_by_id(account)
        .one(db.reader())
        .await?;
    match found.filter(|account| account.closed_at.is_none()) {
        Some(account) => grants(db, account.id, now).await.map(Some),
        None => Ok(None),
    }
}

async fn grants(db: &Db, account: AccountId, now: Instant) -> Result<Vec<Grant>, StorageError> {
    let rows = role_grant::Entity::find()
        .filter(role_grant::Column::AccountId.eq(account))
        .all(db.reader())
        .await?;
    rows.into_iter()
        .filter(|row| row.revoked_at.is_none_or(|at| at > now))
        .map(|row| {
            let role = row
                .role
                .parse()
                .map_err(|_| StorageError::Corrupt("role_grants.role"))?;
            Ok(Grant {
                role,
                organisation: row.organisation_id,
            })
        })
        .collect()
}
