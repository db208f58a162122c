//! Reads the vocabulary that ships with the product.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use search_index::{Axis, Localised, Term, Vocabulary};

/// Parents come before their children in the files.
const TERMS_OF_AN_EXCERPT: usize = 14;

/// The vocabulary of the product, read once.
pub(crate) fn vocabulary() -> Arc<Vocabulary> {
    static VOCABULARY: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    Arc::clone(VOCABULARY.get_or_init(|| Arc::new(Vocabulary::new(terms()).unwrap())))
}

/// The first terms of each kind, for tests that open many indexes.
pub(crate) fn excerpt() -> Arc<Vocabulary> {
    static EXCERPT: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    Arc::clone(EXCERPT.get_or_init(|| {
        let mut taken: HashMap<Axis, usize> = HashMap::new();
        let first = terms().into_iter().filter(|term| {
            let count = taken.entry(term.axis).or_default();
            *count += 1;
            *count <= TERMS_OF_AN_EXCERPT
        });
        Arc::new(Vocabulary::new(first.collect()).unwrap())
    }))
}

fn terms() -> Vec<Term> {
    let files = [
        ("roles.csv", Axis::Role),
        ("domains.csv", Axis::Domain),
        ("procedures.csv", Axis::Procedure),
        ("products.csv", Axis::Product),
        ("certifications.csv", Axis::Certification),
        ("languages.csv", Axis::Language),
    ];
    let mut terms: Vec<Term> = files
        .into_iter()
        .flat_map(|(file, axis)| rows(file).into_iter().map(move |row| term(&row, axis)))
        .collect();
    for row in rows("everyday.csv") {
        add_synonym(&mut terms, &row["id"], &row["phrase"]);
    }
    for row in rows("shared.csv") {
        for id in list(&row, "ids") {
            add_synonym(&mut terms, &id, &row["phrase"]);
        }
    }
    terms
}

fn term(row: &HashMap<String, String>, axis: Axis) -> Term {
    let field = |name: &str| row.get(name).cloned().unwrap_or_default();
    let synonyms = ["synonyms", "synonyms_de", "synonyms_en"];
    Term {
        id: field("id"),
        axis,
        parent: Some(field("parent")).filter(|parent| !parent.is_empty()),
        label: Localised {
            de: field("label_de") + &field("label"),
            en: field("label_en") + &field("label"),
        },
        synonyms: synonyms.iter().flat_map(|name| list(row, name)).collect(),
        is_privileged: false,
    }
}

/// Everyday phrases that name a symptom have no term here.
fn add_synonym(terms: &mut [Term], id: &str, phrase: &str) {
    if let Some(term) = terms.iter_mut().find(|term| term.id == id) {
        term.synonyms.push(phrase.to_owned());
    }
}

fn list(row: &HashMap<String, String>, name: &str) -> Vec<String> {
    let values = row.get(name).map_or("", String::as_str);
    let values = values.split('|').filter(|value| !value.is_empty());
    values.map(str::to_owned).collect()
}

fn rows(file: &str) -> Vec<HashMap<String, String>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../migration/reference/taxonomy");
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    let mut lines = text.lines().map(|line| line.trim_start_matches('\u{feff}'));
    let names: Vec<&str> = lines.next().unwrap().split(';').collect();
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let values = line
                .split(';')
                .map(|value| value.trim_matches('"').to_owned());
            names
                .iter()
                .map(|&name| name.to_owned())
                .zip(values)
                .collect()
        })
        .collect()
}
