//! Whom to call back.

use i18n_embed_fl::fl;

use crate::Language;
use crate::frame::tel_text;

/// Somebody to call back.
#[derive(Clone, Debug)]
pub struct ContactRow {
    /// Names them in forms.
    pub id: String,
    /// Name and function.
    pub name: String,
    /// Number.
    pub number: String,
    /// When somebody last said that it is right.
    pub checked: String,
    /// Longer ago than it should be.
    pub is_stale: bool,
}

impl ContactRow {
    /// The number as it is read.
    pub(super) fn text(&self) -> String {
        tel_text(&self.number)
    }
}

/// What the form for a new contact holds: posts `name` and `nummer`.
#[derive(Clone, Debug, Default)]
pub struct ContactForm {
    /// The name typed.
    pub name: String,
    /// The number typed.
    pub number: String,
    /// What is wrong.
    pub problems: Vec<ContactProblem>,
}

/// What is wrong with a new contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactProblem {
    /// The name is missing or too long.
    Name,
    /// The number is none.
    Number,
    /// There are as many as there may be.
    TooMany,
}

/// What for somebody looks at the contacts of a town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevealPurpose {
    /// It is called back.
    CallBack,
    /// A code was used.
    CodeUsed,
    /// A drill.
    Drill,
}

impl ContactProblem {
    /// Id of the field it is about.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Name | Self::TooMany => "name",
            Self::Number => "nummer",
        }
    }

    /// What to do about it.
    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Name => fl!(texts, "contact-name-wrong"),
            Self::Number => fl!(texts, "contact-number-wrong"),
            Self::TooMany => fl!(texts, "contact-too-many"),
        }
    }
}

impl RevealPurpose {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::CallBack, Self::CodeUsed, Self::Drill];

    /// Its value in forms.
    pub const fn value(self) -> &'static str {
        match self {
            Self::CallBack => "call_back",
            Self::CodeUsed => "code_used",
            Self::Drill => "drill",
        }
    }

    /// In words.
    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::CallBack => fl!(texts, "reveal-call-back"),
            Self::CodeUsed => fl!(texts, "reveal-code-used"),
            Self::Drill => fl!(texts, "reveal-drill"),
        }
    }
}
