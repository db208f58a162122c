//! One thing asked for, and who has it.

use super::weights::{percent, together};
use crate::TermOrd;
use crate::snapshot::BitSet;

/// How strongly every visible entry matches one word or name of a query.
#[derive(Clone, Debug, Default)]
pub(crate) struct Concept {
    /// For each segment a strength for each entry; 0 is no match.
    pub(super) strengths: Vec<Vec<u16>>,
    /// Terms that were looked for, best first.
    pub(crate) terms: Vec<TermOrd>,
    /// Stems that were looked for.
    pub(crate) stems: Vec<String>,
    /// Words taken for mistyped ones.
    pub(crate) corrections: Vec<String>,
}

impl Concept {
    /// A concept nobody matches, for segments of these sizes.
    pub(super) fn nobody(segments: &[BitSet]) -> Self {
        let sizes = segments.iter().map(BitSet::capacity);
        Self {
            strengths: sizes.map(|size| vec![0; size]).collect(),
            ..Self::default()
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.strengths
            .iter()
            .all(|segment| segment.iter().all(|&strength| strength == 0))
    }

    /// How many entries match.
    pub(super) fn count(&self) -> usize {
        self.strengths
            .iter()
            .map(|segment| segment.iter().filter(|&&strength| strength > 0).count())
            .sum()
    }

    /// The entries of a segment that match.
    pub(super) fn matching(&self, segment: usize) -> BitSet {
        let strengths = &self.strengths[segment];
        BitSet::of(strengths.len(), |entry| strengths[entry] > 0)
    }

    pub(super) fn strength(&self, segment: usize, entry: usize) -> u16 {
        self.strengths[segment][entry]
    }

    /// Notes a match.
    pub(super) fn add(&mut self, segment: usize, entry: usize, strength: u16) {
        let known = &mut self.strengths[segment][entry];
        *known = together(*known, strength);
    }

    /// Takes over the matches of another concept at a part of their strength.
    pub(super) fn or(&mut self, other: Self, part: u16) {
        for (mine, theirs) in self.strengths.iter_mut().zip(&other.strengths) {
            for (known, &strength) in mine.iter_mut().zip(theirs) {
                *known = together(*known, percent(strength, part));
            }
        }
        self.remember(other);
    }

    /// Takes over entries that match all of several concepts, at a part of the weakest match.
    pub(super) fn or_all(&mut self, all: Vec<Self>, part: u16) {
        let mut all = all.into_iter();
        let Some(mut weakest) = all.next() else {
            return;
        };
        for other in all {
            for (mine, theirs) in weakest.strengths.iter_mut().zip(&other.strengths) {
                for (known, &strength) in mine.iter_mut().zip(theirs) {
                    *known = (*known).min(strength);
                }
            }
            weakest.remember(other);
        }
        self.or(weakest, part);
    }

    fn remember(&mut self, other: Self) {
        for term in other.terms {
            if !self.terms.contains(&term) {
                self.terms.push(term);
            }
        }
        self.stems.extend(other.stems);
        self.corrections.extend(other.corrections);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concept(strengths: [u16; 3]) -> Concept {
        Concept {
            strengths: vec![strengths.to_vec()],
            ..Concept::default()
        }
    }

    #[test]
    fn all_is_as_weak_as_its_weakest() {
        let mut found = concept([0, 0, 0]);

        found.or_all(vec![concept([800, 400, 0]), concept([200, 600, 500])], 50);

        assert_eq!(found.strengths, [[100, 200, 0]]);
        assert_eq!(found.count(), 2);
    }

    #[test]
    fn a_second_match_adds_a_little() {
        let mut found = concept([800, 0, 0]);

        found.or(concept([80, 80, 0]), 100);

        assert_eq!(found.strengths, [[810, 80, 0]]);
    }
}
