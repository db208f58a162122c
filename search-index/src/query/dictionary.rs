//! Words that were meant by what was typed.

use std::collections::BTreeSet;

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use super::Visible;
use crate::index::IndexError;

/// Shorter beginnings are completed to too much.
const SHORTEST_PREFIX: usize = 3;
/// Completions looked up.
const MOST_COMPLETIONS: usize = 12;
/// Corrections looked up.
const MOST_CORRECTIONS: usize = 3;
/// Shorter words are not corrected.
const SHORTEST_CORRECTED: usize = 4;
/// From this length on, two errors are forgiven.
const LONG_WORD: usize = 8;

/// Which letters a word has, to tell unlike words apart at a glance.
struct Letters(u32);

impl Letters {
    fn of(word: &str) -> Self {
        let letters = word.chars().map(|letter| 1 << (u32::from(letter) % 32));
        Self(letters.fold(0, |all, letter: u32| all | letter))
    }

    /// How many letters one of two words lacks; a typing error changes two at most.
    fn differ_by(&self, other: &Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }
}

/// A known word that resembles a typed one.
pub(super) struct Correction {
    /// Folded.
    pub(super) word: String,
    /// As a reader expects it.
    pub(super) spelling: String,
    /// Letters left out, added, exchanged or swapped.
    pub(super) errors: usize,
}

impl Visible<'_> {
    /// Known words that begin with a folded word, the shortest first.
    pub(super) fn completions(&self, prefix: &str) -> Result<Vec<String>, IndexError> {
        if prefix.chars().count() < SHORTEST_PREFIX {
            return Ok(Vec::new());
        }
        let spellings = self.snapshot.knowledge().names.spellings();
        let mut words: BTreeSet<String> = spellings
            .range(prefix.to_owned()..)
            .map(|(word, _)| word)
            .take_while(|word| word.starts_with(prefix))
            .cloned()
            .collect();
        for segment in self.snapshot.segments() {
            let field = self.snapshot.fields().words;
            let inverted = segment.engine().inverted_index(field)?;
            let mut stream = inverted.terms().range().ge(prefix).into_stream()?;
            while stream.advance() {
                let word = String::from_utf8_lossy(stream.key());
                if !word.starts_with(prefix) {
                    break;
                }
                words.insert(word.into_owned());
            }
        }
        words.remove(prefix);
        let mut words: Vec<String> = words.into_iter().collect();
        words.sort_by_key(String::len);
        self.first_visible(words, MOST_COMPLETIONS)
    }

    /// Known words a few typing errors away from a folded word, the nearest first.
    pub(super) fn corrections(&self, typed: &str) -> Result<Vec<Correction>, IndexError> {
        let forgiven: u8 = match typed.chars().count() {
            ..SHORTEST_CORRECTED => return Ok(Vec::new()),
            SHORTEST_CORRECTED..LONG_WORD => 1,
            _ => 2,
        };
        let spellings = self.snapshot.knowledge().names.spellings();
        let letters = Letters::of(typed);
        let mut words: BTreeSet<String> = spellings
            .keys()
            .filter(|word| Letters::of(word).differ_by(&letters) <= 2 * u32::from(forgiven))
            .cloned()
            .collect();
        self.add_similar(&mut words, typed, forgiven)?;
        let mut near: Vec<_> = words
            .into_iter()
            .map(|word| (strsim::osa_distance(typed, &word), word))
            .filter(|(errors, _)| *errors <= usize::from(forgiven))
            .collect();
        near.sort_by_key(|(errors, word)| {
            let other_beginning = word.chars().next() != typed.chars().next();
            (
                *errors,
                other_beginning,
                !spellings.contains_key(word),
                word.clone(),
            )
        });
        let words = near.into_iter().map(|(_, word)| word).collect();
        let corrections = self.first_visible(words, MOST_CORRECTIONS)?.into_iter();
        Ok(corrections
            .map(|word| Correction {
                errors: strsim::osa_distance(typed, &word),
                spelling: spellings.get(&word).unwrap_or(&word).clone(),
                word,
            })
            .collect())
    }

    fn add_similar(
        &self,
        words: &mut BTreeSet<String>,
        typed: &str,
        forgiven: u8,
    ) -> Result<(), IndexError> {
        let field = self.snapshot.fields().words;
        let query = FuzzyTermQuery::new(Term::from_field_text(field, typed), forgiven, true);
        for segment in self.snapshot.segments() {
            let inverted = segment.engine().inverted_index(field)?;
            let automaton = query.automaton()?;
            let mut stream = inverted.terms().search(automaton).into_stream()?;
            while stream.advance() {
                words.insert(String::from_utf8_lossy(stream.key()).into_owned());
            }
        }
        Ok(())
    }

    /// The first words that name a term or stand in a visible entry.
    fn first_visible(&self, words: Vec<String>, most: usize) -> Result<Vec<String>, IndexError> {
        let spellings = self.snapshot.knowledge().names.spellings();
        let mut visible = Vec::new();
        for word in words {
            if visible.len() == most {
                break;
            }
            if spellings.contains_key(&word) || self.has_word(&word)? {
                visible.push(word);
            }
        }
        Ok(visible)
    }
}
