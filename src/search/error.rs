//! Why a search is not answered.

use crate::accounts::AllowanceError;
use crate::db::StorageError;
use crate::input::FieldError;
use crate::sealing::SealError;

/// Why a search was not answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Parameters are not valid.
    #[error("{} parameters are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// There is no such entry, or the caller may not know of it.
    #[error("there is no such entry")]
    NotFound,
    /// The day's allowance is used up.
    #[error("the allowance of the day is used up")]
    UsedUp,
    /// The index is not ready.
    #[error("the index is not ready")]
    NotReady,
    /// The index failed.
    #[error("the index failed")]
    Index(#[from] search_index::IndexError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<AllowanceError> for SearchError {
    fn from(error: AllowanceError) -> Self {
        match error {
            AllowanceError::UsedUp => Self::UsedUp,
            AllowanceError::Storage(error) => Self::Storage(error),
        }
    }
}

impl From<SealError> for SearchError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}
