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
    terms: Vec<Term>,
    by_id: HashMap<String, usize>,
    symptoms: Vec<Symptom>,
    playbooks: Vec<Playbook>,
}

impl Taxonomy {
    /// From its parts, in the order given.
    pub fn new(terms: Vec<Term>, symptoms: Vec<Symptom>, playbooks: Vec<Playbook>) -> Self {
        let by_id = terms
            .iter()
            .enumerate()
            .map(|(position, term)| (term.id.clone(), position))
            .collect();
        Self {
            terms,
            by_id,
            symptoms,
            playbooks,
        }
    }

    /// The term with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.by_id.get(id).map(|position| &self.terms[*position])
    }

    /// All terms in order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms of one axis in order.
    pub fn axis(&self, axis: Axis) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.axis == axis)
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
        let candidates = self.terms.iter().filter(|term| axes.contains(&term.axis));
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
