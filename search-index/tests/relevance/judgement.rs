//! Reads who should be found.

use search_index::{ExpertDocument, Vocabulary};

use crate::world::NOW;

const JUDGEMENTS: &str = include_str!("judgements.txt");

/// A query and its grades, best first.
pub(super) struct Query {
    pub(super) text: String,
    grades: Vec<(u8, String)>,
}

/// All queries of the file.
pub(super) fn queries() -> Vec<Query> {
    let mut queries: Vec<Query> = Vec::new();
    let lines = JUDGEMENTS.lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (mark, rest) = line.split_once(' ').unwrap();
        if mark == "?" {
            let text = rest.to_owned();
            let grades = Vec::new();
            queries.push(Query { text, grades });
        } else {
            let grade = (mark.parse().unwrap(), rest.to_owned());
            queries.last_mut().unwrap().grades.push(grade);
        }
    }
    queries
}

impl Query {
    /// The first grade of which a condition holds, else 0.
    pub(super) fn grade(&self, entry: &ExpertDocument, vocabulary: &Vocabulary) -> u8 {
        let applies = |condition: &str| {
            let mut facts = condition.split('&').map(str::trim);
            facts.all(|fact| holds(fact, entry, vocabulary))
        };
        let mut grades = self.grades.iter();
        let grade = grades.find(|(_, conditions)| conditions.split('|').any(applies));
        grade.map_or(0, |(grade, _)| *grade)
    }
}

fn holds(fact: &str, entry: &ExpertDocument, vocabulary: &Vocabulary) -> bool {
    if let Some(words) = fact.strip_prefix("says:") {
        let said = format!("{} {}", entry.headline.de, entry.text.de);
        return said.to_lowercase().contains(words);
    }
    let (id, level) = fact.split_once(">=").unwrap_or((fact, "1"));
    let level: u8 = level.parse().unwrap();
    let term = vocabulary.ord(id).unwrap_or_else(|| panic!("no term {id}"));
    let terms = vocabulary.with_narrower(term);
    let mut skills = entry.skills.iter();
    let mut certificates = entry.certifications.iter();
    let mut languages = entry.languages.iter();

    skills.any(|skill| terms.contains(&skill.term) && skill.level >= level)
        || certificates.any(|held| {
            terms.contains(&held.term) && held.valid_until.is_none_or(|until| NOW < until)
        })
        || languages.any(|language| terms.contains(&language.term))
}
