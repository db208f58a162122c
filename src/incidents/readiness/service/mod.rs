//! Use cases of what is settled, handed out and handed over.

mod hand_over;
mod order;
mod part;
mod sheet;
mod sheet_by_link;
mod ticks;

use crate::db::StorageError;
use crate::http::Problem;
use crate::incidents::deployments::DeploymentError;
use crate::incidents::requests::RequestError;
use crate::incidents::service::{AskerError, IncidentError};
use crate::input::FieldError;

pub(in crate::incidents) use hand_over::{handed_over, lacks_hand_over, write_hand_over};
pub(in crate::incidents) use order::{Order, order};
pub(in crate::incidents) use part::{Seen, seen, seen_by_expert, seen_by_town};
pub(in crate::incidents) use sheet::{ShownSheet, held_sheet, read_sheet, save_sheet};
pub(in crate::incidents) use sheet_by_link::{
    TownProof, held_sheet_by_link, read_sheet_by_link, save_sheet_by_link, version_by_link,
};
pub(in crate::incidents) use ticks::{is_changed_still, set_tick, ticked};

/// Why something was not shown, ticked or kept.
#[derive(Debug, thiserror::Error)]
pub(in crate::incidents) enum ReadinessError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such deployment or incident")]
    NotFound,
    /// The deployment or the incident is over.
    #[error("it is over")]
    Over,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The version asked for is not the current one.
    #[error("the version does not match")]
    Version(Problem),
    /// The idempotency key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// The spoken code is needed.
    #[error("the spoken code is needed")]
    NeedsCode,
    /// It is another one; so many tries are left.
    #[error("this is not the spoken code")]
    WrongCode(i32),
    /// There were too many wrong ones.
    #[error("there were too many wrong codes")]
    Locked,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for ReadinessError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<IncidentError> for ReadinessError {
    fn from(error: IncidentError) -> Self {
        match error {
            IncidentError::Storage(error) => Self::Storage(error),
            IncidentError::Invalid(errors) => Self::Invalid(errors),
            IncidentError::Version(problem) => Self::Version(problem),
            IncidentError::KeyReused => Self::KeyReused,
            IncidentError::Closed => Self::Over,
            IncidentError::NotFound
            | IncidentError::TooMany(_)
            | IncidentError::AlreadyVerified
            | IncidentError::TakenByOther
            | IncidentError::HeldBack
            | IncidentError::AlreadyReported
            | IncidentError::WrongWord(_)
            | IncidentError::Locked => Self::NotFound,
        }
    }
}

impl From<AskerError> for ReadinessError {
    fn from(error: AskerError) -> Self {
        match error {
            AskerError::NeedsCode => Self::NeedsCode,
            AskerError::WrongCode(left) => Self::WrongCode(left),
            AskerError::Locked => Self::Locked,
            AskerError::Incident(error) => error.into(),
        }
    }
}

impl From<RequestError> for ReadinessError {
    fn from(error: RequestError) -> Self {
        DeploymentError::from(error).into()
    }
}

impl From<DeploymentError> for ReadinessError {
    fn from(error: DeploymentError) -> Self {
        match error {
            DeploymentError::Storage(error) => Self::Storage(error),
            DeploymentError::Invalid(errors) => Self::Invalid(errors),
            DeploymentError::NotAsked | DeploymentError::NotCommitted => Self::Over,
            DeploymentError::NotFound
            | DeploymentError::Booked(_)
            | DeploymentError::NotAgreed(_)
            | DeploymentError::OwnKey
            | DeploymentError::OtherSide
            | DeploymentError::WrongCode(_)
            | DeploymentError::Locked => Self::NotFound,
        }
    }
}
