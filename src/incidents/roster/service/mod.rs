//! Planning, seeing and taking over duty.

mod calendar;
mod plan;
mod stand;

use crate::db::StorageError;
use crate::http::Problem;
use crate::input::FieldError;

pub use calendar::duty_calendar;
pub(super) use plan::{add, remove, replace, take};
pub use stand::desk;
pub(super) use stand::{Roster, show};
pub(in crate::incidents) use stand::{forget_old, watch};

/// Why the roster was not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// There is no such shift, or whoever takes over has no account any more.
    #[error("there is no such shift")]
    NotFound,
    /// Shifts are not valid.
    #[error("{} shifts are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The version asked for is not the current one.
    #[error("the version does not match")]
    Version(Problem),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for RosterError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}
