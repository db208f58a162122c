//! Use cases of legal matters.

mod basis;
mod conditions;
mod options;
mod reminding;
mod rules;

use crate::db::StorageError;
use crate::http::Problem;
use crate::incidents::deployments::DeploymentError;
use crate::incidents::requests::RequestError;
use crate::incidents::service::{AskerError, IncidentError};
use crate::input::FieldError;

pub(in crate::incidents) use basis::{NewBasis, may_set, set_basis};
pub(in crate::incidents) use conditions::{
    conditions, conditions_by_link, conditions_of, confirm, confirm_by_link,
};
pub(in crate::incidents) use options::{Options, options, sides};
pub(in crate::incidents) use reminding::{
    BASIS_OPEN, CONDITIONS_OPEN, plan_reminders, send_basis_open, send_conditions_open,
};
pub use rules::{KeptRules, NewRules, kept_rules, matrix, save_rules};

/// Why something of law was not shown, chosen or confirmed.
#[derive(Debug, thiserror::Error)]
pub enum LegalError {
    /// There is none, or the caller may not know of it.
    #[error("there is nothing with this id")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// Nobody is committed, or it is a first talk: no basis is asked for.
    #[error("no basis is asked for")]
    NotCommitted,
    /// Somebody else changed it meanwhile.
    #[error("somebody else changed this meanwhile")]
    Changed,
    /// The conditions stand already: accepted, or confirmed at once.
    #[error("the conditions stand already")]
    Stands,
    /// They are worded otherwise since they were shown.
    #[error("the conditions are worded otherwise now")]
    Outdated,
    /// Nobody made sure yet that whoever asks is who they say.
    #[error("the incident is not verified")]
    Unverified,
    /// The incident is over.
    #[error("the incident is closed")]
    Closed,
    /// The spoken code is needed.
    #[error("the spoken code is needed")]
    NeedsCode,
    /// It is another one; so many tries are left.
    #[error("this is not the spoken code")]
    WrongCode(i32),
    /// There were too many wrong ones.
    #[error("there were too many wrong codes")]
    Locked,
    /// The incident was forgotten: no note can be kept.
    #[error("no note can be kept any more")]
    Forgotten,
    /// The town accepted the costs that follow from it.
    #[error("the costs are accepted")]
    Fixed,
    /// Another version was read.
    #[error("another version was read")]
    Version(Problem),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for LegalError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<DeploymentError> for LegalError {
    fn from(error: DeploymentError) -> Self {
        match error {
            DeploymentError::Storage(error) => Self::Storage(error),
            DeploymentError::Invalid(errors) => Self::Invalid(errors),
            DeploymentError::NotFound
            | DeploymentError::NotAsked
            | DeploymentError::Booked(_)
            | DeploymentError::NotAgreed(_)
            | DeploymentError::NotCommitted
            | DeploymentError::WrongCode(_)
            | DeploymentError::OwnKey
            | DeploymentError::OtherSide
            | DeploymentError::Locked => Self::NotFound,
        }
    }
}

impl From<RequestError> for LegalError {
    fn from(error: RequestError) -> Self {
        DeploymentError::from(error).into()
    }
}

impl From<IncidentError> for LegalError {
    fn from(error: IncidentError) -> Self {
        match error {
            IncidentError::Storage(error) => Self::Storage(error),
            IncidentError::Invalid(errors) => Self::Invalid(errors),
            IncidentError::Closed => Self::Closed,
            IncidentError::NotFound
            | IncidentError::TooMany(_)
            | IncidentError::AlreadyVerified
            | IncidentError::TakenByOther
            | IncidentError::HeldBack
            | IncidentError::Version(_)
            | IncidentError::AlreadyReported
            | IncidentError::KeyReused
            | IncidentError::WrongWord(_)
            | IncidentError::Locked => Self::NotFound,
        }
    }
}

impl From<AskerError> for LegalError {
    fn from(error: AskerError) -> Self {
        match error {
            AskerError::NeedsCode => Self::NeedsCode,
            AskerError::WrongCode(left) => Self::WrongCode(left),
            AskerError::Locked => Self::Locked,
            AskerError::Incident(error) => error.into(),
        }
    }
}
