//! Making sure that a request for help is no hoax.

use i18n_embed_fl::fl;

use crate::Language;

/// How to make sure; posts `art` and `wort` or `grund` to `…/bestaetigung`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyForm {
    /// The word the caller says first; nothing when the call proves nothing any more.
    pub caller: Option<String>,
    /// Why somebody is known, as typed.
    pub reason: String,
    /// Page with the numbers registered for the town, `/notfallkarten/{org}`.
    pub registered_href: Option<String>,
    /// What is wrong.
    pub problems: Vec<VerifyProblem>,
}

/// A way to make sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifyWith {
    /// A call back, in which both sides say their word.
    CallBack,
    /// Whoever arranges the help knows the person.
    KnownPerson,
}

/// What is wrong with making sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifyProblem {
    /// No word was typed.
    WordMissing,
    /// It is another word.
    WrongWord {
        /// Tries left.
        left: u8,
    },
    /// There were too many wrong words.
    Locked,
    /// The place is to be said before.
    PlaceMissing,
    /// It is not said why the person is known.
    ReasonMissing,
    /// What is said is too long.
    ReasonTooLong,
}

impl VerifyWith {
    /// Value of `art`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::CallBack => "call_back",
            Self::KnownPerson => "known_person",
        }
    }
}

impl VerifyForm {
    /// Field of the word heard, and of the reason why somebody is known.
    pub(super) const WORD: &str = "wort";
    pub(super) const REASON: &str = "grund-bekannt";

    /// What is wrong with a field.
    pub(super) fn message(&self, field: &str, language: Language) -> Option<String> {
        let mut problems = self.problems.iter();
        let problem = problems.find(|problem| problem.field() == field)?;
        Some(problem.message(language))
    }

    /// Whether to show the other way at once.
    pub(super) fn is_known_open(&self) -> bool {
        let mut problems = self.problems.iter();
        self.caller.is_none() || problems.any(|problem| problem.field() == Self::REASON)
    }
}

impl VerifyProblem {
    /// Id of the field it is about; where the call proves nothing any more, the whole section.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::WordMissing | Self::WrongWord { .. } => VerifyForm::WORD,
            Self::ReasonMissing | Self::ReasonTooLong => VerifyForm::REASON,
            Self::Locked => "bestaetigung",
            Self::PlaceMissing => "ort",
        }
    }

    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::WordMissing => fl!(texts, "incident-word-missing"),
            Self::WrongWord { left } => fl!(texts, "incident-word-wrong", left = left),
            Self::Locked => fl!(texts, "incident-locked"),
            Self::PlaceMissing => fl!(texts, "incident-place-first"),
            Self::ReasonMissing => fl!(texts, "incident-reason-missing"),
            Self::ReasonTooLong => fl!(texts, "incident-reason-too-long"),
        }
    }
}
