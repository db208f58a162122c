//! Use cases of offers.

mod filter;
mod find;
mod keep;
mod usable;

pub(super) use find::{Found, Kit, find, held, own, show};
pub(super) use keep::{create, update};
pub use usable::{Seeker, Usable, by_ids, hold, usable, usable_one};

use crate::accounts::AllowanceError;
use crate::db::StorageError;
use crate::http::Problem;
use crate::ids::OfferId;
use crate::input::FieldError;

/// Why an offer was not shown or kept.
#[derive(Debug, thiserror::Error)]
pub enum OfferError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such offer")]
    NotFound,
    /// Fields or parameters are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The version asked for is not the current one.
    #[error("the version does not match")]
    Version(Problem),
    /// The house is no member of the federation.
    #[error("only members offer something")]
    NoMember,
    /// The house has as many as it may have.
    #[error("the house has as many offers as it may have")]
    TooMany,
    /// The idempotency key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// The day's allowance of places is used up.
    #[error("the allowance of the day is used up")]
    UsedUp,
    /// It is not known yet how Länder are shown.
    #[error("the index is not ready")]
    NotReady,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for OfferError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<AllowanceError> for OfferError {
    fn from(error: AllowanceError) -> Self {
        match error {
            AllowanceError::UsedUp => Self::UsedUp,
            AllowanceError::Storage(error) => Self::Storage(error),
        }
    }
}

/// What a write answers with.
#[derive(Debug)]
pub(super) struct Saved {
    pub(super) id: OfferId,
    /// What a reader must have seen to see it.
    pub(super) generation: i64,
}
