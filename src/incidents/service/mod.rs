//! Use cases of incidents.

mod close;
mod code;
mod follow;
mod forget;
mod report;
mod secrets;
mod take;
mod telling;
mod verify;
mod view;

use crate::db::StorageError;
use crate::ids::IncidentId;
use crate::input::FieldError;

pub(super) use close::close;
pub(super) use follow::{Followed, caller_word, follow, place_said, stand, stand_of};
pub use forget::forget_old;
pub(super) use report::{Kit, Report, Secrets, Sender, report};
pub(super) use secrets::{link, phone, spoken_code};
pub(super) use take::take;
pub(super) use verify::{Proof, set_place, verify};
pub(super) use view::{contact, list, settled, show, waiting};

/// Why an incident was not taken, shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum IncidentError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such incident")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// There were too many from here; again in so many seconds.
    #[error("too many requests for help")]
    TooMany(i64),
    /// Whoever asks is verified already.
    #[error("the incident is verified already")]
    AlreadyVerified,
    /// It is over.
    #[error("the incident is closed")]
    Closed,
    /// The word was wrong; so many tries are left.
    #[error("this is not the word of the called")]
    WrongWord(i32),
    /// There were too many wrong words.
    #[error("there were too many wrong words")]
    Locked,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for IncidentError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<crate::sealing::SealError> for IncidentError {
    fn from(error: crate::sealing::SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// Where a list goes on: beyond this incident, at most so many.
pub(super) type After = (Option<IncidentId>, u64);
