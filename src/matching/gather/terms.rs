//! The terms around a skill asked, looked up once for each request.

use search_index::{TermOrd, Vocabulary};

/// A term with those that bear on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TermFamily {
    /// The term.
    pub(super) own: TermOrd,
    /// All narrower terms, at any depth.
    pub(super) narrower: Vec<TermOrd>,
    /// The next broader term.
    pub(super) broader: Option<TermOrd>,
    /// The other narrower terms of the next broader one.
    pub(super) siblings: Vec<TermOrd>,
}

impl TermFamily {
    /// Looks the family up.
    pub(super) fn of(own: TermOrd, vocabulary: &Vocabulary) -> Self {
        let broader = vocabulary.parent(own);
        let children = broader.map_or(&[][..], |parent| vocabulary.children(parent));

        Self {
            own,
            narrower: narrower(own, vocabulary),
            broader,
            siblings: children
                .iter()
                .copied()
                .filter(|child| *child != own)
                .collect(),
        }
    }
}

/// Everything below a term. A vocabulary is a forest only by convention, so no term is visited
/// twice.
fn narrower(term: TermOrd, vocabulary: &Vocabulary) -> Vec<TermOrd> {
    let mut found = Vec::new();
    let mut open = vec![term];
    while let Some(next) = open.pop() {
        for child in vocabulary.children(next) {
            if *child != term && !found.contains(child) {
                found.push(*child);
                open.push(*child);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use search_index::{Axis, Localised, Term};

    fn vocabulary() -> Vocabulary {
        let term = |id: &str, parent: Option<&str>| Term {
            id: id.into(),
            axis: Axis::Domain,
            parent: parent.map(Into::into),
            label: Localised::default(),
            synonyms: Vec::new(),
            is_privileged: false,
        };
        let terms = vec![
            term("identity", None),
            term("directory", Some("identity")),
            term("recovery", Some("directory")),
            term("access", Some("identity")),
        ];
        Vocabulary::new(terms).unwrap()
    }

    #[test]
    fn a_family_has_all_descendants_the_parent_and_the_siblings() {
        let family = TermFamily::of(TermOrd(1), &vocabulary());

        assert_eq!(family.narrower, [TermOrd(2)]);
        assert_eq!(family.broader, Some(TermOrd(0)));
        assert_eq!(family.siblings, [TermOrd(3)]);
    }

    #[test]
    fn narrower_terms_are_found_at_any_depth() {
        let mut narrower = TermFamily::of(TermOrd(0), &vocabulary()).narrower;

        narrower.sort_unstable();
        assert_eq!(narrower, [TermOrd(1), TermOrd(2), TermOrd(3)]);
    }
}
