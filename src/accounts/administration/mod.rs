//! Keeping the accounts of others: who they are, their roles, their sessions, closing and reopening them.
//!
//! An admin never chooses a password and never changes the own roles; vetters, coordinators and admins are made by
//! two admins, of whom the second hands over the invitation.

mod closing;
mod granting;
mod listing;
mod making;
mod model;
mod store;

pub use closing::{close, end_sessions, reopen, revoke_tokens};
pub use granting::{Given, confirm, discard, give, take};
pub use listing::{find, list, proposals, show};
pub use making::{Made, invite_again, make};
pub use model::{AccountFilter, AccountStanding, AccountState, KeptAccount, Proposal};
pub(in crate::accounts) use store::forget_old;
pub use store::{admins, has_other_admin};
pub(in crate::accounts) use store::{give_expert_role, holder_of};

use super::service::AccountError;
use crate::db::{AuditEntry, StorageError, Txn};
use crate::ids::AccountId;
use crate::sealing::SealError;

/// Why an account stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// There is no such account, or it was erased.
    #[error("there is no such account")]
    NotFound,
    /// Nobody does this to the own account.
    #[error("nobody changes the own account here")]
    Oneself,
    /// The last admin stays.
    #[error("this is the last admin")]
    LastAdmin,
    /// It is closed, or it is not.
    #[error("the state of the account does not allow this")]
    WrongState,
    /// The account has the role already.
    #[error("the account has this role already")]
    Held,
    /// The account does not have the role.
    #[error("the account does not have this role")]
    NotHeld,
    /// Somebody has proposed the role already.
    #[error("the role is proposed already: another admin confirms it")]
    AlreadyProposed,
    /// Nobody who still may has proposed the role within the last 24 hours.
    #[error("nobody proposed this role within the last 24 hours")]
    NotProposed,
    /// Whoever proposed a role cannot confirm it.
    #[error("another admin than the one who proposed confirms")]
    SamePerson,
    /// A password was chosen already, or the role asks for two people.
    #[error("two people let somebody in who has a password or such a role: /wiederherstellung")]
    NeedsTwo,
    /// The mail address belongs to an account, perhaps a closed one.
    #[error("the mail address is taken")]
    EmailTaken,
    /// The role is for an organisation, or for none; or there is no such organisation.
    #[error("this role needs an organisation, or must not have one")]
    Organisation,
    /// The account could not be made.
    #[error(transparent)]
    Account(AccountError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for KeepError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for KeepError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<AccountError> for KeepError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::EmailTaken => Self::EmailTaken,
            AccountError::NotFound => Self::NotFound,
            AccountError::OrganisationMismatch => Self::Organisation,
            AccountError::Storage(error) => Self::Storage(error),
            error @ (AccountError::TokenLife | AccountError::Hashing(_)) => Self::Account(error),
        }
    }
}

/// Puts on record what was done to an account.
fn record<A: crate::access::Action>(
    txn: &mut Txn,
    permit: &crate::access::Permit<A>,
    action: &'static str,
    (account, details): (AccountId, serde_json::Value),
) {
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: account.to_string(),
        details,
    });
}
