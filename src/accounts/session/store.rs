//! Queries of sessions and attempts.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

use super::lifetime::{self, LONGEST};
use super::method::{SessionMethod, is_fresh};
use crate::access::{self, Caller, Grant, TokenScope};
use crate::accounts::Secret;
use crate::accounts::{administration, links, notices, passkeys};
use crate::attempts;
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::{account, session};
use crate::ids::{self, AccountId, SessionId};

/// A session is noted as seen at most this often, in seconds: reading costs no write each time.
const SEEN_EVERY: i64 = 60;

/// Account and password hash behind a keyed hash of a mail address; only open accounts.
pub(super) async fn password_of(
    db: &Db,
    lookup: &[u8],
) -> Result<Option<(AccountId, Option<String>)>, DbErr> {
    let found = account::Entity::find()
        .filter(account::Column::EmailLookup.eq(lookup))
        .filter(account::Column::ClosedAt.is_null())
        .one(db.reader())
        .await?;
    Ok(found.map(|account| (account.id, account.password_hash)))
}

pub(super) async fn insert(
    txn: &Txn,
    account: AccountId,
    token: &Secret,
    (method, is_confirmed): (SessionMethod, bool),
) -> Result<SessionId, DbErr> {
    let row = session::Model {
        id: SessionId(ids::ordered(txn.now())),
        account_id: account,
        token_hash: token.hash(),
        started_at: txn.now(),
        seen_at: txn.now(),
        ended_at: None,
        method: <&str>::from(method).to_owned(),
        confirmed_at: is_confirmed.then(|| txn.now()),
    };
    let id = row.id;
    row.into_active_model().insert(txn.connection()).await?;
    Ok(id)
}

/// Notes a new proof of a session; `false` when it has ended.
pub(in crate::accounts) async fn prove(
    txn: &Txn,
    id: SessionId,
    method: SessionMethod,
) -> Result<bool, DbErr> {
    let result = session::Entity::update_many()
        .col_expr(session::Column::Method, Expr::value(<&str>::from(method)))
        .col_expr(session::Column::ConfirmedAt, Expr::value(txn.now()))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::EndedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Whether a session has not ended.
pub(in crate::accounts) async fn is_open(txn: &Txn, id: SessionId) -> Result<bool, DbErr> {
    let found = session::Entity::find_by_id(id)
        .filter(session::Column::EndedAt.is_null())
        .one(txn.connection())
        .await?;
    Ok(found.is_some())
}

/// Ends a session; `false` when it has ended before.
pub(super) async fn end(txn: &Txn, id: SessionId) -> Result<bool, DbErr> {
    let result = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(txn.now()))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::EndedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Ends all sessions of an account but one.
pub(in crate::accounts) async fn end_all(
    txn: &Txn,
    account: AccountId,
    but: Option<SessionId>,
) -> Result<u64, DbErr> {
    let mut ended = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(txn.now()))
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::EndedAt.is_null());
    if let Some(but) = but {
        ended = ended.filter(session::Column::Id.ne(but));
    }
    Ok(ended.exec(txn.connection()).await?.rows_affected)
}

/// A session somebody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldSession {
    /// Its id.
    pub id: SessionId,
    /// When it began.
    pub started_at: Instant,
    /// When it was last used.
    pub seen_at: Instant,
}

/// The sessions of an account that hold now, the last used first.
pub(super) async fn held(
    db: &Db,
    account: AccountId,
    grants: &[Grant],
) -> Result<Vec<HeldSession>, DbErr> {
    let now = db.clock().now();
    let rows = session::Entity::find()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::EndedAt.is_null())
        .order_by_desc(session::Column::SeenAt)
        .all(db.reader())
        .await?;
    let held = rows
        .into_iter()
        .filter(|row| lifetime::holds(grants, row.started_at, row.seen_at, now));
    Ok(held
        .map(|row| HeldSession {
            id: row.id,
            started_at: row.started_at,
            seen_at: row.seen_at,
        })
        .collect())
}

/// Ends a session of an account; `false` when there is none to end.
pub(super) async fn end_of(txn: &Txn, account: AccountId, id: SessionId) -> Result<bool, DbErr> {
    let result = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(txn.now()))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::EndedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Who holds this session now, and what it was proven with.
pub(in crate::accounts) async fn caller(
    db: &Db,
    token: &Secret,
) -> Result<Option<(Caller, SessionMethod)>, StorageError> {
    let now = db.clock().now();
    let found = session::Entity::find()
        .filter(session::Column::TokenHash.eq(token.hash()))
        .filter(session::Column::EndedAt.is_null())
        .one(db.reader())
        .await?;
    let Some(session) = found else {
        return Ok(None);
    };
    let Some(grants) = access::grants_of_open(db.reader(), session.account_id, now).await? else {
        return Ok(None);
    };
    if !lifetime::holds(&grants, session.started_at, session.seen_at, now) {
        return Ok(None);
    }
    if session.seen_at.plus_seconds(SEEN_EVERY) <= now {
        see(db, session.id, now).await;
    }
    let method = session
        .method
        .parse()
        .map_err(|_| StorageError::Corrupt("sessions.method"))?;
    let caller = Caller {
        account: session.account_id,
        grants,
        token_scopes: vec![TokenScope::Read, TokenScope::Write, TokenScope::Reveal],
        session: Some(session.id),
        owes_second_factor: false,
        is_confirmed: is_fresh(session.confirmed_at, now),
    };
    Ok(Some((caller, method)))
}

/// Notes that a session is in use. When that cannot be written, it only ends sooner.
async fn see(db: &Db, id: SessionId, now: Instant) {
    let write = async {
        let txn = db.begin().await?;
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .filter(session::Column::Id.eq(id))
            .filter(session::Column::SeenAt.lt(now))
            .exec(txn.connection())
            .await?;
        txn.commit().await
    };
    if let Err(error) = write.await {
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            "a session cannot be noted as seen"
        );
    }
}

/// Forgets sessions that began so many days ago, and links and attempts that can matter no more.
///
/// # Errors
/// The database failed.
pub async fn forget_old(db: &Db, session_days: i64) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    // However short the period: a session that may still hold is not forgotten.
    let oldest = txn
        .now()
        .plus_seconds(-Ord::max(LONGEST, session_days * 86_400));
    session::Entity::delete_many()
        .filter(session::Column::StartedAt.lt(oldest))
        .exec(txn.connection())
        .await?;
    links::forget_old(&txn).await?;
    notices::forget_old(&txn).await?;
    passkeys::forget_old(&txn).await?;
    administration::forget_old(&txn).await?;
    attempts::forget_old(&txn).await?;
    txn.commit().await?;
    Ok(())
}
