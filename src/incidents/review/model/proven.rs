//! Which skills a town may say it saw.

use crate::clock::Instant;
use crate::experts::Skill;
use crate::incidents::deployments::{Part, is_within};
use crate::matching::NewNeed;
use crate::reference::Taxonomy;

/// Days after the end within which a town says what it saw.
pub const PROVING_DAYS: i64 = 90;

/// What somebody does with marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prover {
    /// Sets them, as the town or on its behalf.
    Town,
    /// Takes them back: they are about oneself.
    Oneself,
}

impl Prover {
    /// What whoever is all of these may do with them: who is both helped and helps marks nothing of the own.
    pub fn of(parts: &[Part]) -> Option<Self> {
        let is = |part| parts.contains(&part);
        if is(Part::Expert) {
            return Some(Self::Oneself);
        }
        (is(Part::Town) || is(Part::Coordinator)).then_some(Self::Town)
    }
}

/// Whether marks may still be set.
pub fn may_mark(ended: Instant, now: Instant) -> bool {
    now < ended.plus_days(PROVING_DAYS)
}

/// What is held of what a need asks, also where it is narrower.
pub fn provable(taxonomy: &Taxonomy, held: &[Skill], need: &NewNeed) -> Vec<Skill> {
    let asked = |skill: &&Skill| {
        let mut asked = need.skills.iter();
        asked.any(|asked| is_within(taxonomy, &skill.id, &asked.id))
    };
    held.iter().filter(asked).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_set_for_ninety_days() {
        let end = Instant::from_micros(0);

        assert!(may_mark(end, end.plus_days(90).plus_seconds(-1)));
        assert!(!may_mark(end, end.plus_days(90)));
    }

    #[test]
    fn nobody_marks_the_own_skills() {
        assert_eq!(Prover::of(&[Part::Town]), Some(Prover::Town));
        assert_eq!(Prover::of(&[Part::Coordinator]), Some(Prover::Town));
        assert_eq!(
            Prover::of(&[Part::Coordinator, Part::Expert]),
            Some(Prover::Oneself)
        );
        assert_eq!(Prover::of(&[Part::Employer]), None);
    }
}
