//! Vouching for somebody, one person after the other.

use serde_json::json;

use super::model::{Cause, OPEN_FOR, may_vouch, suffice};
use super::store;
use crate::access::action::VouchForRecovery;
use crate::access::{Action, Grant, Permit, grants_of_open, scope_of};
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::service::email_lookup;
use crate::accounts::{AccountNotice, EmailAddress, Secret, credentials};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::ids::AccountId;
use crate::sealing::{Keyring, SealError};

/// Why nobody's word was taken.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// No account with this address that the caller may vouch for.
    #[error("there is no account you could vouch for")]
    NotYours,
    /// The second person must be another one.
    #[error("the same person vouched already")]
    SamePerson,
    /// Of these two, one admin could have made the other.
    #[error("one of the two must be a coordinator, or both admins")]
    NotIndependent,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for RecoveryError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for RecoveryError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// What a word led to.
#[derive(Clone, Debug)]
pub(super) enum Vouched {
    /// It was the first; a second is needed until then.
    First(Instant),
    /// It was the second: the link, shown here and never again.
    Second(Secret),
}

/// Takes somebody's word for the holder of an account.
pub(super) async fn vouch(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<VouchForRecovery>,
    (email, cause): (&EmailAddress, Cause),
) -> Result<Vouched, RecoveryError> {
    let voucher = permit.caller().account;
    let lookup = email_lookup(ring, email)?;
    let mut txn = db.begin().await?;
    let account = crate::accounts::store::find_by_email(&txn, &lookup)
        .await?
        .ok_or(RecoveryError::NotYours)?;
    if !credentials::hold(&txn, account, None).await? {
        return Err(RecoveryError::NotYours);
    }
    let grants = grants_of_open(txn.connection(), account, txn.now()).await?;
    let grants = grants.unwrap_or_default();
    if !may_vouch(permit.scope(), voucher, account, &grants) {
        return Err(RecoveryError::NotYours);
    }
    let Some(open) = first(&txn, account, &grants).await? else {
        store::begin(&txn, account, cause, voucher).await?;
        let until = txn.now().plus_seconds(OPEN_FOR);
        audit(&mut txn, permit.actor(), "account.recovery_begun", account);
        AccountNotice::RecoveryBegun.plan(&mut txn, account);
        txn.commit().await?;
        return Ok(Vouched::First(until));
    };
    if open.first_by == voucher {
        return Err(RecoveryError::SamePerson);
    }
    let of = async |id| grants_of_open(txn.connection(), id, txn.now()).await;
    let (one, other) = (of(open.first_by).await?, of(voucher).await?);
    if !suffice(&one.unwrap_or_default(), &other.unwrap_or_default()) {
        return Err(RecoveryError::NotIndependent);
    }
    if !store::finish(&txn, open.id, voucher).await? {
        return Err(RecoveryError::NotYours);
    }
    let token = links::issue(&txn, ring, account, LinkPurpose::Recover).await?;
    audit(
        &mut txn,
        permit.actor(),
        "account.recovery_confirmed",
        account,
    );
    AccountNotice::LinkIssued.plan(&mut txn, account);
    txn.commit().await?;
    Ok(Vouched::Second(token))
}

/// Who vouched first, as long as they still may: somebody whose account was closed, or who lost the role, counts for
/// nobody.
async fn first(
    txn: &Txn,
    account: AccountId,
    grants: &[Grant],
) -> Result<Option<store::Open>, RecoveryError> {
    let Some(open) = store::open(txn, account).await? else {
        return Ok(None);
    };
    let whose = (open.first_by, VouchForRecovery::RIGHT);
    let scope = scope_of(txn.connection(), whose, txn.now()).await?;
    if scope.is_some_and(|scope| may_vouch(&scope, open.first_by, account, grants)) {
        return Ok(Some(open));
    }
    store::discard(txn, open.id).await?;
    Ok(None)
}

fn audit(txn: &mut Txn, actor: Actor, action: &'static str, account: AccountId) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: account.to_string(),
        details: json!({}),
    });
}
