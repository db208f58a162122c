//! Queries of other people's accounts.

mod proposal;
mod role;

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, SqlErr,
};

pub(in crate::accounts) use proposal::forget_old;
pub(super) use proposal::{discard, proposals, propose, proposed_by, take_up};
pub(in crate::accounts) use role::give_expert_role;
pub use role::{admins, has_other_admin};
pub(super) use role::{grant, held, is_organisation, revoke};

use super::KeepError;
use super::model::{AccountFilter, AccountState, KeptAccount};
use crate::accounts::SealedAccount;
use crate::accounts::store as accounts;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::{account, api_token, data_key, organisation, role_grant, session};
use crate::ids::AccountId;
use crate::sealing::{DataKey, Keyring, WrappedKey};

/// Accounts that were not erased.
fn there() -> Condition {
    Condition::all().add(account::Column::SealedEmail.ne(Vec::<u8>::new()))
}

/// The accounts a list asks for, the newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    filter: &AccountFilter,
    limit: u64,
) -> Result<Vec<account::Model>, DbErr> {
    use account::Column;
    let mut condition = there().add_option(filter.after.map(|after| Column::Id.lt(after)));
    condition = match filter.state {
        None => condition,
        Some(AccountState::Closed) => condition.add(Column::ClosedAt.is_not_null()),
        Some(AccountState::Open) => condition
            .add(Column::ClosedAt.is_null())
            .add(Column::PasswordHash.is_not_null()),
        Some(AccountState::Invited) => condition
            .add(Column::ClosedAt.is_null())
            .add(Column::PasswordHash.is_null()),
    };
    if filter.role.is_some() || !filter.words.is_empty() {
        let mut holders = Query::select();
        holders
            .column(role_grant::Column::AccountId)
            .from(role_grant::Entity)
            .cond_where(granted(filter));
        condition = condition.add(Column::Id.in_subquery(holders));
    }
    account::Entity::find()
        .filter(condition)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// The grants a filter asks for.
fn granted(filter: &AccountFilter) -> Condition {
    use role_grant::Column;
    let mut granted = Condition::all().add(Column::RevokedAt.is_null());
    if let Some(role) = filter.role {
        granted = granted.add(Column::Role.eq(<&str>::from(role)));
    }
    if !filter.words.is_empty() {
        // Folded by us when it was stored, so LIKE compares bytes.
        let mut named = Condition::all();
        for word in &filter.words {
            named = named.add(organisation::Column::NameLookup.contains(word));
        }
        let mut ids = Query::select();
        ids.column(organisation::Column::Id)
            .from(organisation::Entity)
            .cond_where(named);
        granted = granted.add(Column::OrganisationId.in_subquery(ids));
    }
    granted
}

/// An account that was not erased.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    id: AccountId,
) -> Result<Option<account::Model>, DbErr> {
    let found = account::Entity::find_by_id(id).filter(there());
    found.one(db).await
}

/// The account with this keyed hash of a mail address, open or closed.
pub(super) async fn id_of<C: ConnectionTrait>(
    db: &C,
    lookup: &[u8],
) -> Result<Option<AccountId>, DbErr> {
    let found = account::Entity::find()
        .filter(account::Column::EmailLookup.eq(lookup))
        .one(db)
        .await?;
    Ok(found.map(|account| account.id))
}

/// The same, and whether it is open.
pub(in crate::accounts) async fn holder_of<C: ConnectionTrait>(
    db: &C,
    lookup: &[u8],
) -> Result<Option<(AccountId, bool)>, DbErr> {
    let found = account::Entity::find()
        .filter(account::Column::EmailLookup.eq(lookup))
        .one(db)
        .await?;
    Ok(found.map(|account| (account.id, account.closed_at.is_none())))
}

/// The accounts with their roles, their mail addresses unsealed.
pub(super) async fn kept<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    rows: Vec<account::Model>,
) -> Result<Vec<KeptAccount>, StorageError> {
    let mut emails = emails(db, ring, &rows).await?;
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        kept.push(KeptAccount {
            id: row.id,
            email: emails.remove(&row.id).unwrap_or_default(),
            grants: held(db, row.id).await?,
            state: match (row.closed_at, row.password_hash) {
                (Some(_), _) => AccountState::Closed,
                (None, Some(_)) => AccountState::Open,
                (None, None) => AccountState::Invited,
            },
            created_at: row.created_at,
        });
    }
    Ok(kept)
}

/// The mail addresses of these accounts.
pub(super) async fn emails<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    rows: &[account::Model],
) -> Result<HashMap<AccountId, String>, StorageError> {
    let keys = data_key::Entity::find()
        .filter(data_key::Column::Id.is_in(rows.iter().map(|row| row.id.0)))
        .all(db)
        .await?;
    let keys: HashMap<_, _> = keys.into_iter().map(|key| (key.id, key)).collect();
    let mut emails = HashMap::new();
    for row in rows {
        let key = keys.get(&row.id.0);
        let key = key.ok_or(StorageError::Corrupt("data_keys"))?;
        let wrapped = WrappedKey {
            ring_version: key.ring_version,
            bytes: key.wrapped.clone(),
        };
        let place = accounts::email_place(row.id);
        let opened = DataKey::unwrap(ring, row.id.0, &wrapped)?.open(&row.sealed_email, place)?;
        emails.insert(row.id, String::from_utf8_lossy(&opened).into_owned());
    }
    Ok(emails)
}

/// How many sessions were not ended, and how many access keys work.
pub(super) async fn ways_in<C: ConnectionTrait>(
    db: &C,
    id: AccountId,
    now: Instant,
) -> Result<(u64, u64), DbErr> {
    let sessions = session::Entity::find()
        .filter(session::Column::AccountId.eq(id))
        .filter(session::Column::EndedAt.is_null())
        .count(db)
        .await?;
    let tokens = api_token::Entity::find()
        .filter(api_token::Column::AccountId.eq(id))
        .filter(api_token::Column::RevokedAt.is_null())
        .filter(api_token::Column::ExpiresAt.gt(now))
        .count(db)
        .await?;
    Ok((sessions, tokens))
}

/// Whether somebody has chosen a password.
pub(super) async fn has_password(txn: &Txn, id: AccountId) -> Result<bool, DbErr> {
    let found = account::Entity::find_by_id(id)
        .one(txn.connection())
        .await?;
    Ok(found.is_some_and(|account| account.password_hash.is_some()))
}

/// Takes the password away; whoever holds the next link chooses another.
pub(super) async fn forget_password(txn: &Txn, id: AccountId) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(
            account::Column::PasswordHash,
            Expr::value(Option::<String>::None),
        )
        .filter(account::Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Inserts an account; a closed one keeps its mail address, too.
pub(super) async fn insert(txn: &Txn, account: SealedAccount) -> Result<(), KeepError> {
    if accounts::is_taken(txn, &account.email_lookup).await? {
        return Err(KeepError::EmailTaken);
    }
    accounts::insert(txn, account)
        .await
        .map_err(|error| match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => KeepError::EmailTaken,
            _ => error.into(),
        })
}

/// Closes an account and takes its roles back.
pub(super) async fn close(txn: &Txn, id: AccountId) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::ClosedAt, Expr::value(txn.now()))
        .filter(account::Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    role::revoke_all(txn, id).await?;
    proposal::discard_all(txn, id).await
}

/// Opens an account again; `false` when it is none that was closed.
pub(super) async fn reopen(txn: &Txn, id: AccountId) -> Result<bool, DbErr> {
    let result = account::Entity::update_many()
        .col_expr(
            account::Column::ClosedAt,
            Expr::value(Option::<Instant>::None),
        )
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::ClosedAt.is_not_null())
        .filter(there())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
