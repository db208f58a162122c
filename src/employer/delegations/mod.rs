//! A manager lets a colleague act as one until a day: it begins at once, ends by itself, and is passed on to nobody.
//! Admins see who acts for whom, and can end it.

mod oversight;
mod service;
mod store;

pub use oversight::{
    AdminsView, Colleague, Concerning, count_for_admins, end_as_admin, seen_by_admins,
};
pub use service::{Delegation, Ended, LONGEST_DAYS, delegate, delegations, end, ended_by_admins};

use crate::db::StorageError;
use crate::http::Problem;
use crate::sealing::SealError;

/// Why nothing was delegated.
#[derive(Debug, thiserror::Error)]
pub enum DelegationError {
    /// There is none, or it is not the caller's organisation.
    #[error("there is no such delegation")]
    NotFound,
    /// The caller manages by a delegation, which is passed on to nobody.
    #[error("what is delegated is not delegated onwards")]
    Delegated,
    /// Nobody else of the organisation has this address, or they manage it already.
    #[error("no colleague who does not manage the organisation has this address")]
    NoColleague,
    /// It ended before, of itself or by somebody's word.
    #[error("the delegation is over")]
    Over,
    /// No admin changes the own roles.
    #[error("nobody changes the own account here")]
    Oneself,
    /// The last day is past, or too far ahead.
    #[error("the last day is past or too far ahead")]
    Day,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for DelegationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for DelegationError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<DelegationError> for Problem {
    fn from(error: DelegationError) -> Self {
        match error {
            DelegationError::NotFound => Self::not_found("there is no such delegation"),
            DelegationError::Delegated => {
                Self::forbidden("what is delegated to you, you do not delegate onwards")
            }
            DelegationError::Over => Self::conflict("the delegation is over"),
            DelegationError::Oneself => Self::conflict("nobody changes the own account here"),
            DelegationError::NoColleague => Self::invalid("no such colleague"),
            DelegationError::Day => Self::invalid("the last day is past or too far ahead"),
            DelegationError::Storage(error) => error.into(),
        }
    }
}
