//! Use cases of deployments.

mod acceptance;
mod asking_town;
mod contact;
mod ending;
mod extending;
mod extension_news;
mod introducing;
mod news;
mod part;
mod proposing;
mod question;
mod release;
mod running;
mod said;
mod succeeding;
mod town_news;
mod unasked;
mod view;

use crate::clock::Instant;
use crate::db::StorageError;
use crate::incidents::deployments::model::AskedBefore;
use crate::incidents::requests::RequestError;
use crate::input::FieldError;

pub(in crate::incidents) use acceptance::{decide_acceptance, decide_by_town};
pub(in crate::incidents) use asking_town::{TOWN_ASKED, send_town_asked, ways_to_town};
pub(in crate::incidents) use contact::{
    OtherSide, Side, contact, is_open, other_side, show_expert_to_town, words,
};
pub(in crate::incidents) use ending::end;
pub(in crate::incidents) use extending::{
    EXTENSION_DUE, answer_extension, answer_extension_as_expert, ask_extension,
    ask_extension_by_town, lapse_extension, last_extensions,
};
pub(in crate::incidents) use extension_news::{
    EXTENDED, EXTENSION_NEWS, HOUSE_EXTENSION, send_extension_news, send_house_extension,
};
pub(in crate::incidents) use introducing::introductions;
pub(in crate::incidents) use news::{
    EXPERT_NEWS, EXPERT_TOLD, HOUSE_NEWS, send_expert_news, send_house_news,
};
pub(in crate::incidents) use part::{Standing, TakesPart, taking_part};
pub(in crate::incidents) use proposing::propose;
pub(in crate::incidents) use question::{Question, release_question};
pub(in crate::incidents) use release::{
    RELEASE_ASKED, RELEASE_RUNG, decide_by_link, decide_release, ring_release_ask, send_release_ask,
};
pub(in crate::incidents) use running::{
    Step, run_out, take_step, take_step_as_expert, take_step_by_town,
};
pub(in crate::incidents) use succeeding::seek_successor;
pub(in crate::incidents) use town_news::{
    ENDS_SOON, TOWN_NEWS, TOWN_TOLD, send_ends_soon, send_town_news,
};
pub(in crate::incidents) use unasked::unasked;
pub(in crate::incidents) use view::{Brief, briefs, list, of_house, show};

/// Why a deployment was not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum DeploymentError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such deployment")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// It was decided otherwise before, or is not asked yet or any more.
    #[error("this is not to be decided now")]
    NotAsked,
    /// The person is committed elsewhere then; free from this instant.
    #[error("the person is committed elsewhere")]
    Booked(Instant),
    /// A later end was not agreed; it can be asked for again from this instant, or no more.
    #[error("a later end was not agreed before")]
    NotAgreed(Option<Instant>),
    /// Nobody is committed, or it is too long ago: neither side sees the other.
    #[error("neither side sees the other")]
    NotCommitted,
    /// The code was wrong; so many tries are left.
    #[error("this is not the code")]
    WrongCode(i32),
    /// Whoever helps does not turn the employer's key, too.
    #[error("somebody else releases")]
    OwnKey,
    /// Another side of it does this.
    #[error("another side does this")]
    OtherSide,
    /// There were too many wrong codes.
    #[error("there were too many wrong codes")]
    Locked,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for DeploymentError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<AskedBefore> for DeploymentError {
    fn from(before: AskedBefore) -> Self {
        match before {
            AskedBefore::Open => Self::NotAsked,
            AskedBefore::Lately(again) => Self::NotAgreed(Some(again)),
            AskedBefore::Often => Self::NotAgreed(None),
        }
    }
}

impl From<crate::sealing::SealError> for DeploymentError {
    fn from(error: crate::sealing::SealError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<crate::experts::ExpertError> for DeploymentError {
    fn from(error: crate::experts::ExpertError) -> Self {
        RequestError::from(error).into()
    }
}

impl From<RequestError> for DeploymentError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::Storage(error) => Self::Storage(error),
            RequestError::Invalid(errors) => Self::Invalid(errors),
            RequestError::NotFound => Self::NotFound,
            RequestError::Unverified
            | RequestError::Over
            | RequestError::Answered
            | RequestError::Expired
            | RequestError::CannotUndo
            | RequestError::MovedOn
            | RequestError::Reached
            | RequestError::KeyReused
            | RequestError::NotReady => Self::NotAsked,
        }
    }
}
