//! Completing what is typed by names of terms.

use crate::analysis::{fold, split_words};
use crate::{Language, Term, Vocabulary};

/// How well a name fits; lower is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Begins,
    HasWord,
}

/// The names that fit best: labels before synonyms, short ones first, each once.
///
/// For a term found by its synonym, the synonym is shown: it is what was being typed.
pub(super) fn suggest(
    vocabulary: &Vocabulary,
    typed: &str,
    language: Language,
    limit: usize,
) -> Vec<String> {
    let typed = folded_words(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = vocabulary
        .terms()
        .filter_map(|(_, term)| best_name(term, &typed, language))
        .collect();
    found.sort_unstable();
    found.dedup_by(|a, b| a.3 == b.3);
    found
        .into_iter()
        .map(|name| name.3.to_owned())
        .take(limit)
        .collect()
}

/// The best name of a term: its fit, whether it is a synonym, its length, itself.
fn best_name<'a>(
    term: &'a Term,
    typed: &str,
    language: Language,
) -> Option<(Fit, bool, usize, &'a str)> {
    let label = match language {
        Language::English if !term.label.en.is_empty() => &term.label.en,
        Language::English | Language::German => &term.label.de,
    };
    let synonyms = term.synonyms.iter().map(|synonym| (true, synonym));
    std::iter::once((false, label))
        .chain(synonyms)
        .filter_map(|(is_synonym, name)| {
            let fit = fit(name, typed)?;
            Some((fit, is_synonym, name.chars().count(), name.as_str()))
        })
        .min()
}

fn fit(name: &str, typed: &str) -> Option<Fit> {
    let name = folded_words(name);
    if name.starts_with(typed) {
        return Some(Fit::Begins);
    }
    let starts = name.match_indices(' ').map(|(space, _)| &name[space + 1..]);
    starts
        .into_iter()
        .any(|rest| rest.starts_with(typed))
        .then_some(Fit::HasWord)
}

fn folded_words(text: &str) -> String {
    let words: Vec<String> = split_words(text)
        .iter()
        .map(|word| fold(word.text))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Axis, Localised};

    fn vocabulary() -> Vocabulary {
        let term = |id: &str, de: &str, en: &str, synonyms: &[&str]| Term {
            id: id.to_owned(),
            axis: Axis::Domain,
            parent: None,
            label: Localised {
                de: de.to_owned(),
                en: en.to_owned(),
            },
            synonyms: synonyms.iter().map(|&synonym| synonym.to_owned()).collect(),
            is_privileged: false,
        };
        let terms = vec![
            term("a", "Datensicherung", "Backup", &["Backup", "Sicherung"]),
            term("b", "Übernahme von Daten", "Data migration", &[]),
        ];
        Vocabulary::new(terms).unwrap()
    }

    #[test]
    fn beginnings_come_before_later_words() {
        let found = suggest(&vocabulary(), "dat", Language::German, 9);

        assert_eq!(found, ["Datensicherung", "Übernahme von Daten"]);
    }

    #[test]
    fn umlauts_may_be_written_out() {
        let found = suggest(&vocabulary(), "Uebern", Language::German, 9);

        assert_eq!(found, ["Übernahme von Daten"]);
    }

    #[test]
    fn synonyms_are_shown_as_such() {
        assert_eq!(
            suggest(&vocabulary(), "sich", Language::German, 9),
            ["Sicherung"]
        );
    }

    #[test]
    fn nothing_typed_suggests_nothing() {
        assert!(suggest(&vocabulary(), " - ", Language::German, 9).is_empty());
        assert!(suggest(&vocabulary(), "d", Language::German, 0).is_empty());
    }
}
