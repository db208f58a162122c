//! The taxonomy as the index knows it.

use std::sync::Arc;

use search_index::{Localised, Term, Vocabulary, VocabularyError};

use crate::reference::{Axis, Taxonomy};

/// The taxonomy is not one the index can be built on.
#[derive(Debug, thiserror::Error)]
#[error("the vocabulary cannot be indexed")]
pub struct VocabularyFailed(#[from] VocabularyError);

/// Roles, domains, procedures, products, certificates and languages, in the taxonomy's order; retired ones are still
/// held, and merged ones count as others.
///
/// # Errors
/// Duplicate ids or unknown parents.
pub fn vocabulary(taxonomy: &Taxonomy) -> Result<Arc<Vocabulary>, VocabularyFailed> {
    let terms = taxonomy.held().iter().filter_map(|term| {
        let synonyms = term
            .synonyms
            .de
            .iter()
            .chain(&term.synonyms.en)
            .cloned()
            .collect();
        let label = Localised {
            de: term.label.de.clone(),
            en: term.label.en.clone(),
        };
        Some(Term {
            id: term.id.clone(),
            axis: axis(term.axis)?,
            parent: term.parent.clone(),
            is_privileged: term.needs_extended_admission(),
            label,
            synonyms,
        })
    });
    let merged = taxonomy.merged().iter();
    let merged = merged.map(|(old, into)| (old.as_str(), into.as_str()));
    let vocabulary = Vocabulary::new(terms.collect())?.with_aliases(merged);
    Ok(Arc::new(vocabulary))
}

/// `None` for what no entry holds.
pub(super) fn axis(axis: Axis) -> Option<search_index::Axis> {
    match axis {
        Axis::Role => Some(search_index::Axis::Role),
        Axis::Domain => Some(search_index::Axis::Domain),
        Axis::Procedure => Some(search_index::Axis::Procedure),
        Axis::Product => Some(search_index::Axis::Product),
        Axis::Certification => Some(search_index::Axis::Certification),
        Axis::Language => Some(search_index::Axis::Language),
        Axis::IncidentClass => None,
    }
}
