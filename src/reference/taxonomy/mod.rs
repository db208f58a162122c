//! The vocabulary: roles, domains, procedures, products, certificates, languages, incident classes.

mod parse;
mod playbook;
mod term;

use std::collections::HashMap;

pub use parse::{TaxonomyError, shipped};
pub use playbook::{Headcount, NeedMode, Phase, Playbook, PlaybookNeed, PlaybookSkill};
pub use term::{Axis, Synonyms, Term, Text};

/// What a requester sees of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symptom {
    /// Stable id, for example `files-encrypted`.
    pub id: String,
    /// What the tile says.
    pub label: Text,
    /// How to recognise it.
    pub hint: Text,
    /// The incident class it usually is.
    pub incident_class: String,
    /// Other words for it.
    pub synonyms: Synonyms,
}

/// All terms, symptoms and playbooks of one edition, in order.
#[derive(Clone, Debug, Default)]
pub struct Taxonomy {
    /// Those that are offered, then those that are not any more.
    terms: Vec<Term>,
    offered: usize,
    /// Ids that count as others.
    merged: Vec<(String, String)>,
    by_id: HashMap<String, usize>,
    symptoms: Vec<Symptom>,
    playbooks: Vec<Playbook>,
}

impl Taxonomy {
    /// From its parts, in the order given.
    pub fn new(terms: Vec<Term>, symptoms: Vec<Symptom>, playbooks: Vec<Playbook>) -> Self {
        Self::default().and(terms, symptoms, playbooks)
    }

    /// With terms that are offered no more, and ids that count as others; both before the rest is known.
    #[must_use]
    pub fn of_past(retired: Vec<Term>, merged: Vec<(String, String)>) -> Self {
        Self {
            terms: retired,
            merged,
            ..Self::default()
        }
    }

    /// With what is offered.
    #[must_use]
    pub fn and(
        self,
        mut terms: Vec<Term>,
        symptoms: Vec<Symptom>,
        playbooks: Vec<Playbook>,
    ) -> Self {
        let offered = terms.len();
        terms.extend(self.terms);
        let positions = terms.iter().enumerate();
        let mut by_id: HashMap<String, usize> = positions
            .map(|(position, term)| (term.id.clone(), position))
            .collect();
        for (old, into) in &self.merged {
            if let Some(position) = by_id.get(into).copied() {
                by_id.insert(old.clone(), position);
            }
        }
        // A shipped term may stand under one that counts as another by now.
        for position in 0..terms.len() {
            let above = terms[position].parent.take();
            let above = above.and_then(|id| by_id.get(&id).copied());
            terms[position].parent = above
                .filter(|above| *above != position)
                .map(|above| terms[above].id.clone());
        }
        Self {
            terms,
            offered,
            merged: self.merged,
            by_id,
            symptoms,
            playbooks,
        }
    }

    /// The term this id stands for: of a merged one the term it counts as.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.by_id.get(id).map(|position| &self.terms[*position])
    }

    /// The terms that are offered, in order.
    pub fn terms(&self) -> &[Term] {
        &self.terms[..self.offered]
    }

    /// All terms that entries can hold: those offered, then those retired.
    pub fn held(&self) -> &[Term] {
        &self.terms
    }

    /// Ids that count as others, with those.
    pub fn merged(&self) -> &[(String, String)] {
        &self.merged
    }

    /// Whether a term is offered.
    pub fn is_offered(&self, id: &str) -> bool {
        self.by_id
            .get(id)
            .is_some_and(|place| *place < self.offered)
    }

    /// The terms of one axis in order.
    pub fn axis(&self, axis: Axis) -> impl Iterator<Item = &Term> {
        self.terms().iter().filter(move |term| term.axis == axis)
    }

    /// All symptoms in order.
    pub fn symptoms(&self) -> &[Symptom] {
        &self.symptoms
    }

    /// The symptom with this id.
    pub fn symptom(&self, id: &str) -> Option<&Symptom> {
        self.symptoms.iter().find(|symptom| symptom.id == id)
    }

    /// All playbooks.
    pub fn playbooks(&self) -> &[Playbook] {
        &self.playbooks
    }

    /// What a symptom calls for in a phase, first need first.
    pub fn playbook(&self, symptom: &str, phase: Phase) -> Option<&Playbook> {
        self.playbooks
            .iter()
            .find(|playbook| playbook.symptom == symptom && playbook.phase == phase)
    }

    /// Up to three ids that `given` may have meant, nearest first.
    pub fn nearest(&self, given: &str, axes: &[Axis]) -> Vec<String> {
        let given = given.to_lowercase();
        let bare = |id: &str| {
            id.split_once(':')
                .map_or_else(|| id.to_owned(), |(_, name)| name.to_owned())
        };
        let candidates = self.terms().iter().filter(|term| axes.contains(&term.axis));
        let mut ranked: Vec<_> = candidates
            .map(|term| {
                let names = [
                    term.id.to_lowercase(),
                    bare(&term.id),
                    term.label.de.to_lowercase(),
                    term.label.en.to_lowercase(),
                ];
                let distance = |name: &String| {
                    strsim::osa_distance(name, &given)
                        .min(strsim::osa_distance(name, &bare(&given)))
                };
                (
                    names.iter().map(distance).min().unwrap_or(usize::MAX),
                    term.id.clone(),
                )
            })
            .collect();
        ranked.sort_unstable();
        ranked.into_iter().take(3).map(|(_, id)| id).collect()
    }

    /// Up to three symptoms that `given` may have meant.
    pub fn nearest_symptoms(&self, given: &str) -> Vec<String> {
        let mut ranked: Vec<_> = self
            .symptoms
            .iter()
            .map(|symptom| (strsim::osa_distance(&symptom.id, given), symptom.id.clone()))
            .collect();
        ranked.sort_unstable();
        ranked.into_iter().take(3).map(|(_, id)| id).collect()
    }
}
