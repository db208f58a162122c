//! `/wiederherstellung`: a form that posts `email` and `grund`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The page on which two people vouch for somebody locked out.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/recovery.html")]
pub struct RecoveryPage {
    /// Surroundings.
    pub frame: Frame,
    /// The address typed before.
    pub email: String,
    /// The cause chosen before.
    pub cause: Option<RecoveryCause>,
    /// What the word led to.
    pub outcome: Option<RecoveryOutcome>,
    /// What was wrong.
    pub problems: Vec<RecoveryProblem>,
}

/// Why somebody needs help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryCause {
    /// The device is lost.
    Lost,
    /// The device was stolen.
    Stolen,
    /// The device is broken or replaced.
    Replaced,
}

impl RecoveryCause {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Lost, Self::Stolen, Self::Replaced];

    /// Its value in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Lost => "verloren",
            Self::Stolen => "gestohlen",
            Self::Replaced => "ersetzt",
        }
    }

    /// The cause of a value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.value() == value)
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Lost => fl!(texts, "recover-cause-lost"),
            Self::Stolen => fl!(texts, "recover-cause-stolen"),
            Self::Replaced => fl!(texts, "recover-cause-replaced"),
        }
    }
}

/// What a word led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecoveryOutcome {
    /// A second person is needed.
    First {
        /// Until when, such as `morgen, 8:02 Uhr`.
        until: String,
    },
    /// The link, shown this once.
    Second {
        /// Its whole address.
        link: String,
    },
}

/// What was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryProblem {
    /// No mail address.
    Email,
    /// No cause.
    Cause,
    /// No such account, or none to vouch for.
    NotYours,
    /// The second must be another one.
    SamePerson,
    /// One of the two could have made the other.
    NotIndependent,
}

impl RecoveryPage {
    fn is_chosen(&self, cause: RecoveryCause) -> bool {
        self.cause == Some(cause)
    }

    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let message = |problem: &RecoveryProblem| match problem {
            RecoveryProblem::Email => ("email", fl!(texts, "email-of-somebody-missing")),
            RecoveryProblem::Cause => ("grund-verloren", fl!(texts, "recover-cause-missing")),
            RecoveryProblem::NotYours => ("email", fl!(texts, "recover-not-yours")),
            RecoveryProblem::SamePerson => ("email", fl!(texts, "recover-same-person")),
            RecoveryProblem::NotIndependent => ("email", fl!(texts, "recover-not-independent")),
        };
        self.problems.iter().map(message).collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
