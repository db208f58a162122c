//! Links that work once: the way in for a new account, and the step between password and second factor.

mod store;

use uuid::Uuid;

use super::Secret;
use crate::sealing::{Keyring, Purpose, SealError};

pub use store::{FoundLink, find, use_up};
pub(super) use store::{forget_old, issue, open, use_up_all};

/// Seconds an invitation works.
const INVITATION: i64 = 7 * 24 * 3_600;
/// Seconds between password and second factor.
const STEP: i64 = 5 * 60;
/// Seconds a link for beginning anew works.
const RECOVERY: i64 = 24 * 3_600;
/// Seconds the link of a question by mail works, whether entries are still right.
const CONFIRMATION: i64 = 30 * 24 * 3_600;

/// What a link is for; it opens nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum LinkPurpose {
    /// Choose a password.
    SetPassword,
    /// The password was right; the second factor is asked for.
    SecondFactor,
    /// Choose a password and begin anew, without the second factor there was: two people vouched.
    Recover,
    /// Say that the own entry is still right; nothing else, and nobody is signed in.
    ConfirmEntry,
    /// The same of the nameless entries of the team.
    ConfirmTeam,
}

impl LinkPurpose {
    /// How long such a link works, in seconds.
    pub(super) const fn seconds(self) -> i64 {
        match self {
            Self::SetPassword => INVITATION,
            Self::SecondFactor => STEP,
            Self::Recover => RECOVERY,
            Self::ConfirmEntry | Self::ConfirmTeam => CONFIRMATION,
        }
    }
}

/// The token of a link with this id: nobody without the keys can make it from what is stored.
///
/// # Errors
/// The keyring is empty.
pub fn token(ring: &Keyring, what_for: &str, id: Uuid) -> Result<Secret, SealError> {
    let message = format!("{what_for}\n{id}");
    Ok(Secret::from_bytes(
        ring.keyed_hash(Purpose::Links, message.as_bytes())?,
    ))
}
