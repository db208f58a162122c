//! What an offer is, and when somebody can have it.

mod content;
mod kind;

use chrono::NaiveDate;

pub use content::{Compute, Content, OfferSkill, Reach, What};
pub use kind::{Cost, OfferKind, OfferState};

use crate::clock::Instant;
use crate::ids::{OfferId, OrganisationId};
use crate::organisations::OrganisationKind;

/// Days ahead an offer ends at the latest: what nobody looks at again is no longer true.
pub const LONGEST_DAYS: i64 = 731;
/// Offers a house has at most, those withdrawn aside.
pub const MOST: u64 = 100;
/// Offers a house has at most, those withdrawn with them: all are read together.
pub const MOST_EVER: u64 = 1_000;

/// An offer of a house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Where it stands.
    pub state: OfferState,
    /// What it says.
    pub content: Content,
    /// When it was entered.
    pub created_at: Instant,
    /// Counts its changes from 1.
    pub version: i32,
}

impl Offer {
    /// The last day it stands.
    pub fn last_day(&self) -> NaiveDate {
        // It ends with the day: the instant itself is the next one.
        self.content.expires_at.plus_seconds(-1).date()
    }

    /// Whether its last day is past.
    pub fn is_over(&self, now: Instant) -> bool {
        self.content.expires_at <= now
    }

    /// Whether others than the house see it.
    pub(in crate::offers) fn is_found(&self, provider: &Provider, now: Instant) -> bool {
        self.state == OfferState::Published && !self.is_over(now) && provider.gives()
    }
}

/// What counts of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::offers) struct Provider {
    pub(in crate::offers) name: String,
    pub(in crate::offers) kind: OrganisationKind,
    pub(in crate::offers) place: String,
    pub(in crate::offers) is_member: bool,
    pub(in crate::offers) is_struck: bool,
}

impl Provider {
    /// Whether it gives anything to others now.
    fn gives(&self) -> bool {
        self.is_member && !self.is_struck
    }
}
