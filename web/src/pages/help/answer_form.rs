//! The form of an answer.

use i18n_embed_fl::fl;

use crate::Language;

/// What may be answered; posts `antwort`, `ab` and `ausgeruht`.
#[derive(Clone, Debug, Default)]
pub struct AnswerForm {
    /// Until when, such as `14:20 Uhr`.
    pub until: String,
    /// What may be answered, in its order.
    pub options: Vec<AnswerOption>,
    /// From when help from afar begins if nothing is said, such as `sofort`.
    pub remote_from: String,
    /// From when help at the place begins, such as `morgen 7 Uhr`.
    pub on_site_from: String,
    /// From when they can, as typed.
    pub from: String,
    /// They are rested.
    pub is_rested: bool,
    /// What is wrong.
    pub problem: Option<AnswerProblem>,
}

/// An answer as it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerOption {
    /// A talk now.
    FirstCall,
    /// Help from afar.
    Remote,
    /// Help at the place.
    OnSite,
    /// No.
    No,
    /// No, and nothing else before the morning.
    NotTonight,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerProblem {
    /// No button was pressed.
    Missing,
    /// It is not said that they are rested.
    NotRested,
    /// This is no time.
    NoTime,
    /// It begins more than a day after it is needed.
    TooLate,
}

impl AnswerForm {
    pub(super) const ANSWER: &str = "antwort";
    pub(super) const FROM: &str = "ab";
    pub(super) const RESTED: &str = "ausgeruht";

    /// Whether anything longer than a talk is offered.
    pub(super) fn needs_rest(&self) -> bool {
        let long = [AnswerOption::Remote, AnswerOption::OnSite];
        self.options.iter().any(|option| long.contains(option))
    }

    /// What is wrong with a field.
    pub(super) fn message(&self, field: &str, language: Language) -> Option<String> {
        let problem = self.problem.filter(|problem| problem.field() == field)?;
        Some(problem.message(language))
    }
}

impl AnswerOption {
    /// Value of `antwort`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::FirstCall => "first_call",
            Self::Remote => "remote",
            Self::OnSite => "on_site",
            Self::No => "no",
            Self::NotTonight => "not_tonight",
        }
    }

    pub(super) fn is_remote(self) -> bool {
        self == Self::Remote
    }

    /// What its button says.
    pub(super) fn label(self, form: &AnswerForm, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::FirstCall => fl!(texts, "answer-first-call"),
            Self::Remote => fl!(texts, "answer-remote"),
            Self::OnSite => fl!(texts, "answer-on-site", from = form.on_site_from.as_str()),
            Self::No => fl!(texts, "answer-no"),
            Self::NotTonight => fl!(texts, "answer-not-tonight"),
        }
    }

    pub(super) const fn style(self) -> &'static str {
        match self {
            Self::FirstCall | Self::Remote | Self::OnSite => "",
            Self::No | Self::NotTonight => " button--secondary",
        }
    }
}

impl AnswerProblem {
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Missing => AnswerForm::ANSWER,
            Self::NotRested => AnswerForm::RESTED,
            Self::NoTime | Self::TooLate => AnswerForm::FROM,
        }
    }

    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "answer-missing"),
            Self::NotRested => fl!(texts, "answer-not-rested"),
            Self::NoTime => fl!(texts, "answer-no-time"),
            Self::TooLate => fl!(texts, "answer-too-late"),
        }
    }
}
