//! `/einsaetze/{id}/verlauf`: what was said of a deployment, and the form to say more.

mod said;

use askama::Template;
use i18n_embed_fl::fl;

pub use said::{ThreadOutcome, ThreadRow, ThreadSide, ThreadVerb};

use crate::parts::Link;
use crate::{Frame, Language, assets};

/// The thread of a deployment.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/thread.html")]
pub struct ThreadPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the deployment in addresses.
    pub id: String,
    /// Where this page belongs.
    pub back: Link,
    /// What they do, and under which public name.
    pub about: String,
    /// It is a drill.
    pub is_drill: bool,
    /// What was said, oldest first.
    pub rows: Vec<ThreadRow>,
    /// Says more; only while both sides see each other.
    pub form: Option<ThreadForm>,
}

impl ThreadPage {
    /// What the page is called.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "thread-title")
    }

    fn name(&self) -> String {
        Self::title(self.frame.language)
    }

    fn has_problem(&self) -> bool {
        self.form
            .as_ref()
            .is_some_and(|form| form.problem.is_some())
    }
}

/// Says more; posts `art`, `antwort_auf`, `nachricht` and `formular` to the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThreadForm {
    /// Names this sending of the form.
    pub token: String,
    /// What was chosen.
    pub kind: Option<ThreadKind>,
    /// The question that is answered: its id, and what it says.
    pub answers: Option<AnsweredRow>,
    /// As typed.
    pub text: String,
    /// What is wrong.
    pub problem: Option<ThreadProblem>,
}

/// The question a form answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredRow {
    /// Names it.
    pub id: String,
    /// Who asked.
    pub side: ThreadSide,
    /// When.
    pub at: String,
    /// Whether it asks how it stands.
    pub is_about_status: bool,
}

/// What somebody writes of their own accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadKind {
    /// A question.
    Question,
    /// How it stands.
    Status,
    /// The question how.
    StatusQuestion,
}

/// What is wrong with what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadProblem {
    /// Nothing was chosen.
    NoKind,
    /// Nothing was typed.
    Missing,
    /// It is too long.
    TooLong,
}

impl ThreadKind {
    const ALL: [Self; 3] = [Self::Question, Self::Status, Self::StatusQuestion];

    /// Its value in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Question => "frage",
            Self::Status => "stand",
            Self::StatusQuestion => "standfrage",
        }
    }

    /// The kind a value of the form names.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == value)
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Question => fl!(texts, "thread-kind-question"),
            Self::Status => fl!(texts, "thread-kind-status"),
            Self::StatusQuestion => fl!(texts, "thread-kind-status-question"),
        }
    }
}

impl ThreadForm {
    fn is_chosen(&self, kind: ThreadKind) -> bool {
        self.kind == Some(kind)
    }

    /// What is wrong with the choice.
    fn kind_message(&self, language: Language) -> Option<String> {
        match self.problem? {
            ThreadProblem::NoKind => Some(fl!(language.texts(), "thread-kind-missing")),
            ThreadProblem::Missing | ThreadProblem::TooLong => None,
        }
    }

    /// What is wrong with the words.
    fn text_message(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        match self.problem? {
            ThreadProblem::NoKind => None,
            ThreadProblem::Missing => Some(fl!(texts, "thread-text-missing")),
            ThreadProblem::TooLong => Some(fl!(texts, "thread-text-too-long")),
        }
    }
}

impl AnsweredRow {
    /// Which question it is.
    fn text(&self, language: Language) -> String {
        let (texts, side) = (language.texts(), self.side.label(language));
        let at = self.at.as_str();
        if self.is_about_status {
            return fl!(texts, "thread-answers-status", side = side, at = at);
        }
        fl!(texts, "thread-answers", side = side, at = at)
    }
}
