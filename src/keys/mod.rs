//! Keeping the keys: rotating them with two people, and taking away what nothing needs any more.

mod approval;
mod model;
mod overview;
mod pages;
mod retirement;
mod rotation;
mod store;

pub use approval::{announce, confirm};
pub use model::{Rotation, RotationState};
pub use overview::open_data;
pub use overview::{Overview, VersionUse, overview};
pub use pages::routes as page_routes;
pub use retirement::retire;
pub use rotation::{Rotated, rotate};

use crate::db::StorageError;
use crate::sealing::SealError;

/// Subject of all entries about keys.
const SUBJECT: &str = "keys";

/// Why the keys stay as they are.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// One is announced already, or being done.
    #[error("a rotation is announced already")]
    AlreadyAnnounced,
    /// None is announced, or it was too long ago.
    #[error("no rotation is announced")]
    NotAnnounced,
    /// Whoever announced it cannot confirm it.
    #[error("a second person confirms a rotation")]
    SamePerson,
    /// A token cannot do this: sign in.
    #[error("a token cannot do this")]
    SessionNeeded,
    /// Two people are needed first.
    #[error(
        "no rotation is confirmed: one admin announces it at /verwaltung/schluessel, a second one confirms it there"
    )]
    NotConfirmed,
    /// Some data keys do not open; everything else is under the new version.
    #[error(
        "{0} data keys do not open under the keys there are; they and the old keys were left as they are"
    )]
    Unreadable(u64),
    /// The keyring lacks the version, or has it no more.
    #[error("there is no key {0}")]
    NoSuchVersion(i32),
    /// It seals.
    #[error("key {0} is the newest: it seals")]
    Newest(i32),
    /// Something is wrapped under it.
    #[error("key {version} is in use: {data_keys} data keys are wrapped under it")]
    InUse {
        /// The version.
        version: i32,
        /// How many need it.
        data_keys: u64,
    },
    /// What was begun before may still need it.
    #[error("a rotation is not finished, or was finished less than an hour ago")]
    TooSoon,
    /// An old folder without `hashing.key`.
    #[error("key {0} also makes the keyed hashes and stays")]
    MakesHashes(i32),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for KeyError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for KeyError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}
