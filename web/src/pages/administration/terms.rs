//! `/verwaltung/begriffe`: the vocabulary, by GET (`achse`, `q`), one term, and words that were proposed.

use askama::Template;
use i18n_embed_fl::fl;

use super::field::{AdminInput, Control, messages};
use crate::{Frame, Language, assets};

/// The terms of an axis.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/kept_terms.html")]
pub struct KeptTermsPage {
    /// Surroundings.
    pub frame: Frame,
    /// The kinds of terms: value, chosen.
    pub axes: Vec<(TermAxis, bool)>,
    /// Words looked for.
    pub words: String,
    /// Where a new term of this kind is added.
    pub new_href: Option<String>,
    /// The terms shown.
    pub rows: Vec<KeptTermRow>,
    /// How many there are.
    pub of: usize,
    /// Words that were proposed and wait.
    pub proposals: Vec<ProposedTerm>,
}

/// A kind of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum TermAxis {
    Role,
    Domain,
    Procedure,
    Product,
    Certification,
    Language,
    IncidentClass,
}

/// What became of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermState {
    /// It is offered.
    Offered,
    /// It is offered no more.
    Retired,
    /// It counts as another, by name.
    Merged(String),
}

/// A term as a row.
#[derive(Clone, Debug)]
pub struct KeptTermRow {
    /// Its page.
    pub href: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Other words for it.
    pub synonyms: String,
    /// What became of it.
    pub state: TermState,
}

/// A word somebody missed.
#[derive(Clone, Debug)]
pub struct ProposedTerm {
    /// Names it in forms.
    pub id: String,
    /// Its kind.
    pub axis: TermAxis,
    /// The word.
    pub word: String,
    /// Why it is missed.
    pub reason: String,
    /// When it was proposed.
    pub at: String,
    /// The form for a new term, filled with it.
    pub new_href: String,
    /// What was wrong with a decision.
    pub problem: Option<ProposalProblem>,
}

/// What was wrong with a decision about a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalProblem {
    /// The term it is to be a name of is not named.
    Term,
    /// There is no reason.
    Reason,
    /// Another term has the name.
    Taken,
}

/// The form for a term.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/term_form.html")]
pub struct TermFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where it is sent.
    pub path: String,
    /// Its kind.
    pub axis: TermAxis,
    /// Value of the kind in addresses.
    pub axis_value: String,
    /// The term as stored; nothing for a new one.
    pub kept: Option<TermStanding>,
    /// Somebody else changed it after the form was shown.
    pub is_conflict: bool,
    /// Its fields.
    pub inputs: Vec<AdminInput>,
    /// The proposal it comes from.
    pub proposal: Option<String>,
    /// Where it is merged into, and what is wrong with that.
    pub target: Vec<AdminInput>,
}

/// How a term stands.
#[derive(Clone, Debug)]
pub struct TermStanding {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Counts its changes.
    pub version: i32,
    /// What became of it.
    pub state: TermState,
    /// Ids that count as it.
    pub old_ids: Vec<String>,
    /// How many entries hold it.
    pub entries: u64,
}

impl TermAxis {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Role => fl!(texts, "axis-role"),
            Self::Domain => fl!(texts, "axis-domain"),
            Self::Procedure => fl!(texts, "axis-procedure"),
            Self::Product => fl!(texts, "axis-product"),
            Self::Certification => fl!(texts, "axis-certification"),
            Self::Language => fl!(texts, "axis-language"),
            Self::IncidentClass => fl!(texts, "axis-incident-class"),
        }
    }

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Domain => "domain",
            Self::Procedure => "procedure",
            Self::Product => "product",
            Self::Certification => "certification",
            Self::Language => "language",
            Self::IncidentClass => "incident_class",
        }
    }
}

impl TermState {
    fn label(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Offered => fl!(texts, "term-state-offered"),
            Self::Retired => fl!(texts, "term-state-retired"),
            Self::Merged(into) => fl!(texts, "term-state-merged", into = into.as_str()),
        }
    }

    const fn kern(&self) -> &'static str {
        match self {
            Self::Offered => "success",
            Self::Retired | Self::Merged(_) => "warning",
        }
    }
}

impl ProposedTerm {
    fn message(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        self.problem.map(|problem| match problem {
            ProposalProblem::Term => fl!(texts, "proposal-problem-term"),
            ProposalProblem::Reason => fl!(texts, "proposal-problem-reason"),
            ProposalProblem::Taken => fl!(texts, "proposal-problem-taken"),
        })
    }
}

impl KeptTermsPage {
    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(String, String)> {
        let wrong = self.proposals.iter().filter_map(|proposal| {
            let message = proposal.message(self.frame.language)?;
            Some((format!("begriff-{}", proposal.id), message))
        });
        wrong.collect()
    }
}

impl TermFormPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language;
        let mut found = messages(&self.inputs, language);
        found.extend(messages(&self.target, language));
        found
    }

    fn heading(&self) -> String {
        let new = || fl!(self.frame.texts(), "term-new");
        self.kept
            .as_ref()
            .map_or_else(new, |kept| kept.label.clone())
    }

    fn is_merged(&self) -> bool {
        let kept = self.kept.as_ref();
        kept.is_some_and(|kept| matches!(kept.state, TermState::Merged(_)))
    }
}

/// A choice of two.
pub fn yes_or_no(answer: bool, language: Language) -> String {
    let texts = language.texts();
    if answer {
        fl!(texts, "choice-yes")
    } else {
        fl!(texts, "choice-no")
    }
}
