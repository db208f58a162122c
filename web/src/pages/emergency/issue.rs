//! `/notfallkarten/ausstellen`: first the place, then who accepted the conditions.

use askama::Template;
use i18n_embed_fl::fl;

use super::ConditionsText;
use crate::parts::PlaceField;
use crate::{Frame, Language, assets};

/// The form that issues the first card of a town. Without `town` it asks for the place by GET, with it it posts
/// `place`, `formular` and what [`AcceptanceForm`] holds.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/issue_card.html")]
pub struct IssueCardPage {
    /// Surroundings.
    pub frame: Frame,
    /// The place as typed.
    pub place: PlaceField,
    /// Name and key of the town, once it is told.
    pub town: Option<(String, String)>,
    /// What is accepted.
    pub text: ConditionsText,
    /// The acceptance.
    pub form: AcceptanceForm,
}

/// Who accepted the conditions: posts `name`, `funktion`, `datum`, `bedingungen`, and `fassung`, the version shown.
#[derive(Clone, Debug, Default)]
pub struct AcceptanceForm {
    /// The name typed.
    pub name: String,
    /// The function typed.
    pub function: String,
    /// The day typed.
    pub day: String,
    /// The box is ticked.
    pub is_confirmed: bool,
    /// Names the form, so that sending it twice is one card.
    pub token: String,
    /// What is wrong.
    pub problems: Vec<AcceptanceProblem>,
}

/// What is wrong with an acceptance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptanceProblem {
    /// The name is missing or too long.
    Name,
    /// The function is missing or too long.
    Function,
    /// The day cannot be read, or is yet to come.
    Day,
    /// The box is not ticked.
    NotConfirmed,
    /// The town had a card before.
    HasCard,
    /// The place is none the viewer acts for.
    NotYours,
    /// The text was changed after the form was shown.
    Outdated,
}

impl AcceptanceProblem {
    const fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Function => "funktion",
            Self::Day => "datum",
            Self::NotConfirmed | Self::Outdated => "bedingungen",
            Self::HasCard | Self::NotYours => "ausstellen",
        }
    }

    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Name => fl!(texts, "acceptance-name-wrong"),
            Self::Function => fl!(texts, "acceptance-function-wrong"),
            Self::Day => fl!(texts, "acceptance-day-wrong"),
            Self::NotConfirmed => fl!(texts, "acceptance-not-confirmed"),
            Self::HasCard => fl!(texts, "acceptance-has-card"),
            Self::NotYours => fl!(texts, "acceptance-not-yours"),
            Self::Outdated => fl!(texts, "acceptance-outdated"),
        }
    }
}

impl AcceptanceForm {
    /// Whether the text was changed after the form was shown.
    pub(super) fn is_outdated(&self) -> bool {
        self.problems.contains(&AcceptanceProblem::Outdated)
    }

    /// What is wrong, with the id of the field it is about.
    pub(in crate::pages) fn messages(&self, language: Language) -> Vec<(&'static str, String)> {
        let problems = self.problems.iter();
        problems
            .map(|problem| (problem.field(), problem.message(language)))
            .collect()
    }
}

impl IssueCardPage {
    /// What is wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        self.form.messages(self.frame.language)
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
