//! What came of telling those concerned.

use strum::{EnumString, IntoStaticStr};

use crate::db::StorageError;

/// What came of asking those known of an administration whether it was them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Notice {
    /// Nothing yet.
    Waiting,
    /// Somebody was told.
    Sent,
    /// No channel took it so far.
    Failed,
    /// No channel is set up for any way there is.
    NoChannel,
    /// Nobody is known.
    NoContact,
}

impl Notice {
    /// As it is stored.
    pub(super) fn of(stored: Option<&str>) -> Result<Self, StorageError> {
        let read = stored.map_or(Ok(Self::Waiting), str::parse);
        read.map_err(|_| StorageError::Corrupt("code_redemptions.notice"))
    }

    /// Whether nothing else comes of it. Once somebody was told, others still may be.
    pub(super) const fn is_final(self) -> bool {
        match self {
            Self::NoChannel | Self::NoContact => true,
            Self::Waiting | Self::Sent | Self::Failed => false,
        }
    }
}
