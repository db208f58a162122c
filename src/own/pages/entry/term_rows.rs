//! Rows of the lists of an entry, as pages show them and as the API takes them.

use serde_json::{Value, json};
use web::pages::{EntrySection, ProposalForm, TermChange, TermChoice, TermRow, TermsPage};
use web::parts::level_label;
use web::{Frame, Language};

use super::terms::Refused;
use super::{Editing, Sent};
use crate::app::AppState;
use crate::experts::{Author, Cefr, EntryKind, Evidence, Grade, evidence_words};
use crate::pages::{term_name, typed_names};
use crate::reference::{Axis, Taxonomy, Term};

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    Skills,
    Certificates,
    Languages,
}

/// A term that is held, as it is stored.
struct Held {
    id: String,
    grade: String,
    evidence: Option<Evidence>,
}

impl Listed {
    pub(super) fn of(section: EntrySection) -> Self {
        match section {
            EntrySection::Certificates => Self::Certificates,
            EntrySection::Languages => Self::Languages,
            EntrySection::Skills
            | EntrySection::Contact
            | EntrySection::Description
            | EntrySection::Deployment
            | EntrySection::Availability => Self::Skills,
        }
    }

    pub(super) fn axes(self) -> &'static [Axis] {
        match self {
            Self::Skills => &Axis::SKILLS,
            Self::Certificates => &[Axis::Certification],
            Self::Languages => &[Axis::Language],
        }
    }

    /// Its name in the API's body.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Certificates => "certifications",
            Self::Languages => "languages",
        }
    }

    /// An item of the API's body.
    pub(super) fn item(self, id: &str, grade: &str) -> Value {
        match self {
            Self::Skills => json!({ "id": id, "level": grade.parse::<u8>().unwrap_or(1) }),
            Self::Languages => json!({ "id": id, "cefr": grade }),
            Self::Certificates if grade.is_empty() => json!({ "id": id }),
            Self::Certificates => json!({ "id": id, "valid_until": grade }),
        }
    }

    /// What is stored, with the levels sent and what the employer confirms.
    pub(super) fn items(self, editing: &Editing, sent: &Sent) -> Vec<Value> {
        let item = |held: Held| {
            let name = format!("stufe:{}", held.id);
            let mut item = self.item(&held.id, sent.find(&name).unwrap_or(&held.grade));
            if let Some(issued) = self.issued(editing, &held.id) {
                item["issued_on"] = issued;
            }
            let is_listed = sent.find(&name).is_some();
            if !editing.is_own
                && is_listed
                && matches!(
                    held.evidence,
                    Some(Evidence::SelfDeclared | Evidence::Employer)
                )
            {
                let is_confirmed = sent.has("bestaetigt", &held.id);
                item["evidence"] = json!(if is_confirmed { "employer" } else { "self" });
            }
            item
        };
        self.held(editing).into_iter().map(item).collect()
    }

    fn issued(self, editing: &Editing, id: &str) -> Option<Value> {
        let mut held = editing.entry.certifications.iter();
        match self {
            Self::Certificates => held
                .find(|held| held.id == id)?
                .issued_on
                .map(|day| json!(day)),
            Self::Skills | Self::Languages => None,
        }
    }

    fn held(self, editing: &Editing) -> Vec<Held> {
        let entry = &editing.entry;
        match self {
            Self::Skills => entry
                .skills
                .iter()
                .map(|skill| Held {
                    id: skill.id.clone(),
                    grade: skill.level.to_string(),
                    evidence: Some(skill.evidence),
                })
                .collect(),
            Self::Certificates => entry
                .certifications
                .iter()
                .map(|held| Held {
                    id: held.id.clone(),
                    grade: held
                        .valid_until
                        .map(|day| day.to_string())
                        .unwrap_or_default(),
                    evidence: None,
                })
                .collect(),
            Self::Languages => entry
                .languages
                .iter()
                .map(|held| Held {
                    id: held.id.clone(),
                    grade: <&str>::from(held.cefr).to_owned(),
                    evidence: None,
                })
                .collect(),
        }
    }

    fn grades(self, language: Language) -> Vec<(String, String)> {
        match self {
            Self::Skills => (1..=4)
                .map(|level: u8| {
                    (
                        level.to_string(),
                        format!("{level} – {}", level_label(level, language)),
                    )
                })
                .collect(),
            Self::Languages => [Cefr::A1, Cefr::A2, Cefr::B1, Cefr::B2, Cefr::C1, Cefr::C2]
                .map(|cefr| (<&str>::from(cefr).to_owned(), <&str>::from(cefr).to_owned()))
                .to_vec(),
            Self::Certificates => Vec::new(),
        }
    }

    const fn usual(self) -> &'static str {
        match self {
            Self::Skills => "3",
            Self::Languages => "B2",
            Self::Certificates => "",
        }
    }
}

/// The page of a list.
pub(super) fn page(
    (app, section): (&AppState, EntrySection),
    frame: Frame,
    editing: &Editing,
    refused: Option<&Refused<'_>>,
) -> TermsPage {
    let listed = Listed::of(section);
    let taxonomy = &app.reference.taxonomy;
    let language = frame.language;
    let sent = refused.map(|refused| refused.sent);
    let today = app.db.clock().now().date().to_string();
    let is_basic = editing.entry.kind == EntryKind::Person
        && editing.entry.standing.grade == Some(Grade::Basic);
    let row = |held: Held| {
        let name = format!("stufe:{}", held.id);
        let is_over =
            listed == Listed::Certificates && !held.grade.is_empty() && held.grade < today;
        TermRow {
            label: taxonomy
                .term(&held.id)
                .map_or_else(|| held.id.clone(), |term| term_name(term, language)),
            grade: sent
                .and_then(|sent| sent.find(&name))
                .unwrap_or(&held.grade)
                .to_owned(),
            evidence: held.evidence.map(evidence_words),
            is_over,
            is_uncovered: is_basic && is_beyond_basic(taxonomy, &held.id),
            change: change(editing, &held.id),
            id: held.id,
        }
    };
    let choices = refused.into_iter().flat_map(|refused| &refused.choices);
    let grade = sent.map_or(listed.usual(), |sent| sent.text("neu_stufe"));
    TermsPage {
        entry: editing.frame(),
        section,
        rows: listed.held(editing).into_iter().map(row).collect(),
        names: typed_names(taxonomy, listed.axes(), language),
        typed: sent.map_or("", |sent| sent.text("neu")).to_owned(),
        grades: listed.grades(language),
        grade: grade.to_owned(),
        choices: choices
            .map(|term| TermChoice {
                id: term.id.clone(),
                label: term_name(term, language),
            })
            .collect(),
        problem: refused.and_then(|refused| refused.problem),
        is_conflict: refused.is_some_and(|refused| refused.problem.is_none()),
        proposals: ProposalForm::default(),
        can_confirm: listed == Listed::Skills && !editing.is_own,
        frame,
    }
}

fn is_beyond_basic(taxonomy: &Taxonomy, id: &str) -> bool {
    let term = taxonomy.term(id);
    term.is_some_and(Term::needs_extended_admission)
}

/// What waits about a skill, as whoever looks sees it.
fn change(editing: &Editing, id: &str) -> Option<TermChange> {
    let mut waiting = editing.entry.skill_changes.iter();
    let change = waiting.find(|change| change.id == id)?;
    Some(TermChange {
        level: change.level.map(|level| level.to_string()),
        is_mine: (change.by == Author::Person) == editing.is_own,
    })
}
