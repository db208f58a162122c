//! A term as people type it.

use web::Language;

use crate::fold::fold;
use crate::reference::{Axis, Taxonomy, Term};

/// Terms offered when one cannot be told.
const CHOICES: usize = 8;

/// What was typed can mean.
#[derive(Clone, Debug)]
pub enum Found<'a> {
    /// This.
    One(&'a Term),
    /// One of these.
    Several(Vec<&'a Term>),
    /// Nothing; these are near.
    Nothing(Vec<&'a Term>),
}

/// Looks a name, another word for it, or an id up: case, umlauts and hyphens do not matter.
pub fn find_term<'a>(taxonomy: &'a Taxonomy, axes: &[Axis], typed: &str) -> Found<'a> {
    let typed_folded = fold(typed);
    let of_axes = || {
        taxonomy
            .terms()
            .iter()
            .filter(|term| axes.contains(&term.axis))
    };
    let exact: Vec<&Term> = of_axes()
        .filter(|term| term.id == typed || names(term).any(|name| fold(name) == typed_folded))
        .collect();
    if let [only] = exact.as_slice() {
        return Found::One(only);
    }
    if !exact.is_empty() {
        return Found::Several(exact);
    }
    let partly: Vec<&Term> = of_axes()
        .filter(|term| {
            !typed_folded.is_empty() && names(term).any(|name| fold(name).contains(&typed_folded))
        })
        .take(CHOICES)
        .collect();
    if !partly.is_empty() {
        return Found::Several(partly);
    }
    let near = taxonomy.nearest(typed, axes);
    Found::Nothing(near.iter().filter_map(|id| taxonomy.term(id)).collect())
}

/// The name of a term in a language.
pub fn term_name(term: &Term, language: Language) -> String {
    match language {
        Language::English if !term.label.en.is_empty() => term.label.en.clone(),
        Language::German | Language::English => term.label.de.clone(),
    }
}

/// Each term by its name, with the other words for it.
pub fn typed_names(
    taxonomy: &Taxonomy,
    axes: &[Axis],
    language: Language,
) -> Vec<(String, String)> {
    let terms = taxonomy
        .terms()
        .iter()
        .filter(|term| axes.contains(&term.axis));
    terms
        .map(|term| {
            let name = term_name(term, language);
            let others: Vec<&str> = names(term).filter(|other| *other != name).collect();
            (name, others.join(", "))
        })
        .collect()
}

/// All names of a term in both languages.
fn names(term: &Term) -> impl Iterator<Item = &str> {
    let labels = [term.label.de.as_str(), term.label.en.as_str()];
    let others = term.synonyms.de.iter().chain(&term.synonyms.en);
    labels
        .into_iter()
        .filter(|label| !label.is_empty())
        .chain(others.map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::shipped_taxonomy;

    #[test]
    fn a_name_is_found_in_any_spelling_and_a_part_of_one_is_offered() {
        let taxonomy = shipped_taxonomy().unwrap();
        let one = |typed: &str| match find_term(&taxonomy, &Axis::SKILLS, typed) {
            Found::One(term) => Some(term.id.clone()),
            Found::Several(_) | Found::Nothing(_) => None,
        };

        assert_eq!(one("VEEAM").as_deref(), Some("product:veeam"));
        assert_eq!(
            one("active-directory").as_deref(),
            Some("domain:active-directory")
        );
        assert_eq!(one("product:veeam").as_deref(), Some("product:veeam"));
        assert!(
            matches!(find_term(&taxonomy, &Axis::SKILLS, "forens"), Found::Several(some) if !some.is_empty())
        );
        assert!(matches!(
            find_term(&taxonomy, &Axis::SKILLS, "Vehm"),
            Found::Nothing(_)
        ));
        assert!(matches!(
            find_term(&taxonomy, &[Axis::Language], "veeam"),
            Found::Nothing(_)
        ));
    }
}
