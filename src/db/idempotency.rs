//! A creation repeated under the same key is the same creation.

use std::fmt::Write;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Db, StorageError, Txn};
use crate::entity::idempotency_key::{ActiveModel, Column, Entity};

/// How long a key is remembered, in hours.
const KEPT_HOURS: i64 = 24;

/// A creation as its client names it.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Who and what: the account and the route.
    pub scope: String,
    /// The client's name for it.
    pub key: String,
    /// SHA-256 of the body.
    pub body_hash: [u8; 32],
}

impl Attempt {
    /// Of somebody without an account, known by what they sent: another body is another attempt.
    pub fn anonymous(route: &str, key: String, body_hash: [u8; 32]) -> Self {
        let mut scope = format!("{route} ");
        for byte in body_hash {
            // Writing to a text cannot fail.
            let _ = write!(scope, "{byte:02x}");
        }
        Self {
            scope,
            key,
            body_hash,
        }
    }

    /// One sending of a form: the same under the same token. What was changed and sent again is another one; without a
    /// token none is known.
    pub fn of_form(scope: String, (token, sent): (&str, &str)) -> Option<Self> {
        let body_hash: [u8; 32] = Sha256::digest(format!("{token} {sent}")).into();
        let key = Uuid::from_slice(&body_hash[..16]).ok()?;
        (!token.is_empty()).then(|| Self {
            scope,
            key: key.to_string(),
            body_hash,
        })
    }
}

/// What came of an attempt before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// Nothing: it is new, and now claimed for the resource.
    Nothing,
    /// The same body made this resource.
    Made(String),
    /// The key was used with another body.
    OtherBody,
}

/// Claims a key for a resource, in the transaction that makes it: a second attempt waits for the first.
///
/// # Errors
/// The database failed.
pub async fn claim(txn: &Txn, attempt: &Attempt, resource: String) -> Result<Earlier, DbErr> {
    let row = ActiveModel {
        scope: Set(attempt.scope.clone()),
        key: Set(attempt.key.clone()),
        body_hash: Set(attempt.body_hash.to_vec()),
        resource: Set(resource),
        created_at: Set(txn.now()),
    };
    let taken = OnConflict::columns([Column::Scope, Column::Key])
        .do_nothing()
        .to_owned();
    if Entity::insert(row)
        .on_conflict(taken)
        .exec_without_returning(txn.connection())
        .await?
        == 1
    {
        return Ok(Earlier::Nothing);
    }
    let earlier = Entity::find_by_id((attempt.scope.clone(), attempt.key.clone()))
        .one(txn.connection())
        .await?;
    Ok(match earlier {
        None => Earlier::Nothing,
        Some(row) if row.body_hash == attempt.body_hash => Earlier::Made(row.resource),
        Some(_) => Earlier::OtherBody,
    })
}

/// What the same attempt made before, for whoever wants to do nothing twice; [`claim`] decides.
///
/// # Errors
/// The database failed.
pub async fn made<C: ConnectionTrait>(db: &C, attempt: &Attempt) -> Result<Option<String>, DbErr> {
    let known = Entity::find_by_id((attempt.scope.clone(), attempt.key.clone()))
        .one(db)
        .await?;
    Ok(known
        .filter(|row| row.body_hash == attempt.body_hash)
        .map(|row| row.resource))
}

/// Forgets keys older than a day; how many.
///
/// # Errors
/// The database failed.
pub async fn forget_old(db: &Db) -> Result<u64, StorageError> {
    let txn = db.begin().await?;
    let oldest = txn.now().plus_seconds(-KEPT_HOURS * 3_600);
    let result = Entity::delete_many()
        .filter(Column::CreatedAt.lt(oldest))
        .exec(txn.connection())
        .await?;
    txn.commit().await?;
    Ok(result.rows_affected)
}
