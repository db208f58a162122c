//! Who fits, why, and the team.

use i18n_embed_fl::fl;

use crate::Language;
use crate::parts::{ExpertCard, Link};

/// Ranked people for each need, and a team.
#[derive(Clone, Debug)]
pub struct MatchResult {
    /// Name of the place helped.
    pub place: String,
    /// One for each need, in the order asked.
    pub needs: Vec<NeedResult>,
    /// The best team found.
    pub team: Team,
    /// Moment of the last change known, such as `heute, 14:20 Uhr`.
    pub as_of: String,
}

/// Who fits a need, and why others do not.
#[derive(Clone, Debug)]
pub struct NeedResult {
    /// Its name.
    pub label: String,
    /// The best, best first.
    pub candidates: Vec<Candidate>,
    /// How many fit.
    pub eligible: usize,
    /// The others, each under one reason.
    pub excluded: Vec<Excluded>,
    /// All numbers in a sentence.
    pub funnel: String,
    /// The smallest change that would let somebody fit, when nobody does.
    pub relaxation: Option<String>,
}

/// A candidate with reasons.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The masked entry; its `reasons` may stay empty.
    pub card: ExpertCard,
    /// Score, 0–100.
    pub score_percent: u8,
    /// All eight factors.
    pub factors: Vec<Factor>,
}

/// What a factor adds, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Which.
    pub kind: FactorKind,
    /// Its share of the score, 0–100.
    pub weight_percent: u8,
    /// How well it is met, 0–100.
    pub value_percent: u8,
    /// Why.
    pub text: String,
}

/// A factor of the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorKind {
    /// Roles and domains.
    Skill,
    /// Time on the road.
    Travel,
    /// Products and procedures.
    Product,
    /// Share of the time covered, and how soon.
    Availability,
    /// Answers in the past.
    Response,
    /// Rest after earlier deployments.
    Fairness,
    /// How recently the entry was confirmed.
    Freshness,
    /// Same Land, hence the same law.
    Legal,
}

/// How many a reason keeps away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// How many; none when few and the visitor is not to count them.
    pub count: Option<u32>,
    /// What the reason means.
    pub text: String,
}

/// Who should go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// The needs with those who take their places.
    pub needs: Vec<TeamNeed>,
    /// Names of products and procedures asked that nobody on the team has.
    pub missing: Vec<String>,
    /// Whether no better team exists among the best candidates.
    pub is_proven: bool,
    /// What to know about it.
    pub note: String,
}

/// A need with those who take its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamNeed {
    /// Its name.
    pub label: String,
    /// Who takes its places.
    pub members: Vec<TeamMember>,
    /// Places filled.
    pub filled: usize,
    /// Places asked for.
    pub of: usize,
}

/// Somebody on the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamMember {
    /// Public name, leading to the entry.
    pub alias: Link,
    /// Where from, and how far: `Sachsen, ca. 60 km`.
    pub region: String,
    /// Places a capacity takes; 1 for a person.
    pub places: usize,
}

impl FactorKind {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Skill => fl!(texts, "factor-skill"),
            Self::Travel => fl!(texts, "factor-travel"),
            Self::Product => fl!(texts, "factor-product"),
            Self::Availability => fl!(texts, "factor-availability"),
            Self::Response => fl!(texts, "factor-response"),
            Self::Fairness => fl!(texts, "factor-fairness"),
            Self::Freshness => fl!(texts, "factor-freshness"),
            Self::Legal => fl!(texts, "factor-legal"),
        }
    }
}

impl NeedResult {
    /// How many are kept away for any reason; none when that would tell a number that is not told.
    pub(super) fn excluded_total(&self) -> Option<u32> {
        self.excluded.iter().map(|excluded| excluded.count).sum()
    }
}

impl Team {
    /// Whether every place is filled and nothing asked is missing.
    pub(super) fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.needs.iter().all(|need| need.filled >= need.of)
    }
}

impl TeamNeed {
    pub(super) fn open(&self) -> usize {
        self.of.saturating_sub(self.filled)
    }
}
