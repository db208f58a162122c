//! What a proposal is.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;
use validator::Validate;

use crate::clock::Instant;
use crate::ids::ExpertId;
use crate::reference::Axis;

/// Proposals of an account that can wait at a time.
pub(super) const MOST_WAITING: u64 = 10;
/// Proposals of an account in a day.
pub(super) const MOST_A_DAY: u64 = 10;

/// A word that is missed.
#[derive(Clone, Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewProposal {
    /// What kind of term it is.
    pub axis: Axis,
    /// The word.
    #[validate(length(min = 2, max = 80))]
    pub word: String,
    /// Why it is missed, in a sentence.
    #[validate(length(min = 5, max = 300))]
    pub reason: String,
}

/// A word that was proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: Uuid,
    /// The entry it was missed in.
    pub expert: ExpertId,
    /// What kind of term it is.
    pub axis: Axis,
    /// The word.
    pub word: String,
    /// Why it is missed.
    pub reason: String,
    /// When it was proposed.
    pub created_at: Instant,
    /// What became of it.
    pub state: ProposalState,
    /// The term it became, or is a name of.
    pub term: Option<String>,
    /// Why it was declined.
    pub answer: Option<String>,
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum ProposalState {
    /// It waits.
    Open,
    /// It is a term, or a name of one.
    Accepted,
    /// It is none.
    Declined,
}
