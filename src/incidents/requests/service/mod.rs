//! Use cases of requests for help.

mod advance;
mod answer;
mod awake;
mod create;
mod follow;
mod keypad;
mod let_go;
mod obstacle;
mod phoning;
mod pick;
mod preview;
mod send;
mod settle;
mod steer;
mod turn;
mod view;

use std::sync::Arc;

use super::model::Waves;
use crate::db::{Db, StorageError};
use crate::input::FieldError;
use crate::reference::Reference;
use crate::sealing::Keyring;
use crate::search::{Publisher, SearchError};

pub(in crate::incidents) use advance::{ADVANCE, advance, answer_path, plan as plan_advance};
pub(in crate::incidents) use answer::{
    Asked, Given, answer_by_link, answer_for, asked, undo_by_link,
};
pub(in crate::incidents) use create::{
    NewRequest, ask_for_verified, create, draft, keep as keep_draft,
};
pub(in crate::incidents) use follow::asked_stand;
pub(in crate::incidents) use keypad::press;
pub(in crate::incidents) use let_go::let_go;
pub(in crate::incidents) use phoning::{number, to_phone};
pub(in crate::incidents) use preview::{Pick, preview};
pub(in crate::incidents) use send::{ALERT, STAND_DOWN, send_again, send_alert, send_stand_down};
pub(in crate::incidents) use settle::settle;
pub(in crate::incidents) use steer::{
    begin, choose, next_wave, pause, stand_down, stand_down_of_incident,
};
pub(in crate::incidents) use view::{has_begun, of_incident, show, stand, with_arrivals};

/// What a request is worked on with.
#[derive(Clone)]
pub(in crate::incidents) struct Desk {
    pub(in crate::incidents) db: Db,
    pub(in crate::incidents) ring: Arc<Keyring>,
    pub(in crate::incidents) reference: Arc<Reference>,
    pub(in crate::incidents) search: Publisher,
    pub(in crate::incidents) waves: Waves,
}

/// Why a request was not made, shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such request")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// Nobody made sure yet that whoever asks is who they say.
    #[error("the incident is not verified")]
    Unverified,
    /// The incident or the request is over.
    #[error("it is over")]
    Over,
    /// It was answered, or is no longer asked.
    #[error("it was answered, or nobody is asked any more")]
    Answered,
    /// There was too much time between.
    #[error("it can no longer be answered")]
    Expired,
    /// Nothing was answered, it is too long ago, or they are committed.
    #[error("it cannot be taken back")]
    CannotUndo,
    /// There was another wave since it was looked at.
    #[error("there was another wave meanwhile")]
    MovedOn,
    /// A message reached them, or is on its way.
    #[error("a message reached them, or is on its way")]
    Reached,
    /// The key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// The register cannot be searched yet.
    #[error("the register cannot be searched yet")]
    NotReady,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for RequestError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<crate::sealing::SealError> for RequestError {
    fn from(error: crate::sealing::SealError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<crate::experts::ExpertError> for RequestError {
    fn from(error: crate::experts::ExpertError) -> Self {
        match error {
            crate::experts::ExpertError::Storage(error) => Self::Storage(error),
            crate::experts::ExpertError::NotFound
            | crate::experts::ExpertError::Invalid(_)
            | crate::experts::ExpertError::Version(_)
            | crate::experts::ExpertError::NotYours(_)
            | crate::experts::ExpertError::KeyReused => Self::NotFound,
        }
    }
}

impl From<SearchError> for RequestError {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Invalid(errors) => Self::Invalid(errors),
            SearchError::Storage(error) => Self::Storage(error),
            SearchError::NotFound
            | SearchError::UsedUp
            | SearchError::NotReady
            | SearchError::Index(_) => Self::NotReady,
        }
    }
}
