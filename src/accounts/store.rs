//! Queries of accounts, grants and tokens.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use super::service::TokenTerms;
use super::token::BearerToken;
use crate::access::{self, Caller, Grant, TokenScope};
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::{account, api_token, data_key, role_grant};
use crate::ids::{self, AccountId, TokenId};
use crate::sealed;
use crate::sealing::{DataKey, Keyring, Place, WrappedKey};

/// The use of a token is noted at most this often, in seconds: reading costs no write each time.
const USED_EVERY: i64 = 60;

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
            delegated_by: None,
            ended_by_admin: false,
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
        last_used_at: None,
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

/// Whether an account has this keyed hash of a mail address; a closed one keeps it, for the day it is reopened.
pub(super) async fn is_taken(txn: &Txn, lookup: &[u8]) -> Result<bool, DbErr> {
    let found = account::Entity::find().filter(account::Column::EmailLookup.eq(lookup));
    Ok(found.one(txn.connection()).await?.is_some())
}

/// The data key of an account.
pub(super) async fn data_key(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
) -> Result<DataKey, StorageError> {
    let key = sealed::key(db.reader(), ring, account.0).await?;
    key.ok_or(StorageError::Corrupt("data_keys"))
}

/// The mail address of an account; empty when the account is gone.
pub(super) async fn email(
    db: &Db,
    ring: &Keyring,
    account: AccountId,
) -> Result<String, StorageError> {
    let Some(row) = account::Entity::find_by_id(account)
        .one(db.reader())
        .await?
    else {
        return Ok(String::new());
    };
    // Of who was erased the row stays, without address and key.
    if row.sealed_email.is_empty() {
        return Ok(String::new());
    }
    let key = data_key(db, ring, account).await?;
    let opened = key.open(&row.sealed_email, email_place(account))?;
    Ok(String::from_utf8_lossy(&opened).into_owned())
}

/// Where a mail address stands.
pub(super) fn email_place(account: AccountId) -> Place {
    Place {
        table: "accounts",
        column: "sealed_email",
        id: account.0,
    }
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
    let Some(grants) = access::grants_of_open(db.reader(), token.account_id, now).await? else {
        return Ok(None);
    };
    if token
        .last_used_at
        .is_none_or(|at| at.plus_seconds(USED_EVERY) <= now)
    {
        note_use(db, token.id, now).await;
    }
    let scopes: Result<Vec<TokenScope>, _> =
        token.scopes.split_whitespace().map(str::parse).collect();
    let token_scopes = scopes.map_err(|_| StorageError::Corrupt("api_tokens.scopes"))?;
    Ok(Some(Caller {
        account: token.account_id,
        grants,
        token_scopes,
        session: None,
        owes_second_factor: false,
        is_confirmed: false,
    }))
}

/// Notes that a token is in use. When that cannot be written, nothing is lost but the note.
async fn note_use(db: &Db, id: TokenId, now: Instant) {
    let write = async {
        let txn = db.begin().await?;
        api_token::Entity::update_many()
            .col_expr(api_token::Column::LastUsedAt, Expr::value(now))
            .filter(api_token::Column::Id.eq(id))
            .exec(txn.connection())
            .await?;
        txn.commit().await
    };
    if let Err(error) = write.await {
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            "the use of a token cannot be noted"
        );
    }
}
