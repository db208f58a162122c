//! All terms there ever were, and what may become of them. No id is ever lost: a merged term counts as another, which
//! is not merged itself, so every id leads to a term in one step.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::fields::{NewTerm, TermChange};
use super::naming::{mark_extended, new_id, take_over};
use crate::fold::fold;
use crate::input::FieldError;
use crate::reference::{Axis, Synonyms, Text};

/// Longest word of a term.
const LONGEST_WORD: usize = 160;

/// A term, in use or not.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptTerm {
    /// Stable id.
    pub id: String,
    /// Its kind.
    pub axis: Axis,
    /// Its place among the others.
    pub position: i32,
    /// The broader term.
    pub parent: Option<String>,
    /// Its name.
    pub label: Text,
    /// Other names.
    pub synonyms: Synonyms,
    /// What only its axis knows.
    pub attributes: Map<String, Value>,
    /// The term it counts as.
    pub merged_into: Option<String>,
    /// It is offered no more.
    pub is_retired: bool,
    /// Counts its changes from 1.
    pub version: i32,
}

/// The terms by id.
#[derive(Clone, Debug, Default)]
pub(super) struct Book {
    pub(super) terms: BTreeMap<String, KeptTerm>,
    /// Those that differ from what is stored.
    pub(super) changed: BTreeSet<String>,
}

/// Why a book stays as it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BookError {
    /// There is no such term, or it is merged.
    NotFound,
    /// Fields are not valid.
    Invalid(Vec<FieldError>),
}

type Done<T = ()> = Result<T, BookError>;

impl KeptTerm {
    /// Its names in both languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.synonyms.de.iter().chain(&self.synonyms.en);
        let labels = [&self.label.de, &self.label.en];
        labels.into_iter().chain(others).map(String::as_str)
    }

    /// Whether whoever holds it needs the extended admission.
    pub fn is_extended(&self) -> bool {
        let is = |name: &str, value: &str| {
            self.attributes.get(name).and_then(Value::as_str) == Some(value)
        };
        is("grade", "extended") || is("privileged", "1")
    }
}

impl Book {
    pub(super) fn of(terms: Vec<KeptTerm>) -> Self {
        let terms = terms.into_iter().map(|term| (term.id.clone(), term));
        Self {
            terms: terms.collect(),
            changed: BTreeSet::new(),
        }
    }

    /// The term an id stands for.
    pub(super) fn resolve(&self, id: &str) -> Option<&KeptTerm> {
        let term = self.terms.get(id)?;
        term.merged_into
            .as_ref()
            .map_or(Some(term), |into| self.terms.get(into))
    }

    /// Adds a term; its id.
    pub(super) fn add(&mut self, new: &NewTerm) -> Done<String> {
        let NewTerm { axis, id, said } = new;
        let id = new_id(*axis, id.as_deref(), &said.label_de)
            .map_err(|error| BookError::Invalid(vec![error]))?;
        if self.terms.contains_key(&id) {
            return Err(wrong("/id", "taken", "there is such an id already"));
        }
        let last = self.terms.values().map(|term| term.position).max();
        let term = KeptTerm {
            id: id.clone(),
            axis: *axis,
            position: last.map_or(0, |last| last.saturating_add(1)),
            parent: None,
            label: Text::default(),
            synonyms: Synonyms::default(),
            attributes: Map::new(),
            merged_into: None,
            is_retired: false,
            version: 1,
        };
        self.write(term, said)?;
        Ok(id)
    }

    /// Changes what is said of a term.
    pub(super) fn change(&mut self, id: &str, said: &TermChange) -> Done {
        let term = self.unmerged(id)?.clone();
        self.write(term, said)
    }

    /// Adds a name to a term.
    pub(super) fn add_synonym(&mut self, id: &str, word: &str) -> Done {
        let mut term = self.unmerged(id)?.clone();
        let said = vec![word.trim().to_owned()];
        self.check_words(&term, "/synonyms_de", &said)?;
        if !term.names().any(|name| fold(name) == fold(word)) {
            term.synonyms.de.extend(said);
        }
        self.put(term);
        Ok(())
    }

    /// Makes a term count as another of its axis.
    pub(super) fn merge(&mut self, from: &str, into: &str) -> Done {
        let (old, new) = (self.unmerged(from)?.clone(), self.unmerged(into)?.clone());
        if old.id == new.id || old.axis != new.axis || new.is_retired {
            return Err(wrong(
                "/into",
                "unfit",
                "choose another term of the same kind that is in use",
            ));
        }
        let mut new = new;
        if self.is_below(&new.id, &old.id) {
            // Lifted out from under the one that goes, or its own children would become its parents.
            new.parent.clone_from(&old.parent);
        }
        for word in [&old.label.de].into_iter().chain(&old.synonyms.de) {
            take_over(&mut new, word, true);
        }
        for word in [&old.label.en].into_iter().chain(&old.synonyms.en) {
            take_over(&mut new, word, false);
        }
        self.put(new);
        let follows = |term: &KeptTerm| {
            term.parent.as_deref() == Some(from) || term.merged_into.as_deref() == Some(from)
        };
        let followers: Vec<KeptTerm> = self
            .terms
            .values()
            .filter(|term| follows(term))
            .cloned()
            .collect();
        for mut term in followers {
            if term.parent.as_deref() == Some(from) {
                term.parent = Some(into.to_owned());
            }
            if term.merged_into.as_deref() == Some(from) {
                term.merged_into = Some(into.to_owned());
            }
            self.put(term);
        }
        self.put(KeptTerm {
            parent: None,
            synonyms: Synonyms::default(),
            merged_into: Some(into.to_owned()),
            ..old
        });
        Ok(())
    }

    /// Offers a term no more, or again; whoever holds it keeps it.
    pub(super) fn retire(&mut self, id: &str, is_retired: bool) -> Done {
        let term = self.unmerged(id)?.clone();
        self.put(KeptTerm { is_retired, ..term });
        Ok(())
    }

    fn unmerged(&self, id: &str) -> Done<&KeptTerm> {
        let term = self.terms.get(id).filter(|term| term.merged_into.is_none());
        term.ok_or(BookError::NotFound)
    }

    fn write(&mut self, mut term: KeptTerm, said: &TermChange) -> Done {
        let TermChange {
            label_de,
            label_en,
            parent,
            synonyms_de,
            synonyms_en,
            is_extended,
        } = said;
        let words = |words: &[String]| -> Vec<String> {
            let mut seen = BTreeSet::new();
            let words = words
                .iter()
                .map(|word| word.trim())
                .filter(|word| !word.is_empty());
            words
                .filter(|word| seen.insert(fold(word)))
                .map(str::to_owned)
                .collect()
        };
        let (de, en) = (words(synonyms_de), words(synonyms_en));
        self.check_words(&term, "/label_de", std::slice::from_ref(label_de))?;
        self.check_words(&term, "/label_en", std::slice::from_ref(label_en))?;
        self.check_words(&term, "/synonyms_de", &de)?;
        self.check_words(&term, "/synonyms_en", &en)?;
        term.parent = self.parent(&term, parent.as_deref())?;
        term.label = Text {
            de: label_de.trim().to_owned(),
            en: label_en.trim().to_owned(),
        };
        term.synonyms = Synonyms { de, en };
        mark_extended(&mut term, *is_extended);
        self.put(term);
        Ok(())
    }

    fn parent(&self, term: &KeptTerm, given: Option<&str>) -> Done<Option<String>> {
        let Some(given) = given else {
            return Ok(None);
        };
        let parent = self
            .resolve(given)
            .filter(|parent| parent.axis == term.axis);
        let parent = parent
            .ok_or_else(|| wrong("/parent", "unknown", "there is no such term of this kind"))?;
        if parent.id == term.id || self.is_below(&parent.id, &term.id) {
            return Err(wrong("/parent", "circle", "a term is not below itself"));
        }
        Ok(Some(parent.id.clone()))
    }

    /// A new word must not be the name of another term: what people type would lead to either.
    fn check_words(&self, term: &KeptTerm, pointer: &str, words: &[String]) -> Done {
        let own: BTreeSet<String> = term.names().map(fold).collect();
        for word in words {
            let folded = fold(word);
            if folded.is_empty() || word.chars().count() > LONGEST_WORD {
                return Err(wrong(pointer, "length", "a word has 1 to 160 characters"));
            }
            let is_other = |other: &&KeptTerm| {
                other.id != term.id
                    && other.merged_into.is_none()
                    && other.axis == term.axis
                    && other.names().any(|name| fold(name) == folded)
            };
            if own.contains(&folded) {
                continue;
            }
            if let Some(other) = self.terms.values().find(is_other) {
                let detail = format!("\"{word}\" is a name of {}", other.id);
                let error = FieldError::new(pointer, "taken", detail);
                let near = vec![word.clone(), other.label.de.clone()];
                return Err(BookError::Invalid(vec![error.suggesting(near)]));
            }
        }
        Ok(())
    }

    /// Whether a term lies below another.
    fn is_below(&self, id: &str, above: &str) -> bool {
        let parent = |id: &str| self.terms.get(id).and_then(|term| term.parent.as_deref());
        std::iter::successors(parent(id), |next| parent(next))
            .take(self.terms.len())
            .any(|next| next == above)
    }

    fn put(&mut self, term: KeptTerm) {
        if self.terms.get(&term.id) != Some(&term) {
            self.changed.insert(term.id.clone());
            self.terms.insert(term.id.clone(), term);
        }
    }
}

fn wrong(pointer: &str, code: &str, detail: &str) -> BookError {
    BookError::Invalid(vec![FieldError::new(pointer, code, detail)])
}
