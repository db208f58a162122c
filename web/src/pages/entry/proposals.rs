//! Words that are missed in the vocabulary: a form for one more, and what became of those before.

use i18n_embed_fl::fl;

use crate::Language;
use crate::pages::TermAxis;

/// The part of a list's page about missing words.
#[derive(Clone, Debug, Default)]
pub struct ProposalForm {
    /// The kinds of terms the list takes, the first chosen.
    pub axes: Vec<TermAxis>,
    /// The kind chosen.
    pub axis: Option<TermAxis>,
    /// The word.
    pub word: String,
    /// Why it is missed.
    pub reason: String,
    /// What is wrong.
    pub problem: Option<NewProposalProblem>,
    /// Somebody looked for a word in vain, or the form was wrong.
    pub is_open: bool,
    /// What was proposed before.
    pub rows: Vec<OwnProposal>,
}

/// A word that was proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnProposal {
    /// The word.
    pub word: String,
    /// What became of it.
    pub state: OwnProposalState,
}

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnProposalState {
    /// It waits.
    Waiting,
    /// It is this term, or a name of it.
    Accepted(String),
    /// It is none, for this reason.
    Declined(String),
}

/// What is wrong with a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewProposalProblem {
    /// The word is missing or too long.
    Word,
    /// The reason is missing or too long.
    Reason,
    /// The vocabulary has the word.
    Known,
    /// It waits already.
    Waiting,
    /// There are many already.
    TooMany,
    /// The text tells who somebody is: these words.
    Telling(String),
}

impl NewProposalProblem {
    fn message(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Word => fl!(texts, "propose-problem-word"),
            Self::Reason => fl!(texts, "propose-problem-reason"),
            Self::Known => fl!(texts, "propose-problem-known"),
            Self::Waiting => fl!(texts, "propose-problem-waiting"),
            Self::TooMany => fl!(texts, "propose-problem-many"),
            Self::Telling(words) => fl!(texts, "propose-problem-telling", words = words.as_str()),
        }
    }
}

impl ProposalForm {
    pub(crate) fn is_chosen(&self, value: &str) -> bool {
        self.axis.is_some_and(|axis| axis.value() == value)
    }

    pub(crate) fn message(&self, language: Language) -> Option<String> {
        self.problem
            .as_ref()
            .map(|problem| problem.message(language))
    }
}

impl OwnProposal {
    pub(crate) fn text(&self, language: Language) -> String {
        let texts = language.texts();
        match &self.state {
            OwnProposalState::Waiting => fl!(texts, "proposal-waiting"),
            OwnProposalState::Accepted(term) => {
                fl!(texts, "proposal-accepted", term = term.as_str())
            }
            OwnProposalState::Declined(reason) => {
                fl!(texts, "proposal-declined", reason = reason.as_str())
            }
        }
    }
}
