//! What vetters look for in the queue, and note in a case.

use std::fmt;

use super::{Case, CaseKind, CaseState};
use crate::clock::Instant;
use crate::experts::Grade;
use crate::ids::{AccountId, OrganisationId};

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

/// For whom cases of the queue are told apart: those one can assess, and those that wait for somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The vetter.
    pub vetter: AccountId,
    /// The organisations they belong to.
    pub houses: Vec<OrganisationId>,
    /// When.
    pub now: Instant,
}

/// Which part of what a filter finds.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// All of it.
    Whole,
    /// What this vetter can assess: those for which [`super::Case::may_assess`] says yes.
    Assessable(&'a Desk),
    /// Open, but for others.
    ForOthers(&'a Desk),
}

/// Vetters know each other by the end of their account's id: names are nobody's business here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VetterName(String);

impl VetterName {
    /// What the others call a vetter.
    pub fn of(account: AccountId) -> Self {
        let id = account.0.simple().to_string();
        Self(id[id.len() - 6..].to_owned())
    }
}

impl fmt::Display for VetterName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
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

/// What becomes of the ticks of a checklist.
#[derive(Clone, Copy, Debug)]
pub enum Ticking<'a> {
    /// These questions are ticked then, and no others.
    Exactly(&'a [String]),
    /// One question is ticked then, or not; all others stay.
    One(&'a str, bool),
}

impl Ticking<'_> {
    /// Whether a question is ticked then; none when it stays as it is.
    pub fn of(self, item: &str) -> Option<bool> {
        match self {
            Self::Exactly(ticked) => Some(ticked.iter().any(|ticked| ticked == item)),
            Self::One(one, is_ticked) => (one == item).then_some(is_ticked),
        }
    }
}

impl Case {
    /// As whoever is close to the entry sees it: what vetters wrote is not for them.
    #[must_use]
    pub fn without_reasons(mut self) -> Self {
        for said in &mut self.assessments {
            said.reason.clear();
        }
        self
    }
}
