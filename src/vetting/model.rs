//! When a case is decided.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::experts::Grade;
use crate::ids::{AccountId, ExpertId, VettingCaseId};

/// Shortest admission in days, about 30 months.
const SHORTEST_DAYS: i64 = 913;
/// Days over which ends are spread, about six months.
const SPREAD_DAYS: i64 = 182;

/// Admission or renewal of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: VettingCaseId,
    /// The entry.
    pub expert: ExpertId,
    /// How thorough it must be.
    pub grade: Grade,
    /// Where it stands.
    pub state: CaseState,
    /// How it was decided.
    pub outcome: Option<Verdict>,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// What vetters said, oldest first.
    pub assessments: Vec<Assessment>,
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

/// Where a case stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
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
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
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

/// How assessments decide a case; `None` while more are needed.
///
/// The basic grade takes one vetter, the extended one two (trust.md 5). Anything but an admission decides at once.
pub fn decision(grade: Grade, verdicts: &[Verdict]) -> Option<Verdict> {
    let needed = match grade {
        Grade::Basic => 1,
        Grade::Extended => 2,
    };
    let other = verdicts
        .iter()
        .copied()
        .find(|verdict| *verdict != Verdict::Admit);
    other.or_else(|| (verdicts.len() >= needed).then_some(Verdict::Admit))
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
    fn the_basic_grade_takes_one_vetter_and_the_extended_one_two() {
        let admits = [Verdict::Admit; 2];

        assert_eq!(decision(Grade::Basic, &admits[..1]), Some(Verdict::Admit));
        assert_eq!(decision(Grade::Extended, &admits[..1]), None);
        assert_eq!(decision(Grade::Extended, &admits), Some(Verdict::Admit));
    }

    #[test]
    fn one_no_decides() {
        assert_eq!(
            decision(Grade::Extended, &[Verdict::Reject]),
            Some(Verdict::Reject)
        );
        assert_eq!(
            decision(Grade::Extended, &[Verdict::Admit, Verdict::RequestChanges]),
            Some(Verdict::RequestChanges)
        );
        assert_eq!(decision(Grade::Basic, &[]), None);
    }

    #[test]
    fn admissions_last_thirty_to_thirty_six_months() {
        let from = Instant::from_micros(0);
        for _ in 0..100 {
            let days = admitted_until(ExpertId::random(), from).as_seconds() / 86_400;

            assert!((913..=1_096).contains(&days));
        }
    }
}
