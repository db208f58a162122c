//! Use cases of threads.

mod news;
mod quotes;
mod reading;
mod steps;
mod writing;

use super::model::NotNow;
use crate::db::StorageError;
use crate::incidents::deployments::DeploymentError;

pub(in crate::incidents) use news::{THREAD_NEWS, send_thread_news};
pub(in crate::incidents) use quotes::quoted;
pub(super) use reading::about;
pub(in crate::incidents) use reading::{Read, read};
pub(in crate::incidents) use steps::{begin, ended_by, say, take_back};
pub(in crate::incidents) use writing::{NewMessage, side_of, write};

/// Why a thread was not shown, or a message not taken.
#[derive(Debug, thiserror::Error)]
pub enum ThreadError {
    /// What else is said of deployments.
    #[error(transparent)]
    Deployment(#[from] DeploymentError),
    /// It cannot be said now.
    #[error("this cannot be said now")]
    NotNow(NotNow),
    /// There are as many messages as there may be.
    #[error("the thread is full")]
    Full,
    /// The incident was forgotten: nothing is kept in words any more.
    #[error("the incident was forgotten")]
    Forgotten,
    /// The idempotency key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
}

impl From<StorageError> for ThreadError {
    fn from(error: StorageError) -> Self {
        Self::Deployment(error.into())
    }
}

impl From<sea_orm::DbErr> for ThreadError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Deployment(error.into())
    }
}

impl From<NotNow> for ThreadError {
    fn from(not: NotNow) -> Self {
        Self::NotNow(not)
    }
}
