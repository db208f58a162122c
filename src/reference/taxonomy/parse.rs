//! Reads the vocabulary shipped with the program.

use std::collections::HashMap;

use migration::reference::taxonomy as files;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Axis, Playbook, Symptom, Synonyms, Taxonomy, Term, Text};

/// What is wrong with a shipped file.
#[derive(Debug, thiserror::Error)]
pub enum TaxonomyError {
    /// A table cannot be read.
    #[error("{file} cannot be read")]
    Table {
        /// Name of the file.
        file: &'static str,
        /// Line and cause.
        #[source]
        source: csv::Error,
    },
    /// The playbooks cannot be read.
    #[error("playbooks.json cannot be read")]
    Playbooks(#[source] serde_json::Error),
    /// A row names something that does not exist.
    #[error("{file} refers to {id}, which does not exist")]
    Dangling {
        /// Name of the file.
        file: &'static str,
        /// What it names.
        id: String,
    },
}

/// A row of any table by column; what has no meaning in all tables becomes an attribute.
struct Row(HashMap<String, String>);

impl Row {
    fn take(&mut self, column: &str) -> String {
        self.0.remove(column).unwrap_or_default()
    }

    /// Products have one name in all languages.
    fn text(&mut self, name: &str) -> Text {
        let both = self.take(name);
        let (de, en) = (
            self.take(&format!("{name}_de")),
            self.take(&format!("{name}_en")),
        );
        if both.is_empty() {
            Text { de, en }
        } else {
            Text {
                de: both.clone(),
                en: both,
            }
        }
    }

    /// Where there is one list for all languages, it stands with the German names.
    fn synonyms(&mut self) -> Synonyms {
        let mut de = list(&self.take("synonyms"));
        de.extend(list(&self.take("synonyms_de")));
        Synonyms {
            de,
            en: list(&self.take("synonyms_en")),
        }
    }
}

/// The vocabulary as shipped.
///
/// # Errors
/// A file is damaged; the tests make sure that none is.
pub fn shipped() -> Result<Taxonomy, TaxonomyError> {
    let mut terms = Vec::new();
    let tables = [
        (Axis::Role, "roles.csv", files::ROLES),
        (Axis::Domain, "domains.csv", files::DOMAINS),
        (Axis::Procedure, "procedures.csv", files::PROCEDURES),
        (Axis::Product, "products.csv", files::PRODUCTS),
        (
            Axis::Certification,
            "certifications.csv",
            files::CERTIFICATIONS,
        ),
        (Axis::Language, "languages.csv", files::LANGUAGES),
        (
            Axis::IncidentClass,
            "incident_classes.csv",
            files::INCIDENT_CLASSES,
        ),
    ];
    for (axis, file, content) in tables {
        terms.extend(
            rows(file, content)?
                .into_iter()
                .map(|row| term(axis, Row(row))),
        );
    }
    let mut symptoms: Vec<Symptom> = rows("symptoms.csv", files::SYMPTOMS)?
        .into_iter()
        .map(|row| symptom(Row(row)))
        .collect();
    add_everyday(&mut terms, &mut symptoms)?;
    add_shared(&mut terms)?;
    let playbooks: PlaybookFile =
        serde_json::from_str(files::PLAYBOOKS).map_err(TaxonomyError::Playbooks)?;

    Ok(Taxonomy::new(terms, symptoms, playbooks.playbooks))
}

#[derive(Deserialize)]
struct PlaybookFile {
    playbooks: Vec<Playbook>,
}

fn rows<T: for<'de> Deserialize<'de>>(
    file: &'static str,
    content: &str,
) -> Result<Vec<T>, TaxonomyError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(content.as_bytes());
    reader
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|source| TaxonomyError::Table { file, source })
}

fn term(axis: Axis, mut row: Row) -> Term {
    let (id, parent) = (row.take("id"), row.take("parent"));
    let (label, synonyms) = (row.text("label"), row.synonyms());
    let filled = row.0.into_iter().filter(|(_, value)| !value.is_empty());
    let attributes: Map<String, Value> = filled
        .map(|(name, value)| (name, Value::String(value)))
        .collect();
    Term {
        id,
        axis,
        parent: Some(parent).filter(|parent| !parent.is_empty()),
        label,
        synonyms,
        attributes,
    }
}

fn symptom(mut row: Row) -> Symptom {
    Symptom {
        id: row.take("id"),
        label: row.text("label"),
        hint: row.text("hint"),
        incident_class: row.take("incident_class"),
        synonyms: Synonyms::default(),
    }
}

/// Everyday words lead to one term or symptom each.
fn add_everyday(terms: &mut [Term], symptoms: &mut [Symptom]) -> Result<(), TaxonomyError> {
    #[derive(Deserialize)]
    struct Everyday {
        phrase: String,
        lang: String,
        id: String,
    }
    const FILE: &str = "everyday.csv";
    for Everyday { phrase, lang, id } in rows(FILE, files::EVERYDAY)? {
        let term = terms
            .iter_mut()
            .find(|term| term.id == id)
            .map(|term| &mut term.synonyms);
        let symptom = symptoms
            .iter_mut()
            .find(|symptom| symptom.id == id)
            .map(|symptom| &mut symptom.synonyms);
        let synonyms = term
            .or(symptom)
            .ok_or(TaxonomyError::Dangling { file: FILE, id })?;
        if lang == "en" {
            &mut synonyms.en
        } else {
            &mut synonyms.de
        }
        .push(phrase);
    }
    Ok(())
}

/// A few names belong to several terms on purpose: makers with several products.
fn add_shared(terms: &mut [Term]) -> Result<(), TaxonomyError> {
    #[derive(Deserialize)]
    struct Shared {
        phrase: String,
        ids: String,
    }
    const FILE: &str = "shared.csv";
    for Shared { phrase, ids } in rows(FILE, files::SHARED)? {
        for id in list(&ids) {
            let term = terms.iter_mut().find(|term| term.id == id);
            term.ok_or(TaxonomyError::Dangling { file: FILE, id })?
                .synonyms
                .de
                .push(phrase.clone());
        }
    }
    Ok(())
}

fn list(cell: &str) -> Vec<String> {
    cell.split('|')
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use strum::VariantArray;

    use super::super::{NeedMode, Phase};
    use super::*;

    #[test]
    fn every_reference_of_the_shipped_vocabulary_resolves() {
        let taxonomy = shipped().unwrap();

        for term in taxonomy.terms() {
            let named = ["used_for", "domains"]
                .into_iter()
                .filter_map(|name| term.attributes.get(name)?.as_str());
            let ids = named.flat_map(list).chain(term.parent.clone());
            for id in ids {
                assert!(taxonomy.term(&id).is_some(), "{} refers to {id}", term.id);
            }
        }
        for symptom in taxonomy.symptoms() {
            assert!(
                taxonomy.term(&symptom.incident_class).is_some(),
                "{}",
                symptom.id
            );
        }
    }

    #[test]
    fn every_name_is_given_and_leads_to_one_term() {
        let taxonomy = shipped().unwrap();
        let shared: Vec<String> = files::SHARED
            .lines()
            .filter_map(|line| line.split(';').next())
            .map(str::to_lowercase)
            .collect();

        let mut owners: HashMap<String, &str> = HashMap::new();
        for term in taxonomy
            .terms()
            .iter()
            .filter(|term| !matches!(term.axis, Axis::IncidentClass | Axis::Language))
        {
            assert!(
                !term.label.de.is_empty() && !term.label.en.is_empty(),
                "{}",
                term.id
            );
            let names = term
                .synonyms
                .de
                .iter()
                .chain(&term.synonyms.en)
                .chain([&term.label.de, &term.label.en]);
            for name in names
                .map(|name| name.to_lowercase())
                .filter(|name| !shared.contains(name))
            {
                let owner = owners.entry(name.clone()).or_insert(&term.id);
                assert_eq!(*owner, term.id, "{name}");
            }
        }
    }

    #[test]
    fn generic_words_mean_no_single_product() {
        let taxonomy = shipped().unwrap();

        for word in [
            "mfa", "siem", "dns", "vpn", "firewall", "edr", "backup", "dms", "erp",
        ] {
            let named = |term: &&Term| {
                term.synonyms
                    .de
                    .iter()
                    .chain(&term.synonyms.en)
                    .any(|name| name.to_lowercase() == word)
            };
            let owner = taxonomy.terms().iter().find(named);
            assert!(
                owner.is_none_or(|term| term.axis != Axis::Product),
                "{word} means {:?}",
                owner.map(|term| &term.id)
            );
        }
    }

    #[test]
    fn every_symptom_has_a_playbook_for_every_phase_and_acute_ones_begin_with_the_first_call() {
        let taxonomy = shipped().unwrap();

        for symptom in taxonomy.symptoms() {
            for phase in Phase::VARIANTS {
                let playbook = taxonomy.playbook(&symptom.id, *phase).unwrap();
                let ids = playbook
                    .needs
                    .iter()
                    .flat_map(|need| &need.skills)
                    .map(|skill| &skill.id);
                assert!(ids.clone().all(|id| taxonomy.term(id).is_some()) && ids.count() > 0);
                let first = &playbook.needs[0];
                assert!(
                    *phase != Phase::Acute || (first.first_call && first.mode == NeedMode::Remote),
                    "{}",
                    symptom.id
                );
            }
        }
    }

    #[test]
    fn a_misspelt_id_leads_to_its_neighbours() {
        let taxonomy = shipped().unwrap();

        let near = taxonomy.nearest("role:digital-forensic-investigator", &Axis::SKILLS);

        assert_eq!(near[0], "role:digital-forensics-investigator");
    }
}
