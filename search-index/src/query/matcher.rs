//! Looking up words, names and phrases.

use tantivy::query::{EnableScoring, PhraseQuery, Query};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, TERMINATED, Term};

use super::weights::{self, percent};
use super::{Concept, Visible};
use crate::analysis::{english_stem, fold, german_stem, query_stems};
use crate::index::IndexError;
use crate::snapshot::Segment;
use crate::{Axis, TermOrd};

impl Visible<'_> {
    /// A word of a query: the terms it names, itself in the texts, its parts, and when it is
    /// unknown, what it may have been meant to be.
    pub(super) fn match_word(
        &self,
        word: &str,
        is_unfinished: bool,
    ) -> Result<Concept, IndexError> {
        let names_a_term = !self.snapshot.knowledge().names.owners(&[word]).is_empty();
        let mut found = self.match_known(word)?;
        self.add_parts(&mut found, word)?;
        if is_unfinished && !names_a_term {
            for completion in self.completions(&fold(word))? {
                found.or(self.match_known(&completion)?, weights::PREFIX_PERCENT);
            }
        }
        if !names_a_term && found.is_empty() {
            self.add_corrections(&mut found, word)?;
        }
        Ok(found)
    }

    /// Several words that name terms together.
    pub(super) fn match_name(&self, words: &[&str]) -> Result<Concept, IndexError> {
        let mut found = self.match_terms(words);
        let apart = words.iter().map(|word| self.match_word(word, false));
        let apart = apart.collect::<Result<_, _>>()?;
        found.or_all(apart, weights::APART_PERCENT);
        Ok(found)
    }

    /// Words that stand one after the other, or name terms together.
    pub(super) fn match_phrase(&self, words: &[&str]) -> Result<Concept, IndexError> {
        let [first, _, ..] = words else {
            return words.first().map_or_else(
                || Ok(Concept::nobody(self.entries)),
                |word| self.match_known(word),
            );
        };
        let mut found = self.match_terms(words);
        let german: Vec<_> = words.iter().map(|word| german_stem(&fold(word))).collect();
        let english: Vec<_> = words.iter().map(|word| english_stem(word)).collect();
        let is_the_same = german == english;
        self.add_phrase(&mut found, &german)?;
        if !is_the_same {
            self.add_phrase(&mut found, &english)?;
        }
        debug_assert!(!first.is_empty());
        Ok(found)
    }

    /// A word without guessing: the terms it names and itself.
    pub(super) fn match_known(&self, word: &str) -> Result<Concept, IndexError> {
        let mut found = self.match_terms(&[word]);
        let stems = query_stems(word);
        for (field, strength) in weights::fields(&self.snapshot.fields()) {
            for stem in &stems {
                self.add_postings(&mut found, &Term::from_field_text(field, stem), strength)?;
            }
        }
        found.stems.extend(stems);
        Ok(found)
    }

    /// Who has what these words name, or something narrower.
    fn match_terms(&self, words: &[&str]) -> Concept {
        let mut found = Concept::nobody(self.entries);
        let knowledge = self.snapshot.knowledge();
        for owner in knowledge.names.owners(words) {
            for term in knowledge.vocabulary.with_narrower(owner) {
                let part = if term == owner {
                    100
                } else {
                    weights::NARROWER_PERCENT
                };
                self.add_term(&mut found, term, part);
                if !found.terms.contains(&term) {
                    found.terms.push(term);
                }
            }
        }
        found
    }

    fn add_term(&self, found: &mut Concept, term: TermOrd, part: u16) {
        let axis = self.snapshot.knowledge().vocabulary.term(term).axis;
        for (place, segment) in self.snapshot.segments().iter().enumerate() {
            let mut add = |entry: usize, strength: u16| {
                if strength > 0 && self.entries[place].contains(entry) {
                    found.add(place, entry, percent(strength, part));
                }
            };
            match axis {
                Axis::Role | Axis::Domain | Axis::Procedure | Axis::Product => {
                    for (entry, skill) in segment.levels(term).into_iter().flatten().enumerate() {
                        if skill.is_held() {
                            add(entry, weights::skill_strength(*skill));
                        }
                    }
                }
                Axis::Certification => {
                    for &(entry, until) in segment.certified(term) {
                        if self.now < until {
                            add(entry as usize, weights::CERTIFICATE);
                        }
                    }
                }
                Axis::Language => {
                    for (entry, level) in segment.languages(term).into_iter().flatten().enumerate()
                    {
                        add(entry, weights::language_strength(*level));
                    }
                }
            }
        }
    }

    /// A compound also means entries that have all its parts, whole or apart.
    fn add_parts(&self, found: &mut Concept, word: &str) -> Result<(), IndexError> {
        let parts = self.snapshot.knowledge().analyser.parts();
        let parts = parts.split_once(&fold(word));
        if parts.len() < 2 {
            return Ok(());
        }
        let parts = parts.iter().map(|part| self.match_known(part));
        found.or_all(parts.collect::<Result<_, _>>()?, weights::PARTS_PERCENT);
        Ok(())
    }

    fn add_corrections(&self, found: &mut Concept, word: &str) -> Result<(), IndexError> {
        for correction in self.corrections(&fold(word))? {
            let part = match correction.errors {
                0 | 1 => weights::ONE_ERROR_PERCENT,
                _ => weights::TWO_ERRORS_PERCENT,
            };
            let mut meant = self.match_known(&correction.word)?;
            meant.corrections.push(correction.spelling);
            found.or(meant, part);
        }
        Ok(())
    }

    fn add_postings(
        &self,
        found: &mut Concept,
        term: &Term,
        strength: u16,
    ) -> Result<(), IndexError> {
        for (place, segment) in self.snapshot.segments().iter().enumerate() {
            let inverted = segment.engine().inverted_index(term.field())?;
            if let Some(postings) = inverted.read_postings(term, IndexRecordOption::Basic)? {
                self.add_all(found, place, postings, strength);
            }
        }
        Ok(())
    }

    fn add_phrase(&self, found: &mut Concept, stems: &[String]) -> Result<(), IndexError> {
        for (field, strength) in weights::fields(&self.snapshot.fields()) {
            let query = phrase(field, stems);
            let scoring = EnableScoring::disabled_from_searcher(self.snapshot.searcher());
            let weight = query.weight(scoring)?;
            for (place, segment) in self.snapshot.segments().iter().enumerate() {
                let entries = weight.scorer(Segment::engine(segment), 1.0)?;
                self.add_all(found, place, entries, strength);
            }
        }
        found.stems.extend(stems.iter().cloned());
        Ok(())
    }

    fn add_all(&self, found: &mut Concept, place: usize, mut set: impl DocSet, strength: u16) {
        let visible = &self.entries[place];
        while set.doc() != TERMINATED {
            let entry = set.doc() as usize;
            if visible.contains(entry) {
                found.add(place, entry, strength);
            }
            set.advance();
        }
    }

    /// Whether any visible entry has a word in the dictionary.
    pub(super) fn has_word(&self, folded: &str) -> Result<bool, IndexError> {
        let term = Term::from_field_text(self.snapshot.fields().words, folded);
        for (place, segment) in self.snapshot.segments().iter().enumerate() {
            let inverted = segment.engine().inverted_index(term.field())?;
            let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)?
            else {
                continue;
            };
            while postings.doc() != TERMINATED {
                if self.entries[place].contains(postings.doc() as usize) {
                    return Ok(true);
                }
                postings.advance();
            }
        }
        Ok(false)
    }
}

fn phrase(field: Field, stems: &[String]) -> PhraseQuery {
    let terms = stems.iter().map(|stem| Term::from_field_text(field, stem));
    PhraseQuery::new(terms.collect())
}
