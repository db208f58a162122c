//! What facets count, packed so that counting an entry reads one place in memory.

use crate::{
    Availability, Cefr, ExpertDocument, Instant, Readiness, TermOrd, Vocabulary, WorkMode,
};

/// Bits an instant may use: enough for the next 30,000 years.
const INSTANT_BITS: u32 = 40;
const LAST_INSTANT: u64 = (1 << INSTANT_BITS) - 1;
const LEVEL_BITS: u32 = 8;

/// Level of what has none: counted whatever level is asked for.
const ANY_LEVEL: u8 = u8::MAX;

/// A term an entry counts for, from which level on, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FacetValue(u64);

impl FacetValue {
    fn new(term: TermOrd, level: u8, until: Instant) -> Self {
        let term = u64::from(term.0) << (LEVEL_BITS + INSTANT_BITS);
        Self(term | u64::from(level) << INSTANT_BITS | packed(until))
    }

    /// The term.
    pub(crate) fn term(self) -> TermOrd {
        let term = self.0 >> (LEVEL_BITS + INSTANT_BITS);
        TermOrd(u16::try_from(term).unwrap_or(u16::MAX))
    }

    /// Whether the term counts at a level and a moment.
    pub(crate) fn counts(self, min_level: u8, now: Instant) -> bool {
        let level = self.0 >> INSTANT_BITS & u64::from(u8::MAX);
        level >= u64::from(min_level) && packed(now) < self.0 & LAST_INSTANT
    }

    /// What an entry counts for: its terms and everything broader, each once at its best.
    pub(super) fn all(entry: &ExpertDocument, vocabulary: &Vocabulary) -> Vec<Self> {
        let skills = entry.skills.iter();
        let skills = skills.map(|s| (s.term, s.level.clamp(1, 4), Instant::MAX));
        let languages = entry.languages.iter();
        let languages = languages.map(|l| (l.term, ANY_LEVEL, Instant::MAX));
        let certificates = entry.certifications.iter();
        let certificates =
            certificates.map(|c| (c.term, ANY_LEVEL, c.valid_until.unwrap_or(Instant::MAX)));
        let mut values: Vec<Self> = Vec::new();
        for (term, level, until) in skills.chain(languages).chain(certificates) {
            for broader in vocabulary.with_broader(term) {
                let value = Self::new(broader, level, until);
                match values.iter_mut().find(|known| known.term() == broader) {
                    Some(known) => *known = value.max(*known),
                    None => values.push(value),
                }
            }
        }
        values
    }
}

fn packed(instant: Instant) -> u64 {
    u64::try_from(instant).unwrap_or(0).min(LAST_INSTANT)
}

/// What an entry counts for that is no term.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FacetRow {
    pub(crate) land: u8,
    pub(crate) mode: WorkMode,
    /// How soon it can start, if that is the same at every moment.
    pub(crate) steady: Option<Readiness>,
}

impl FacetRow {
    pub(super) fn of(entry: &ExpertDocument) -> Self {
        Self {
            land: entry.base.land,
            mode: entry.mode,
            steady: steady(&entry.availability),
        }
    }
}

fn steady(availability: &Availability) -> Option<Readiness> {
    let is_free = availability.absences.is_empty()
        && availability.commitments.is_empty()
        && availability.on_call.is_empty();
    let is_dated = availability.readiness == Readiness::Later;
    (is_free && !is_dated).then_some(availability.readiness)
}

/// 1 for A1 to 6 for C2.
pub(super) fn cefr_number(cefr: Cefr) -> u8 {
    match cefr {
        Cefr::A1 => 1,
        Cefr::A2 => 2,
        Cefr::B1 => 3,
        Cefr::B2 => 4,
        Cefr::C1 => 5,
        Cefr::C2 => 6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_value_counts_from_its_level_on_until_its_end(
            term in any::<u16>(),
            (level, asked) in (0..5u8, 0..5u8),
            (until, now) in (0..4_000_000_000i64, 0..4_000_000_000i64),
        ) {
            let value = FacetValue::new(TermOrd(term), level, until);

            prop_assert_eq!(value.term(), TermOrd(term));
            prop_assert_eq!(value.counts(asked, now), level >= asked && now < until);
        }
    }

    #[test]
    fn what_never_ends_counts_for_ever() {
        let value = FacetValue::new(TermOrd(3), ANY_LEVEL, Instant::MAX);

        assert!(value.counts(4, 100_000_000_000));
    }
}
