//! Ending what lets somebody in: sessions, access keys, or the account.

use serde_json::json;

use super::{KeepError, record, store};
use crate::access::action::KeepAccounts;
use crate::access::{Permit, Role};
use crate::accounts::credentials::hold;
use crate::accounts::links;
use crate::accounts::session::end_all;
use crate::accounts::tokens::revoke_all;
use crate::db::{Db, Txn};
use crate::ids::AccountId;

/// Ends all sessions of somebody else.
///
/// # Errors
/// The own account, no such account, or storage failed.
pub async fn end_sessions(
    db: &Db,
    permit: &Permit<KeepAccounts>,
    id: AccountId,
) -> Result<(), KeepError> {
    let mut txn = somebody_else(db, permit, id).await?;
    let ended = end_all(&txn, id, None).await?;
    let details = json!({ "sessions": ended });
    record(&mut txn, permit, "account.sessions_ended", (id, details));
    txn.commit().await?;
    Ok(())
}

/// Revokes all access keys of somebody else.
///
/// # Errors
/// The own account, no such account, or storage failed.
pub async fn revoke_tokens(
    db: &Db,
    permit: &Permit<KeepAccounts>,
    id: AccountId,
) -> Result<(), KeepError> {
    let mut txn = somebody_else(db, permit, id).await?;
    revoke_all(&txn, id).await?;
    record(&mut txn, permit, "account.tokens_revoked", (id, json!({})));
    txn.commit().await?;
    Ok(())
}

/// Closes an account. Its roles are taken back with its sessions, keys and links: reopened it has none, so that no
/// role comes back without those who must agree to it.
///
/// # Errors
/// The own account, no such open account, the last admin, or storage failed.
pub async fn close(db: &Db, permit: &Permit<KeepAccounts>, id: AccountId) -> Result<(), KeepError> {
    let mut txn = somebody_else(db, permit, id).await?;
    if !hold(&txn, id, None).await? {
        return Err(KeepError::WrongState);
    }
    let held = store::held(txn.connection(), id).await?;
    let is_admin = held.iter().any(|grant| grant.role == Role::Admin);
    if is_admin && !store::has_other_admin(&txn, id).await? {
        return Err(KeepError::LastAdmin);
    }
    store::close(&txn, id).await?;
    end_all(&txn, id, None).await?;
    revoke_all(&txn, id).await?;
    links::use_up_all(&txn, id).await?;
    let roles: Vec<_> = held
        .iter()
        .map(|grant| json!({ "role": grant.role, "organisation": grant.organisation }))
        .collect();
    let details = json!({ "before": { "roles": roles }, "after": { "roles": [] } });
    record(&mut txn, permit, "account.closed", (id, details));
    txn.commit().await?;
    Ok(())
}

/// Opens a closed account again, without roles.
///
/// # Errors
/// No such closed account, or storage failed.
pub async fn reopen(
    db: &Db,
    permit: &Permit<KeepAccounts>,
    id: AccountId,
) -> Result<(), KeepError> {
    let mut txn = somebody_else(db, permit, id).await?;
    if !store::reopen(&txn, id).await? {
        return Err(KeepError::WrongState);
    }
    record(&mut txn, permit, "account.reopened", (id, json!({})));
    txn.commit().await?;
    Ok(())
}

async fn somebody_else(
    db: &Db,
    permit: &Permit<KeepAccounts>,
    id: AccountId,
) -> Result<Txn, KeepError> {
    if permit.caller().account == id {
        return Err(KeepError::Oneself);
    }
    let txn = db.begin().await?;
    let found = store::find(txn.connection(), id).await?;
    found.ok_or(KeepError::NotFound)?;
    Ok(txn)
}
