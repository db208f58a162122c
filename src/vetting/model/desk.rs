//! What vetters look for in the queue, and note in a case.

use super::{CaseKind, CaseState};
use crate::clock::Instant;
use crate::experts::Grade;
use crate::ids::AccountId;

/// Which cases of the queue are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueFilter {
    /// Where they stand.
    pub state: CaseState,
    /// What they decide; all if absent.
    pub kind: Option<CaseKind>,
    /// How thorough they must be; all if absent.
    pub grade: Option<Grade>,
    /// Only those this vetter has not assessed.
    pub unassessed_by: Option<AccountId>,
}

/// What a vetter tells the others. The applicant's pages never show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Who.
    pub by: AccountId,
    /// What.
    pub text: String,
    /// When.
    pub at: Instant,
}

/// A question of the checklist that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The question.
    pub item: String,
    /// Who.
    pub by: AccountId,
    /// When.
    pub at: Instant,
}
