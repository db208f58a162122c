//! The controlled terms an index is built on.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Localised;

/// Position of a term in its [`Vocabulary`]. Means nothing without it: another vocabulary, another index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TermOrd(pub u16);

impl TermOrd {
    /// As an index into arrays with one place a term.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The kinds of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// What somebody does in an incident: `role:…`.
    Role,
    /// A technical or organisational field: `domain:…`.
    Domain,
    /// A municipal procedure (Fachverfahren): `procedure:…`.
    Procedure,
    /// A product: `product:…`.
    Product,
    /// A certificate: `certification:…`.
    Certification,
    /// A language: `de`, `en` …
    Language,
}

/// A term with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Stable id, for example `domain:active-directory`.
    pub id: String,
    /// Its kind.
    pub axis: Axis,
    /// Id of the broader term of the same axis.
    pub parent: Option<String>,
    /// Its name.
    pub label: Localised,
    /// Other names people search by, in any language.
    pub synonyms: Vec<String>,
    /// Whether whoever is admitted at the basic grade alone does not count with it: what is indexed follows from it.
    pub is_privileged: bool,
}

/// Why a list of terms is not a vocabulary.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum VocabularyError {
    /// Two terms share an id.
    #[error("the term {0} occurs twice")]
    Duplicate(String),
    /// A parent is not in the list.
    #[error("the parent of {0} is unknown")]
    UnknownParent(String),
    /// More terms than a [`TermOrd`] can number.
    #[error("there are more than 65,535 terms")]
    TooMany,
}

/// The terms of one edition, in a fixed order.
#[derive(Debug)]
pub struct Vocabulary {
    terms: Vec<Term>,
    parents: Vec<Option<TermOrd>>,
    children: Vec<Vec<TermOrd>>,
    by_id: HashMap<String, TermOrd>,
    fingerprint: [u8; 32],
}

impl Vocabulary {
    /// Numbers the terms in the order given.
    ///
    /// # Errors
    /// Duplicate ids, unknown parents, too many terms.
    pub fn new(terms: Vec<Term>) -> Result<Self, VocabularyError> {
        let mut by_id = HashMap::with_capacity(terms.len());
        for (position, term) in terms.iter().enumerate() {
            let ord = TermOrd(u16::try_from(position).map_err(|_| VocabularyError::TooMany)?);
            if by_id.insert(term.id.clone(), ord).is_some() {
                return Err(VocabularyError::Duplicate(term.id.clone()));
            }
        }
        let mut parents = Vec::with_capacity(terms.len());
        for term in &terms {
            parents.push(match &term.parent {
                None => None,
                Some(parent) => Some(
                    *by_id
                        .get(parent)
                        .ok_or_else(|| VocabularyError::UnknownParent(term.id.clone()))?,
                ),
            });
        }
        let mut children = vec![Vec::<TermOrd>::new(); terms.len()];
        for (term, parent) in by_id.values().map(|ord| (*ord, parents[ord.index()])) {
            if let Some(parent) = parent {
                children[parent.index()].push(term);
            }
        }
        for list in &mut children {
            list.sort_unstable();
        }
        let fingerprint = fingerprint(&terms);

        Ok(Self {
            terms,
            parents,
            children,
            by_id,
            fingerprint,
        })
    }

    /// With ids that count as those of other terms; an id of an unknown term is left out.
    #[must_use]
    pub fn with_aliases<'a>(mut self, aliases: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.fingerprint);
        for (alias, id) in aliases {
            if let Some(ord) = self.ord(id) {
                self.by_id.insert(alias.to_owned(), ord);
                for text in [alias, id] {
                    hash.update(text.len().to_le_bytes());
                    hash.update(text);
                }
            }
        }
        self.fingerprint = hash.finalize().into();
        self
    }

    /// The ordinal of an id.
    pub fn ord(&self, id: &str) -> Option<TermOrd> {
        self.by_id.get(id).copied()
    }

    /// The term at an ordinal.
    ///
    /// # Panics
    /// When the ordinal comes from another vocabulary.
    pub fn term(&self, ord: TermOrd) -> &Term {
        &self.terms[ord.index()]
    }

    /// The term at an ordinal that may come from anywhere.
    pub fn get(&self, ord: TermOrd) -> Option<&Term> {
        self.terms.get(ord.index())
    }

    /// All terms in order.
    pub fn terms(&self) -> impl Iterator<Item = (TermOrd, &Term)> {
        (0..=u16::MAX).map(TermOrd).zip(&self.terms)
    }

    /// The next broader term.
    pub fn parent(&self, ord: TermOrd) -> Option<TermOrd> {
        self.parents[ord.index()]
    }

    /// The next narrower terms.
    pub fn children(&self, ord: TermOrd) -> &[TermOrd] {
        &self.children[ord.index()]
    }

    /// A term and everything narrower, each once; empty for an ordinal of another vocabulary.
    pub fn with_narrower(&self, ord: TermOrd) -> Vec<TermOrd> {
        let mut found = Vec::new();
        let mut open = vec![ord];
        while let Some(next) = open.pop() {
            if self.get(next).is_some() && !found.contains(&next) {
                found.push(next);
                open.extend(self.children(next).iter().rev());
            }
        }
        found
    }

    /// A term and everything broader, nearest first; empty for an ordinal of another vocabulary.
    pub fn with_broader(&self, ord: TermOrd) -> Vec<TermOrd> {
        let mut found = Vec::new();
        let mut next = self.get(ord).map(|_| ord);
        while let Some(term) = next.filter(|term| !found.contains(term)) {
            found.push(term);
            next = self.parent(term);
        }
        found
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there are no terms.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// SHA-256 over everything that shapes an index built on this vocabulary.
    pub fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }
}

fn fingerprint(terms: &[Term]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for term in terms {
        let names = term.synonyms.iter().map(String::as_str);
        let fixed = [
            term.id.as_str(),
            term.parent.as_deref().unwrap_or_default(),
            &term.label.de,
            &term.label.en,
        ];
        hash.update([term.axis as u8, u8::from(term.is_privileged)]);
        hash.update(term.synonyms.len().to_le_bytes());
        for text in fixed.into_iter().chain(names) {
            hash.update(text.len().to_le_bytes());
            hash.update(text);
        }
    }
    hash.finalize().into()
}
