//! How a side says it went: in free words, about the help and never about persons, and nobody in answer to the other.

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::incidents::deployments::Part;

/// Signs each of the texts may have.
pub const LONGEST_TEXT: usize = 4_000;
/// Days after the end within which the sides write.
pub const WRITING_DAYS: i64 = 14;

/// What a side says.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewTexts {
    /// What went well.
    pub went_well: String,
    /// What was hard.
    pub was_hard: String,
    /// What would have helped.
    pub would_have_helped: String,
}

/// Without what it says.
impl std::fmt::Debug for ReviewTexts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReviewTexts").finish_non_exhaustive()
    }
}

/// What a side said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The side.
    pub part: Part,
    /// When it was written last.
    pub at: Instant,
    /// Grows with every change.
    pub version: i32,
    /// What it says.
    pub texts: ReviewTexts,
}

/// Who of the sides wrote, and when it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The end of the deployment.
    pub ended: Instant,
    /// The town wrote.
    pub by_town: bool,
    /// Whoever helped wrote; their house, where they are no person.
    pub by_helper: bool,
}

impl ReviewTexts {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        let Self {
            went_well,
            was_hard,
            would_have_helped,
        } = self;
        [went_well, was_hard, would_have_helped]
            .into_iter()
            .all(String::is_empty)
    }
}

impl Timing {
    /// Until when the sides may write.
    pub fn writes_until(&self) -> Instant {
        self.ended.plus_days(WRITING_DAYS)
    }

    /// Whether each side sees what the other wrote. From then on nobody writes any more.
    pub fn is_visible(&self, now: Instant) -> bool {
        (self.by_town && self.by_helper) || self.writes_until() <= now
    }
}

/// As which side somebody writes who is all of these. The desk reads, and says nothing for others.
pub fn writes_as(parts: &[Part]) -> Option<Part> {
    [Part::Town, Part::Expert, Part::Employer]
        .into_iter()
        .find(|part| parts.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: Instant = Instant::from_micros(0);

    #[test]
    fn nobody_sees_the_other_before_both_wrote_or_two_weeks_are_over() {
        let alone = Timing {
            ended: END,
            by_town: true,
            by_helper: false,
        };
        let both = Timing {
            by_helper: true,
            ..alone
        };

        assert!(!alone.is_visible(END.plus_days(14).plus_seconds(-1)));
        assert!(alone.is_visible(END.plus_days(14)));
        assert!(both.is_visible(END));
    }

    #[test]
    fn the_desk_writes_for_nobody() {
        assert_eq!(writes_as(&[Part::Coordinator]), None);
        assert_eq!(
            writes_as(&[Part::Employer, Part::Expert]),
            Some(Part::Expert)
        );
    }
}
