//! Making sure that a request for help is no hoax.

use i18n_embed_fl::fl;

use crate::Language;
use crate::frame::{tel_href, tel_text};

/// How to make sure; posts `art`, `wort`, `angerufen`, `grund` and `dann` to `…/bestaetigung`. With `dann=anfragen` help
/// is looked for at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyForm {
    /// The word the caller says first; nothing when the call proves nothing any more.
    pub caller: Option<String>,
    /// The word that was heard, as typed; nothing where it was a wrong one.
    pub word: String,
    /// Why somebody is known, as typed.
    pub reason: String,
    /// The numbers registered for the town.
    pub registered: RegisteredView,
    /// Which number was called, as chosen.
    pub called: Option<CalledNumber>,
    /// Why it was another one, as typed.
    pub other_reason: String,
    /// There is a playbook, and whoever looks may ask its people at once.
    pub can_begin: bool,
    /// What is wrong.
    pub problems: Vec<VerifyProblem>,
}

/// Whether the numbers registered for a town are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RegisteredView {
    /// There are none.
    #[default]
    Nobody,
    /// There are some, and whoever looks may not see them.
    Hidden,
    /// A button shows them, on record: posts to `…/hinterlegt`.
    Ask,
    /// They are shown, this once, in the order in which they are to be called.
    Shown(Vec<RegisteredNumber>),
}

/// A number registered before the incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredNumber {
    /// Whose it is: name and function.
    pub name: String,
    /// The number.
    pub number: String,
}

/// Which number was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalledNumber {
    /// One that was registered before.
    Registered,
    /// Another one.
    Other,
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
    /// It is not said which number was called.
    NumberMissing,
    /// It is not said why it was another one.
    NumberReasonMissing,
    /// What is said of it is too long.
    NumberReasonTooLong,
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

impl CalledNumber {
    /// Both, the safer one first.
    pub const ALL: [Self; 2] = [Self::Registered, Self::Other];

    /// Value of `angerufen`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Other => "other",
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Registered => fl!(texts, "incident-called-registered"),
            Self::Other => fl!(texts, "incident-called-other"),
        }
    }
}

impl RegisteredNumber {
    pub(super) fn href(&self) -> String {
        tel_href(&self.number)
    }

    /// The number as it is read.
    pub(super) fn text(&self) -> String {
        tel_text(&self.number)
    }
}

impl VerifyForm {
    /// Fields of which number was called, and why another one.
    pub(super) const CALLED: &str = "angerufen-registered";
    pub(super) const OTHER: &str = "grund-nummer";

    /// Whether it is asked which number was called.
    pub(super) fn asks_for_number(&self) -> bool {
        self.registered != RegisteredView::Nobody
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates hand over references"
    )]
    pub(super) fn is_called(&self, number: &CalledNumber) -> bool {
        self.called.as_ref() == Some(number)
    }

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
            Self::NumberMissing => VerifyForm::CALLED,
            Self::NumberReasonMissing | Self::NumberReasonTooLong => VerifyForm::OTHER,
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
            Self::NumberMissing => fl!(texts, "incident-called-missing"),
            Self::NumberReasonMissing => fl!(texts, "incident-called-reason-missing"),
            Self::PlaceMissing => fl!(texts, "incident-place-first"),
            Self::ReasonMissing => fl!(texts, "incident-reason-missing"),
            Self::ReasonTooLong | Self::NumberReasonTooLong => {
                fl!(texts, "incident-reason-too-long")
            }
        }
    }
}
