//! Who matches a whole query, and how well.

use super::weights::rarity;
use super::{Concept, ParsedText, Visible};
use crate::index::IndexError;
use crate::names::LONGEST_NAME;
use crate::snapshot::BitSet;

/// The entries a text means, before any filter.
pub(crate) struct TextHits {
    /// One set a segment.
    pub(crate) entries: Vec<BitSet>,
    /// Words, names and phrases asked for.
    pub(crate) concepts: Vec<Concept>,
    /// Whether nobody matched everything and hits match only some of it.
    pub(crate) is_relaxed: bool,
    weights: Vec<u64>,
}

impl TextHits {
    /// Everybody visible for an empty text. Else those who match all of it, or if there are none,
    /// those who match at least half of its words and names, or if there are none, any of them.
    pub(crate) fn find(text: &ParsedText, visible: Visible<'_>) -> Result<Self, IndexError> {
        let concepts = concepts(text, &visible)?;
        let all = visible.entries.iter().map(BitSet::count).sum();
        let weights = concepts.iter().map(|c| rarity(c.count(), all)).collect();
        let mut hits = Self {
            entries: visible.entries.to_vec(),
            concepts,
            is_relaxed: false,
            weights,
        };
        for words in &text.excluded {
            let excluded = visible.match_phrase(&borrowed(words))?;
            for (place, entries) in hits.entries.iter_mut().enumerate() {
                entries.subtract(&excluded.matching(place));
            }
        }
        hits.narrow();
        Ok(hits)
    }

    /// How well an entry matches, 0 to about 10,000; 0 when nothing was asked for.
    pub(crate) fn score(&self, segment: usize, entry: usize) -> u64 {
        let weighted = self
            .concepts
            .iter()
            .zip(&self.weights)
            .map(|(concept, weight)| u64::from(concept.strength(segment, entry)) * weight);
        weighted.sum::<u64>() / self.weights.iter().sum::<u64>().max(1)
    }

    /// Words that were taken for mistyped ones.
    pub(crate) fn corrections(&self) -> Vec<String> {
        let mut corrections = Vec::new();
        for word in self
            .concepts
            .iter()
            .flat_map(|concept| &concept.corrections)
        {
            if !corrections.contains(word) {
                corrections.push(word.clone());
            }
        }
        corrections
    }

    fn narrow(&mut self) {
        let candidates = self.entries.clone();
        let wanted = self.concepts.len();
        for needed in [wanted, wanted.div_ceil(2), 1] {
            self.entries.clone_from(&candidates);
            self.keep(needed);
            if needed <= 1 || !self.entries.iter().all(BitSet::is_empty) {
                break;
            }
            self.is_relaxed = true;
        }
    }

    /// Keeps entries that match at least `needed` concepts.
    fn keep(&mut self, needed: usize) {
        for (place, entries) in self.entries.iter_mut().enumerate() {
            let matching: Vec<BitSet> = self.concepts.iter().map(|c| c.matching(place)).collect();
            if needed == matching.len() {
                for set in &matching {
                    entries.intersect(set);
                }
                continue;
            }
            let enough = BitSet::of(entries.capacity(), |entry| {
                matching.iter().filter(|set| set.contains(entry)).count() >= needed
            });
            entries.intersect(&enough);
        }
    }
}

/// Phrases in quotes, and the other words cut into the longest names that terms have.
fn concepts(text: &ParsedText, visible: &Visible<'_>) -> Result<Vec<Concept>, IndexError> {
    let mut concepts = Vec::new();
    for words in &text.phrases {
        concepts.push(visible.match_phrase(&borrowed(words))?);
    }
    let words = borrowed(&text.words);
    let mut rest = &words[..];
    while let Some(first) = rest.first() {
        let length = longest_name(rest, visible);
        let concept = if length > 1 {
            visible.match_name(&rest[..length])?
        } else {
            visible.match_word(first, text.is_unfinished && rest.len() == 1)?
        };
        concepts.push(concept);
        rest = &rest[length..];
    }
    Ok(concepts)
}

/// How many of the first words name a term together; 1 when none do.
fn longest_name(words: &[&str], visible: &Visible<'_>) -> usize {
    let names = &visible.snapshot.knowledge().names;
    (2..=words.len().min(LONGEST_NAME))
        .rev()
        .find(|&length| !names.owners(&words[..length]).is_empty())
        .unwrap_or(1)
}

fn borrowed(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}
