//! Why a proposal was not made or decided.

use crate::db::StorageError;
use crate::experts::ExpertError;
use crate::input::FieldError;
use crate::reference::KeepingError;

/// Why a proposal was not made or decided.
#[derive(Debug, thiserror::Error)]
pub enum ProposalError {
    /// There is none that waits.
    #[error("there is no such proposal that waits")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The vocabulary has it.
    #[error("the vocabulary has this word")]
    Known,
    /// Somebody has proposed it, and it waits.
    #[error("this word waits already")]
    Waiting,
    /// The account has proposed many.
    #[error("this account has proposed many words")]
    TooMany,
    /// The entry is not the caller's.
    #[error(transparent)]
    Entry(#[from] ExpertError),
    /// The vocabulary did not take it.
    #[error(transparent)]
    Keeping(#[from] KeepingError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for ProposalError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}
