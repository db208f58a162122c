//! `/konto/loeschen`: erasing oneself, and the page after it.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The form for erasing oneself.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/erase.html")]
pub struct ErasePage {
    /// Surroundings.
    pub frame: Frame,
    /// Public name of the entry that is erased too.
    pub alias: Option<String>,
    /// What somebody should know first.
    pub hints: Vec<EraseHint>,
    /// Why it cannot be done now.
    pub blocked: Option<EraseBlocked>,
    /// What was wrong with the form.
    pub problems: Vec<EraseProblem>,
}

/// What somebody should know before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EraseHint {
    /// The entry is being vetted: the case ends.
    OpenCase,
    /// The person has assessed cases that are not decided; those assessments count on.
    OpenAssessments,
}

/// Why somebody cannot be erased now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EraseBlocked {
    /// Nobody else could administer the register.
    LastAdmin,
}

/// What was wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EraseProblem {
    /// The password is not right.
    WrongPassword,
    /// The box was not ticked.
    NotConfirmed,
}

/// All is erased.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/erased.html")]
pub struct ErasedPage {
    /// Surroundings.
    pub frame: Frame,
}

impl EraseHint {
    fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::OpenCase => fl!(texts, "erase-hint-case"),
            Self::OpenAssessments => fl!(texts, "erase-hint-assessments"),
        }
    }
}

impl EraseBlocked {
    fn text(self, language: Language) -> String {
        match self {
            Self::LastAdmin => fl!(language.texts(), "erase-last-admin"),
        }
    }
}

impl ErasePage {
    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let message = |problem: &EraseProblem| match problem {
            EraseProblem::WrongPassword => ("passwort", fl!(texts, "erase-wrong-password")),
            EraseProblem::NotConfirmed => ("verstanden", fl!(texts, "erase-not-confirmed")),
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
