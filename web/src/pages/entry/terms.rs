//! Skills, certificates and languages of an entry: a row each, and a field for one more.

use askama::Template;
use i18n_embed_fl::fl;

use super::{EntryFrame, EntrySection, ProposalForm};
use crate::parts::Evidence;
use crate::{Frame, Language, assets};

/// The page of a list.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/entry_terms.html")]
pub struct TermsPage {
    /// Surroundings.
    pub frame: Frame,
    /// The entry.
    pub entry: EntryFrame,
    /// Which list.
    pub section: EntrySection,
    /// What there is.
    pub rows: Vec<TermRow>,
    /// Names that can be typed, with other words for the same.
    pub names: Vec<(String, String)>,
    /// What was typed.
    pub typed: String,
    /// Level, of one more.
    pub grades: Vec<(String, String)>,
    /// What is chosen of these for one more.
    pub grade: String,
    /// Terms to choose from, when what was typed can mean several or none.
    pub choices: Vec<TermChoice>,
    /// What is wrong.
    pub problem: Option<TermProblem>,
    /// Somebody else changed the entry after the form was shown.
    pub is_conflict: bool,
    /// Whoever looks can confirm skills for the employer.
    pub can_confirm: bool,
    /// Words that are missed.
    pub proposals: ProposalForm,
}

/// A term that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// Names it in the form.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Its level, or the last day of a certificate.
    pub grade: String,
    /// How a skill is known.
    pub evidence: Option<Evidence>,
    /// A certificate that has run out.
    pub is_over: bool,
    /// A skill that the admission does not cover yet.
    pub is_uncovered: bool,
    /// What waits for the other side.
    pub change: Option<TermChange>,
}

/// A change of a confirmed skill that waits until both want it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermChange {
    /// The level it is to have; none when it is to go.
    pub level: Option<String>,
    /// Whoever looks asked for it, and waits for the other side.
    pub is_mine: bool,
}

/// A term to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermChoice {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
}

/// What is wrong with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermProblem {
    /// Nothing was typed.
    Missing,
    /// There is no such term.
    Unknown,
    /// It can mean several.
    Ambiguous,
    /// It is held already.
    Twice,
    /// The last skill cannot go.
    Last,
    /// There is no room for more.
    TooMany,
    /// A day is none.
    NoDay,
}

impl TermProblem {
    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "terms-missing"),
            Self::Unknown => fl!(texts, "terms-unknown"),
            Self::Ambiguous => fl!(texts, "terms-ambiguous"),
            Self::Twice => fl!(texts, "terms-twice"),
            Self::Last => fl!(texts, "terms-last"),
            Self::TooMany => fl!(texts, "terms-too-many"),
            Self::NoDay => fl!(texts, "terms-no-day"),
        }
    }
}

impl TermChange {
    fn text(&self, language: Language) -> String {
        let texts = language.texts();
        match (&self.level, self.is_mine) {
            (Some(level), true) => fl!(texts, "terms-change-mine", level = level.as_str()),
            (Some(level), false) => fl!(texts, "terms-change-theirs", level = level.as_str()),
            (None, true) => fl!(texts, "terms-removal-mine"),
            (None, false) => fl!(texts, "terms-removal-theirs"),
        }
    }
}

impl TermRow {
    fn evidence(&self, language: Language) -> Option<String> {
        self.evidence.map(|evidence| evidence.label(language))
    }

    fn is_confirmed(&self) -> bool {
        self.evidence == Some(Evidence::Employer)
    }

    /// Whether the employer may confirm or take back; what stronger evidence says stays.
    fn is_confirmable(&self) -> bool {
        matches!(
            self.evidence,
            Some(Evidence::SelfDeclared | Evidence::Employer)
        )
    }
}

impl TermsPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problem = self.problem.into_iter();
        problem
            .map(|problem| ("neu", problem.message(self.frame.language())))
            .collect()
    }

    /// A last day is filled in, not a level.
    fn has_days(&self) -> bool {
        self.section == EntrySection::Certificates
    }

    /// What the level of a row is called.
    fn grade_label(&self) -> String {
        let texts = self.frame.texts();
        match self.section {
            EntrySection::Certificates => fl!(texts, "terms-valid-until"),
            EntrySection::Skills
            | EntrySection::Languages
            | EntrySection::Contact
            | EntrySection::Description
            | EntrySection::Deployment
            | EntrySection::Availability => fl!(texts, "terms-level"),
        }
    }
}
