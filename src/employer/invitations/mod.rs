//! Inviting people to the team of a member: sent by mail, taken by whoever reads that mail, open for two weeks.
//!
//! A manager gives the role of an expert of the own organisation and nothing else, and never learns whether an address
//! has an account: that is asked only of whoever holds the link.

mod jobs;
mod model;
mod service;
mod store;
mod taking;

pub use jobs::{INVITATION, handler};
pub use model::{Invitee, MOST_A_DAY, MOST_AT_ONCE, MOST_SENDS};
pub use service::{Open, candidates, forget_old, invite, list, send_again, withdraw};
pub use taking::{Held, Opened, Person, opened, take, take_with_account};

use crate::accounts::{AccountError, CredentialError};
use crate::db::StorageError;
use crate::experts::ExpertError;
use crate::http::Problem;
use crate::input::FieldError;
use crate::sealing::SealError;

/// Why nobody was invited, or an invitation not taken.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// There is none, or it is not the caller's.
    #[error("there is no such invitation")]
    NotFound,
    /// It was used, withdrawn or is over.
    #[error("the invitation does not work any more")]
    Over,
    /// A house sends so many a day at most.
    #[error("too many invitations today")]
    TooMany,
    /// It was sent a moment ago, or often enough.
    #[error("it was sent a moment ago, or often enough")]
    TooSoon,
    /// Another account belongs to the address.
    #[error("the signed-in account is not the one that is invited")]
    OtherAccount,
    /// The account has an entry, or the entry an account.
    #[error("the account has an entry already")]
    HasEntry,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The password is not good enough.
    #[error(transparent)]
    Password(CredentialError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for InviteError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for InviteError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<ExpertError> for InviteError {
    fn from(error: ExpertError) -> Self {
        match error {
            ExpertError::Invalid(errors) => Self::Invalid(errors),
            ExpertError::Storage(error) => Self::Storage(error),
            ExpertError::NotFound
            | ExpertError::Version(_)
            | ExpertError::NotYours(_)
            | ExpertError::KeyReused => Self::NotFound,
        }
    }
}

impl From<AccountError> for InviteError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Storage(error) => Self::Storage(error),
            // Somebody made the account meanwhile: its holder signs in and takes the invitation.
            AccountError::EmailTaken => Self::OtherAccount,
            AccountError::NotFound
            | AccountError::OrganisationMismatch
            | AccountError::TokenLife
            | AccountError::Hashing(_) => Self::NotFound,
        }
    }
}

impl From<InviteError> for Problem {
    fn from(error: InviteError) -> Self {
        match error {
            InviteError::NotFound => Self::not_found("there is no such invitation"),
            InviteError::Over => Self::not_found("the invitation does not work any more"),
            InviteError::TooMany => Self::conflict("too many invitations today"),
            InviteError::TooSoon => {
                Self::conflict("it was sent a moment ago, or often enough: wait, or withdraw it")
            }
            InviteError::OtherAccount => Self::conflict("sign in with the account that is invited"),
            InviteError::HasEntry => Self::conflict("there is an entry with this account already"),
            InviteError::Invalid(errors) => Self::fields(errors),
            InviteError::Password(error) => error.into(),
            InviteError::Storage(error) => error.into(),
        }
    }
}
