//! Use cases of incidents.

mod asker;
mod close;
mod code;
mod follow;
mod forget;
mod notes;
mod past;
mod providers;
mod readers;
mod recall;
mod report;
mod reporting;
mod secrets;
mod seek;
mod sender;
mod sight;
mod take;
mod telling;
mod update;
mod verify;
mod view;

use crate::db::StorageError;
use crate::http::Problem;
use crate::ids::IncidentId;
use crate::incidents::requests::RequestError;
use crate::input::FieldError;

pub(super) use asker::{
    AskerError, Proof as AskerProof, Tried, check_code, count_code, of_link, withdraw,
};
pub(super) use close::close;
pub(super) use follow::{Followed, caller_word, follow, place_said, stand, stand_of};
pub use forget::forget_old;
pub(super) use notes::{notes, write_note};
pub(super) use past::{Happened, happened};
pub(super) use providers::able_providers;
pub(super) use readers::{NewReaders, set_readers};
pub(super) use recall::{CALL_AGAIN, call_again};
pub(super) use report::{Kit, Report, Reported, Secrets, report};
pub(super) use reporting::set_reported;
pub(super) use secrets::{link, phone, spoken_code};
pub(super) use seek::Seeking;
pub(super) use sender::{Sender, Way};
pub(super) use take::{Before, take};
pub(super) use telling::{RING, escalate, ring};
pub(super) use update::{held, update};
pub(super) use verify::{Called, Proof, set_place, verify};
pub(super) use view::{
    Details, Seen, clocks_of, contact, details, list, settled, show, waiting, whole,
};

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
    /// Somebody else took it over since it was looked at.
    #[error("somebody else took it over")]
    TakenByOther,
    /// An investigation holds this back from the caller.
    #[error("an investigation holds this back")]
    HeldBack,
    /// The version asked for is not the current one.
    #[error("the version does not match")]
    Version(Problem),
    /// The report was noted already.
    #[error("the report was noted already")]
    AlreadyReported,
    /// The idempotency key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
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

impl From<RequestError> for IncidentError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::Storage(error) => Self::Storage(error),
            RequestError::Invalid(errors) => Self::Invalid(errors),
            RequestError::Over => Self::Closed,
            RequestError::NotFound
            | RequestError::Unverified
            | RequestError::Answered
            | RequestError::Expired
            | RequestError::CannotUndo
            | RequestError::MovedOn
            | RequestError::Reached
            | RequestError::KeyReused
            | RequestError::NotReady => Self::NotFound,
        }
    }
}

/// Where a list goes on: beyond this one, at most so many.
pub(super) type After<Id = IncidentId> = (Option<Id>, u64);
