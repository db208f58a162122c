//! Why an entry was found.

use crate::knowledge::Knowledge;
use crate::query::Concept;
use crate::{ExpertDocument, SearchRequest, Skill, TermOrd};

/// Reasons shown for a hit at most.
const MOST_REASONS: usize = 12;

/// A term asked for, or something narrower, that an entry has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchedTerm {
    /// The term.
    pub term: TermOrd,
    /// Level and evidence, if the term is a skill.
    pub skill: Option<Skill>,
}

/// The terms of a request an entry has: those of the text first, then those filtered by.
pub(super) fn matched(
    entry: &ExpertDocument,
    request: &SearchRequest,
    concepts: &[Concept],
    knowledge: &Knowledge,
) -> Vec<MatchedTerm> {
    let filters = &request.filters;
    let by_text = concepts
        .iter()
        .flat_map(|concept| concept.terms.iter().copied());
    let by_filter = [
        &filters.all_of,
        &filters.roles,
        &filters.domains,
        &filters.procedures,
        &filters.products,
        &filters.certifications,
        &filters.languages,
    ];
    let by_filter = by_filter
        .into_iter()
        .flatten()
        .flat_map(|term| knowledge.vocabulary.with_narrower(*term));
    let mut matched: Vec<MatchedTerm> = Vec::new();
    for term in by_text.chain(by_filter) {
        let is_new = matched.iter().all(|known| known.term != term);
        if let Some(reason) = has(entry, term, request).filter(|_| is_new) {
            matched.push(reason);
        }
    }
    matched.truncate(MOST_REASONS);
    matched
}

fn has(entry: &ExpertDocument, term: TermOrd, request: &SearchRequest) -> Option<MatchedTerm> {
    let skill = entry
        .skills
        .iter()
        .find(|skill| skill.term == term)
        .copied();
    let speaks = entry.languages.iter().any(|language| language.term == term);
    let counts = |until: Option<_>| until.is_none_or(|until| request.now < until);
    let mut certificates = entry.certifications.iter();
    let certified = certificates.any(|held| held.term == term && counts(held.valid_until));

    (skill.is_some() || speaks || certified).then_some(MatchedTerm { term, skill })
}
