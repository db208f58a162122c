//! What a vetting case is; what may become of it is in [`rules`].

mod checklist;
mod desk;
mod opening;
#[cfg(test)]
mod properties;
mod rules;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

pub use checklist::checklist;
pub use desk::{Comment, Desk, Part, QueueFilter, Tick, Ticking, VetterName};
pub use opening::{Opening, ending, is_due, is_sampled};
pub use rules::{Effect, Refusal, Vetter};

use crate::clock::Instant;
use crate::experts::Grade;
use crate::ids::{AccountId, ExpertId, VettingCaseId};

/// Shortest admission in days, about 30 months.
const SHORTEST_DAYS: i64 = 913;
/// Days over which ends are spread, about six months.
const SPREAD_DAYS: i64 = 182;

/// Admission, renewal or revocation of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: VettingCaseId,
    /// The entry.
    pub expert: ExpertId,
    /// What is decided.
    pub kind: CaseKind,
    /// How thorough it must be.
    pub grade: Grade,
    /// It was drawn for a second look, which a basic admission otherwise goes without.
    pub is_sampled: bool,
    /// Where it stands.
    pub state: CaseState,
    /// How it was decided.
    pub outcome: Option<Verdict>,
    /// When it was opened.
    pub opened_at: Instant,
    /// By when it should be decided.
    pub due_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// The rejection it is an appeal of.
    pub appeal: Option<Appeal>,
    /// A revocation that acts at once, and lapses unless a second person confirms it in time.
    pub is_urgent: bool,
    /// What vetters said, oldest first.
    pub assessments: Vec<Assessment>,
}

/// Why somebody asks others to look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// The case that ended with a rejection.
    pub of: VettingCaseId,
    /// What the applicant says.
    pub grounds: String,
    /// Who assessed that case, and must not assess this one.
    pub barred: Vec<AccountId>,
}

/// What one vetter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Who.
    pub vetter: AccountId,
    /// What.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
}

/// What a case decides.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CaseKind {
    /// Whether the entry is admitted.
    Admission,
    /// Whether an admission that ends soon is followed by another.
    Renewal,
    /// Whether the admission is taken away: `reject` takes it, `admit` leaves it.
    Revocation,
}

/// Where a case stands.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CaseState {
    /// Waits for assessments.
    Open,
    /// Admitted, rejected or sent back.
    Decided,
    /// Taken back by the applicant.
    Withdrawn,
}

/// What a vetter can say.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// Admit.
    Admit,
    /// Reject.
    Reject,
    /// Send back for changes; the applicant submits again.
    RequestChanges,
}

/// End of an admission: 30 to 36 months on, spread by the entry so that not all end at once.
pub fn admitted_until(expert: ExpertId, from: Instant) -> Instant {
    let spread = i64::from(expert.0.as_bytes()[15]) * SPREAD_DAYS / 255;
    from.plus_days(SHORTEST_DAYS + spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn admissions_last_thirty_to_thirty_six_months() {
        let from = Instant::from_micros(0);
        for _ in 0..100 {
            let days = admitted_until(ExpertId::random(), from).as_seconds() / 86_400;

            assert!((913..=1_096).contains(&days));
        }
    }
}
