//! Looking accounts up. Their mail addresses are sealed, so whoever reads them is on record.

use serde_json::json;

use super::model::{AT_ONCE, AccountFilter, AccountStanding, KeptAccount, Proposal};
use super::{KeepError, record, store};
use crate::access::Permit;
use crate::access::action::ReadAccounts;
use crate::accounts::service::email_lookup;
use crate::accounts::{EmailAddress, second_factor};
use crate::db::{AuditEntry, Db, StorageError};
use crate::http::cut;
use crate::ids::AccountId;
use crate::sealing::Keyring;

/// Lists accounts, the newest first; the cursor of the next page beside them.
///
/// # Errors
/// Storage failed.
pub async fn list(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadAccounts>,
    filter: &AccountFilter,
) -> Result<(Vec<KeptAccount>, Option<AccountId>), KeepError> {
    let mut rows = store::list(db.reader(), filter, AT_ONCE + 1).await?;
    let next = cut(&mut rows, AT_ONCE).map(|last| last.id);
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "account.listed",
        subject: "accounts".to_owned(),
        details: json!({ "accounts": rows.iter().map(|row| row.id).collect::<Vec<_>>() }),
    });
    txn.commit().await?;
    let accounts = store::kept(db.reader(), ring, rows).await?;
    Ok((accounts, next))
}

/// One account with what hangs on it.
///
/// # Errors
/// There is none such, or storage failed.
pub async fn show(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadAccounts>,
    id: AccountId,
) -> Result<AccountStanding, KeepError> {
    let row = store::find(db.reader(), id).await?;
    let row = row.ok_or(KeepError::NotFound)?;
    let mut txn = db.begin().await?;
    record(&mut txn, permit, "account.shown", (id, json!({})));
    txn.commit().await?;
    let mut kept = store::kept(db.reader(), ring, vec![row]).await?;
    let (sessions, tokens) = store::ways_in(db.reader(), id, db.clock().now()).await?;
    Ok(AccountStanding {
        account: kept.pop().ok_or(KeepError::NotFound)?,
        sessions,
        tokens,
        has_second_factor: second_factor::is_set(db, id).await?,
        proposals: store::proposals(db, ring, Some(id)).await?,
    })
}

/// The account with this mail address, open or closed.
///
/// # Errors
/// There is none such, or storage failed.
pub async fn find(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadAccounts>,
    email: &EmailAddress,
) -> Result<AccountId, KeepError> {
    let found = store::id_of(db.reader(), &email_lookup(ring, email)?).await?;
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "account.listed",
        subject: "accounts".to_owned(),
        details: json!({ "accounts": found, "by": "address" }),
    });
    txn.commit().await?;
    found.ok_or(KeepError::NotFound)
}

/// All roles that wait for a second admin.
///
/// # Errors
/// Storage failed.
pub async fn proposals(
    db: &Db,
    ring: &Keyring,
    _: &Permit<ReadAccounts>,
) -> Result<Vec<Proposal>, StorageError> {
    store::proposals(db, ring, None).await
}
