//! `/notfallkarten/karten/{card_id}/ersatz` and `…/ersatz/bestaetigen`: before its card is replaced, a town accepts the
//! conditions of today; forms that post what `AcceptanceForm` holds.

use askama::Template;
use i18n_embed_fl::fl;

use super::{AcceptanceForm, ConditionsText};
use crate::{Frame, assets};

/// What is missing before a card is replaced.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/replace_card.html")]
pub struct ReplaceCardPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the town.
    pub name: String,
    /// Where the form is sent.
    pub action: String,
    /// The page of the town.
    pub back: String,
    /// Asking for another card, or confirming it.
    pub step: ReplacementStep,
    /// What is accepted.
    pub text: ConditionsText,
    /// The acceptance.
    pub form: AcceptanceForm,
}

/// Which of two people somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplacementStep {
    /// Whoever asks for another card.
    Ask,
    /// Whoever confirms it and prints.
    Confirm,
}

impl ReplaceCardPage {
    fn title(&self) -> String {
        let texts = self.frame.texts();
        match self.step {
            ReplacementStep::Ask => fl!(texts, "replacement-ask-title"),
            ReplacementStep::Confirm => fl!(texts, "replacement-confirm-title"),
        }
    }

    fn hint(&self) -> String {
        let texts = self.frame.texts();
        match self.step {
            ReplacementStep::Ask => fl!(texts, "replacement-ask-text"),
            ReplacementStep::Confirm => fl!(texts, "replacement-confirm-text"),
        }
    }

    fn button(&self) -> String {
        let texts = self.frame.texts();
        match self.step {
            ReplacementStep::Ask => fl!(texts, "replacement-ask"),
            ReplacementStep::Confirm => fl!(texts, "replacement-confirm"),
        }
    }

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
