//! What cases begin with.

use super::CaseKind;
use crate::clock::Instant;
use crate::experts::{Admission, Grade, holding};
use crate::ids::VettingCaseId;

/// Days within which an application should be decided.
const ADMISSION_DAYS: i64 = 14;
/// The same for an appeal.
const APPEAL_DAYS: i64 = 7;
/// The same for a revocation; an urgent one lapses then.
const REVOCATION_DAYS: i64 = 7;
/// Days before its end from which an admission is renewed.
const RENEWAL_DAYS: i64 = 90;
/// One of so many basic admissions gets a second look.
const SAMPLE: u64 = 10;

/// A case about to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What it decides.
    pub kind: CaseKind,
    /// How thorough it must be.
    pub grade: Grade,
    /// By when it should be decided.
    pub due_at: Instant,
    /// The rejection it is an appeal of, and the applicant's grounds.
    pub appeal: Option<(VettingCaseId, String)>,
    /// A revocation that acts at once.
    pub is_urgent: bool,
}

impl Opening {
    /// What a submission opens.
    ///
    /// A renewal waits as long as the admission holds; all else has two weeks.
    pub fn application(grade: Grade, admissions: &[Admission], now: Instant) -> Self {
        let kind = kind_for(grade, admissions, now);
        let due_at = match (kind, holding(admissions, now)) {
            (CaseKind::Renewal, Some(held)) => held.until,
            (CaseKind::Renewal | CaseKind::Admission | CaseKind::Revocation, _) => {
                now.plus_days(ADMISSION_DAYS)
            }
        };
        Self {
            kind,
            grade,
            due_at,
            appeal: None,
            is_urgent: false,
        }
    }

    /// What an appeal opens. After a revocation it asks for admission again.
    pub fn appeal(
        of: (VettingCaseId, CaseKind),
        grade: Grade,
        grounds: &str,
        now: Instant,
    ) -> Self {
        Self {
            kind: match of.1 {
                CaseKind::Renewal => CaseKind::Renewal,
                CaseKind::Admission | CaseKind::Revocation => CaseKind::Admission,
            },
            grade,
            due_at: now.plus_days(APPEAL_DAYS),
            appeal: Some((of.0, grounds.to_owned())),
            is_urgent: false,
        }
    }

    /// What a vetter opens who thinks that an admission must end.
    pub fn revocation(grade: Grade, is_urgent: bool, now: Instant) -> Self {
        Self {
            kind: CaseKind::Revocation,
            grade,
            due_at: now.plus_days(REVOCATION_DAYS),
            appeal: None,
            is_urgent,
        }
    }
}

/// Whether a submission asks for a renewal: the admission ends soon, and is of no lower grade.
fn kind_for(grade: Grade, admissions: &[Admission], now: Instant) -> CaseKind {
    match holding(admissions, now) {
        Some(held) if held.grade >= grade && ends_soon(&held, now) => CaseKind::Renewal,
        Some(_) | None => CaseKind::Admission,
    }
}

/// The admission that holds, if it ends so soon that it should be renewed.
pub fn ending(admissions: &[Admission], now: Instant) -> Option<Admission> {
    holding(admissions, now).filter(|held| ends_soon(held, now))
}

fn ends_soon(held: &Admission, now: Instant) -> bool {
    held.until <= now.plus_days(RENEWAL_DAYS)
}

/// Whether there is something to submit: nothing holds, it ends soon, or more is claimed than was looked at.
pub fn is_due(grade: Grade, admissions: &[Admission], now: Instant) -> bool {
    let held = holding(admissions, now);
    held.is_none_or(|held| held.grade < grade)
        || kind_for(grade, admissions, now) == CaseKind::Renewal
}

/// Whether a case is drawn for a second look; who does not know the key of the hash cannot tell.
pub fn is_sampled(hash: &[u8; 32]) -> bool {
    let mut first = [0; 8];
    first.copy_from_slice(&hash[..8]);
    u64::from_be_bytes(first) % SAMPLE == 0
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    const START: Instant = Instant::from_micros(0);

    fn admission(grade: Grade, days: i64) -> Admission {
        Admission {
            grade,
            from: START,
            until: START.plus_days(days),
            revoked_at: None,
        }
    }

    #[test]
    fn a_submission_renews_only_what_ends_within_ninety_days() {
        let held = [admission(Grade::Basic, 100)];
        let kind = |grade, day| kind_for(grade, &held, START.plus_days(day));

        assert_eq!(kind(Grade::Basic, 9), CaseKind::Admission);
        assert_eq!(kind(Grade::Basic, 10), CaseKind::Renewal);
        assert_eq!(kind(Grade::Extended, 10), CaseKind::Admission);
        assert_eq!(kind(Grade::Basic, 100), CaseKind::Admission);
        assert_eq!(kind_for(Grade::Basic, &[], START), CaseKind::Admission);
    }

    #[test]
    fn a_renewal_is_due_when_the_admission_ends() {
        let held = [admission(Grade::Extended, 60)];

        let opening = Opening::application(Grade::Basic, &held, START);

        assert_eq!(opening.due_at, START.plus_days(60));
    }

    #[test]
    fn about_a_tenth_is_drawn() {
        let hashes = (0_u32..10_000).map(|number| Sha256::digest(number.to_be_bytes()).into());

        let drawn = hashes.filter(is_sampled).count();

        assert!((900..1_100).contains(&drawn), "{drawn}");
    }
}
