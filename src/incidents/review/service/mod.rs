//! Use cases after a deployment.

mod certificate;
mod drafting;
mod forgetting;
mod lessons;
mod proving;
mod reviewing;
mod statistics;
mod wording;

use crate::clock::Instant;
use crate::db::StorageError;
use crate::incidents::deployments::{Deployment, DeploymentError, DeploymentState};
use crate::incidents::review::model::ReviewTexts;
use crate::incidents::service::IncidentError;
use crate::input::FieldError;

pub(in crate::incidents) use certificate::{Certificate, certificate, verify};
pub(in crate::incidents) use drafting::{NewLesson, draft_lesson, incident_to_learn_from};
pub(in crate::incidents) use forgetting::{forget, forget_old, forget_texts};
pub(in crate::incidents) use lessons::{
    LessonFilter, lessons, lessons_of, share_lesson, withdraw_lesson,
};
pub(in crate::incidents) use proving::{ProvenSkill, prove, set_naming};
pub(in crate::incidents) use reviewing::{Afterwards, afterwards, write_review};
pub(in crate::incidents) use statistics::statistics;

/// Why something after a deployment was not shown or kept.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// It is not over.
    #[error("the deployment is not over")]
    NotEnded,
    /// What the sides wrote is read by all of them now.
    #[error("the reviews are read already")]
    Closed,
    /// The end is too long ago.
    #[error("the end is too long ago")]
    Late,
    /// Another side does this.
    #[error("another side does this")]
    OtherSide,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// What else is said of deployments.
    #[error(transparent)]
    Deployment(#[from] DeploymentError),
}

/// Why a lesson was not shown or kept.
#[derive(Debug, thiserror::Error)]
pub enum LessonError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such lesson")]
    NotFound,
    /// Nobody made sure yet that the incident is true.
    #[error("the incident is not verified")]
    NotVerified,
    /// An investigation holds back what happened.
    #[error("an investigation holds this back")]
    HeldBack,
    /// Whoever wrote it does not share it.
    #[error("a second person shares it")]
    OwnLesson,
    /// It is shared already.
    #[error("the lesson is shared already")]
    AlreadyShared,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// What else is said of incidents.
    #[error(transparent)]
    Incident(#[from] IncidentError),
}

impl From<StorageError> for ReviewError {
    fn from(error: StorageError) -> Self {
        Self::Deployment(error.into())
    }
}

impl From<sea_orm::DbErr> for ReviewError {
    fn from(error: sea_orm::DbErr) -> Self {
        StorageError::from(error).into()
    }
}

impl From<StorageError> for LessonError {
    fn from(error: StorageError) -> Self {
        Self::Incident(error.into())
    }
}

impl From<sea_orm::DbErr> for LessonError {
    fn from(error: sea_orm::DbErr) -> Self {
        StorageError::from(error).into()
    }
}

/// When a deployment ended: no later than it was to, though nobody said so before.
fn ended(deployment: &Deployment) -> Result<Instant, ReviewError> {
    if deployment.state != DeploymentState::Ended {
        return Err(ReviewError::NotEnded);
    }
    let until = deployment.terms.until;
    let at = deployment.ended.as_ref().map(|(at, _)| *at);
    Ok(at.map_or(until, |at| at.min(until)))
}

/// Something is said, and no text is too long.
fn check(texts: &ReviewTexts) -> Result<(), ReviewError> {
    use crate::incidents::review::model::LONGEST_TEXT;
    let ReviewTexts {
        went_well,
        was_hard,
        would_have_helped,
    } = texts;
    let fields = [
        ("/went_well", went_well),
        ("/was_hard", was_hard),
        ("/would_have_helped", would_have_helped),
    ];
    let long = fields
        .iter()
        .filter(|(_, text)| text.chars().count() > LONGEST_TEXT);
    let mut errors: Vec<_> = long
        .map(|(pointer, _)| FieldError::new(*pointer, "length", "at most 4000 characters"))
        .collect();
    if texts.is_empty() {
        errors.push(FieldError::new("/went_well", "required", "say something"));
    }
    if errors.is_empty() {
        return Ok(());
    }
    Err(ReviewError::Invalid(errors))
}
