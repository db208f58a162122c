//! Which words name which terms.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::{Word, english_stem, fold, german_stem, is_stop_word, split_words};
use crate::{TermOrd, Vocabulary};

/// Longest name in words, stop words not counted, that a query is searched for.
pub(crate) const LONGEST_NAME: usize = 4;

/// The names of all terms: labels and synonyms of every language.
#[derive(Debug)]
pub(crate) struct Names {
    owners: HashMap<String, Vec<TermOrd>>,
    /// Folded word to its spelling, for corrections.
    spellings: BTreeMap<String, String>,
}

impl Names {
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let mut names = Self {
            owners: HashMap::new(),
            spellings: BTreeMap::new(),
        };
        for (ord, term) in vocabulary.terms() {
            let labels = [&term.label.de, &term.label.en];
            for label in labels {
                for name in names_in_label(label) {
                    names.add(&name, ord);
                }
            }
            for synonym in &term.synonyms {
                names.add(synonym, ord);
            }
        }
        names.owners.values_mut().for_each(|owners| {
            owners.sort_unstable();
            owners.dedup();
        });
        names
    }

    /// The terms a sequence of words names; several own the same name now and then.
    pub(crate) fn owners(&self, words: &[&str]) -> Vec<TermOrd> {
        let mut owners: Vec<TermOrd> = keys(words)
            .iter()
            .filter_map(|key| self.owners.get(key))
            .flatten()
            .copied()
            .collect();
        owners.sort_unstable();
        owners.dedup();
        owners
    }

    /// Folded words of all names with one of their spellings, in order.
    pub(crate) fn spellings(&self) -> &BTreeMap<String, String> {
        &self.spellings
    }

    fn add(&mut self, name: &str, ord: TermOrd) {
        let words = split_words(name);
        for word in &words {
            let spelling = word.text.to_owned();
            self.spellings.entry(fold(word.text)).or_insert(spelling);
        }
        for key in keys(&meaningful(&words)) {
            self.owners.entry(key).or_default().push(ord);
        }
    }
}

/// A label, what stands before its brackets, and what stands in them: `Entra ID (Azure AD)`.
fn names_in_label(label: &str) -> Vec<String> {
    let mut names = vec![label.to_owned()];
    if let Some((before, rest)) = label.split_once('(') {
        names.push(before.to_owned());
        let inside = rest.split(')').next().unwrap_or_default();
        names.extend(inside.split(['/', ',']).map(str::to_owned));
    }
    names.retain(|name| !name.trim().is_empty());
    names
}

/// The words without stop words, or all of them when there is nothing else.
pub(crate) fn meaningful<'a>(words: &[Word<'a>]) -> Vec<&'a str> {
    let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
    let kept: Vec<&str> = texts
        .iter()
        .copied()
        .filter(|text| !is_stop_word(&fold(text)))
        .collect();
    if kept.is_empty() { texts } else { kept }
}

/// Everything a name is looked up by: stems of its words in both languages, and the same written
/// as one word, because hyphens and spaces are a matter of taste (`E-Mail`, `ISO 27001`).
fn keys(words: &[&str]) -> Vec<String> {
    if words.is_empty() {
        return Vec::new();
    }
    let german: Vec<String> = words.iter().map(|word| german_stem(&fold(word))).collect();
    let english: Vec<String> = words.iter().map(|word| english_stem(word)).collect();
    let whole = words.concat();
    let mut keys = vec![
        german.join(" "),
        english.join(" "),
        german_stem(&fold(&whole)),
        english_stem(&whole),
    ];
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Axis, Localised, Term};

    fn term(id: &str, label: &str, synonyms: &[&str]) -> Term {
        Term {
            id: id.to_owned(),
            axis: Axis::Domain,
            parent: None,
            label: Localised {
                de: label.to_owned(),
                en: String::new(),
            },
            synonyms: synonyms.iter().map(|&synonym| synonym.to_owned()).collect(),
            is_privileged: false,
        }
    }

    fn names() -> Names {
        let terms = vec![
            term(
                "domain:mail",
                "E-Mail und Groupware",
                &["E-Mail", "Postfächer"],
            ),
            term("domain:entra", "Entra ID (Azure AD)", &["Verzeichnis"]),
            term("domain:ad", "Active Directory", &["AD", "Verzeichnis"]),
        ];
        Names::new(&Vocabulary::new(terms).unwrap())
    }

    #[test]
    fn hyphens_spaces_and_endings_do_not_matter() {
        for words in [
            &["Email"][..],
            &["e", "mail"],
            &["Postfach"],
            &["E", "Mail", "Groupware"],
        ] {
            assert_eq!(names().owners(words), [TermOrd(0)], "{words:?}");
        }
    }

    #[test]
    fn brackets_hold_a_name_of_their_own() {
        assert_eq!(names().owners(&["Azure", "AD"]), [TermOrd(1)]);
        assert_eq!(names().owners(&["entra", "id"]), [TermOrd(1)]);
    }

    #[test]
    fn a_name_may_have_several_owners() {
        assert_eq!(names().owners(&["Verzeichnisse"]), [TermOrd(1), TermOrd(2)]);
    }

    #[test]
    fn nobody_owns_other_words() {
        assert!(names().owners(&["Kaffee"]).is_empty());
        assert!(names().owners(&[]).is_empty());
    }
}
