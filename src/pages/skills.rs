//! Skills as people type them: `faehigkeit-1` with `stufe-1`, and so on.

use web::pages::{SkillInput, SkillProblem};

use super::Parameters;
use super::term::{Found, find_term};
use crate::reference::{Axis, Taxonomy, Term};

/// Names offered when a skill cannot be told.
const NAMES: usize = 5;
/// The level of a skill of which none is said.
const USUAL_LEVEL: u8 = 3;

/// So many rows of skills as they were sent, and those that were understood with their levels.
pub fn read_skills<'a>(
    taxonomy: &'a Taxonomy,
    sent: &Parameters,
    rows: usize,
) -> (Vec<SkillInput>, Vec<(&'a Term, u8)>) {
    let mut understood: Vec<(&Term, u8)> = Vec::new();
    let mut inputs = Vec::with_capacity(rows);
    for position in 1..=rows {
        let typed = sent.first(&format!("faehigkeit-{position}"));
        let level = sent.parsed(&format!("stufe-{position}"));
        let level = level.unwrap_or(USUAL_LEVEL);
        let problem = match typed.map(|typed| find_term(taxonomy, &Axis::SKILLS, typed)) {
            None => None,
            Some(Found::One(term)) if understood.iter().any(|(held, _)| held.id == term.id) => {
                Some(SkillProblem::Twice)
            }
            Some(Found::One(term)) => {
                understood.push((term, level));
                None
            }
            Some(Found::Several(terms)) => Some(SkillProblem::Ambiguous(names(terms))),
            Some(Found::Nothing(terms)) => Some(SkillProblem::Unknown(names(terms))),
        };
        inputs.push(SkillInput {
            position,
            typed: typed.unwrap_or_default().to_owned(),
            level,
            problem,
        });
    }
    let is_empty = inputs.iter().all(|skill| skill.typed.is_empty());
    if let Some(first) = inputs.first_mut().filter(|_| is_empty) {
        first.problem = Some(SkillProblem::Missing);
    }
    (inputs, understood)
}

fn names(terms: Vec<&Term>) -> Vec<String> {
    let names = terms.into_iter().map(|term| term.label.de.clone());
    names.take(NAMES).collect()
}
