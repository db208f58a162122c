//! Terms of the vocabulary in lists: skills with levels, certificates with days, languages with levels.

mod read;
mod write;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use write::{write_certifications, write_languages, write_skills};

use super::{CellError, Problem};
use crate::fold::fold;
use crate::reference::{Axis, Taxonomy};

/// Texts for which what was meant is looked for: after so many, a file is made of something else.
const MOST_SUGGESTED: usize = 300;
const CERTIFICATIONS: [Axis; 1] = [Axis::Certification];
const LANGUAGES: [Axis; 1] = [Axis::Language];

/// The terms by their ids, labels and synonyms.
#[derive(Debug)]
pub struct Vocabulary<'a> {
    taxonomy: &'a Taxonomy,
    /// Positions of terms by folded name, those it is the label of before those it is a synonym of.
    by_name: HashMap<String, Vec<(bool, usize)>>,
    suggested: HashMap<String, Vec<String>>,
}

impl<'a> Vocabulary<'a> {
    /// Of a taxonomy.
    pub fn new(taxonomy: &'a Taxonomy) -> Self {
        let mut by_name: HashMap<String, Vec<(bool, usize)>> = HashMap::new();
        for (position, term) in taxonomy.terms().iter().enumerate() {
            let bare = term
                .id
                .split_once(':')
                .map_or(term.id.as_str(), |(_, bare)| bare);
            let labels = [term.label.de.as_str(), term.label.en.as_str(), bare];
            let synonyms = term.synonyms.de.iter().chain(&term.synonyms.en);
            let names = labels.map(|name| (false, name)).into_iter();
            for (is_synonym, name) in names.chain(synonyms.map(|name| (true, name.as_str()))) {
                let terms = by_name.entry(fold(name)).or_default();
                if !terms.iter().any(|(_, known)| *known == position) {
                    terms.push((is_synonym, position));
                }
            }
        }
        Self {
            taxonomy,
            by_name,
            suggested: HashMap::new(),
        }
    }

    /// The id of what a text names; a problem when nothing, or several things are called so.
    fn resolve(&self, text: &str, axes: &[Axis]) -> Result<&'a str, Problem> {
        let text = text.trim();
        let by_id = self
            .taxonomy
            .term(text)
            .or_else(|| self.taxonomy.term(&text.to_lowercase()));
        if let Some(term) = by_id.filter(|term| axes.contains(&term.axis)) {
            return Ok(&term.id);
        }
        let terms = self.taxonomy.terms();
        let named = self.by_name.get(&fold(text)).into_iter().flatten();
        let mut named: Vec<_> = named
            .filter(|(_, position)| axes.contains(&terms[*position].axis))
            .collect();
        if named.iter().any(|(is_synonym, _)| !is_synonym) {
            named.retain(|(is_synonym, _)| !is_synonym);
        }
        match named.as_slice() {
            [] => Err(Problem::UnknownTerm),
            [(_, position)] => Ok(&terms[*position].id),
            _ => Err(Problem::Ambiguous),
        }
    }

    /// A term as it is written: its German label where that reads as the term again, else its id.
    fn name(&self, id: &str, axes: &[Axis]) -> String {
        let label = self.taxonomy.term(id).map(|term| term.label.de.as_str());
        let is_plain = |label: &&str| !label.contains([';', '|', ',', ':', '\n', '\r']);
        label
            .filter(is_plain)
            .filter(|label| self.resolve(label, axes) == Ok(id))
            .unwrap_or(id)
            .to_owned()
    }

    /// Up to three terms with a name of a few keystrokes' difference, nearest first.
    fn nearest(&self, folded: &str, axes: &[Axis]) -> Vec<String> {
        let length = folded.chars().count();
        let farthest = (length / 3).clamp(1, 4);
        let terms = self.taxonomy.terms();
        let mut near: Vec<(usize, bool, usize)> = Vec::new();
        for (name, positions) in &self.by_name {
            if name.chars().count().abs_diff(length) > farthest {
                continue;
            }
            let distance = strsim::osa_distance(name, folded);
            if distance <= farthest {
                let named = positions
                    .iter()
                    .filter(|(_, at)| axes.contains(&terms[*at].axis));
                near.extend(named.map(|(is_synonym, at)| (distance, *is_synonym, *at)));
            }
        }
        near.sort_unstable();
        let mut seen = Vec::new();
        for (_, _, position) in near {
            if !seen.contains(&position) && seen.len() < 3 {
                seen.push(position);
            }
        }
        let ids = seen.into_iter().map(|position| terms[position].id.as_str());
        ids.map(|id| self.name(id, axes)).collect()
    }

    fn unresolved(&mut self, problem: Problem, text: &str, axes: &[Axis]) -> CellError {
        let error = CellError::new(problem).about(text);
        let folded = fold(text);
        if problem == Problem::Ambiguous {
            let terms = self.taxonomy.terms();
            let named = self.by_name.get(&folded).into_iter().flatten();
            let named = named.filter(|(_, position)| axes.contains(&terms[*position].axis));
            let ids = named
                .take(3)
                .map(|(_, position)| terms[*position].id.clone());
            return error.suggesting(ids.collect());
        }
        if let Some(known) = self.suggested.get(&folded) {
            return error.suggesting(known.clone());
        }
        if self.suggested.len() >= MOST_SUGGESTED || text.chars().count() > 80 {
            return error;
        }
        let names = self.nearest(&folded, axes);
        self.suggested.insert(folded, names.clone());
        error.suggesting(names)
    }
}
